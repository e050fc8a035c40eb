import type { Convention } from '../convention.ts'

/**
 * 정답: and 해설: begin lines after the question.
 *
 * ````md
 * # 모의고사 (2문항)
 *
 * ### 문제 1
 *
 * QK1 다음 중 선점형은?
 *
 * ① QK1a FCFS
 * ② QK1b RR
 *
 * 정답: ②
 * 해설: AK1 시간 할당량이 있습니다.
 *
 * ### 문제 2
 *
 * QK2 문맥 교환의 비용은?
 *
 * 정답: AK2 캐시가 식습니다.
 * ````
 */
export const inlineLabels: Convention = {
  id: '14',
  name: 'label on a line',
  recognises: ({ by }) => by === 'label' || by === 'directive',
}
