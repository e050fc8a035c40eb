import type { Convention } from '../convention.ts'

/**
 * 문제, 유형 and 정답 are fields of a record.
 *
 * ````md
 * # 기록형 퀴즈
 *
 * ## 문제 1
 *
 * **문제**: QK1 UDP는 연결을 맺는다.
 *
 * **유형**: OX형
 *
 * **정답**: X AK1
 *
 * ## 문제 2
 *
 * **문제**: QK2 신뢰성을 주는 프로토콜은?
 *
 * **유형**: 서술형
 *
 * **정답**: AK2 TCP
 * ````
 */
export const fieldLabels: Convention = {
  id: '23',
  name: 'field labels',
  recognises: ({ by, hasFields }) => by === 'label' && hasFields,
}
