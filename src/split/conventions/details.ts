import type { Convention } from '../convention.ts'

/**
 * A collapsed block holds the answer, and maybe a second one a hint.
 *
 * ````md
 * # 접은 답
 *
 * ## 문제 1
 *
 * QK1 스레드가 공유하는 것은?
 *
 * <details>
 * <summary>힌트</summary>
 *
 * HK1 스택은 아닙니다.
 *
 * </details>
 *
 * <details>
 * <summary>정답 보기</summary>
 *
 * AK1 힙과 코드입니다.
 *
 * </details>
 *
 * ## 문제 2
 *
 * QK2 프로세스 간 통신 방법은?
 *
 * <details>
 * <summary>정답 보기</summary>
 *
 * - AK2 파이프
 *
 * </details>
 * ````
 */
export const details: Convention = {
  id: '11',
  name: 'details with the answer',
  recognises: ({ by }) => by === 'container',
}
