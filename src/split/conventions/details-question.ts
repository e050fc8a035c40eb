import type { Convention } from '../convention.ts'

/**
 * The summary is the question, the details hold the answer.
 *
 * ````md
 * # 접은 질문
 *
 * <details>
 * <summary>QK1 프로세스와 스레드의 차이는?</summary>
 *
 * AK1 주소 공간을 공유하는지가 다릅니다.
 *
 * </details>
 *
 * <details>
 * <summary>QK2 문맥 교환이란?</summary>
 *
 * - AK2 실행 상태를 바꿔 끼우는 일입니다.
 *
 * </details>
 * ````
 */
export const detailsQuestion: Convention = {
  id: '12',
  name: 'question in the summary',
  recognises: ({ shape }) => shape === 'title',
}
