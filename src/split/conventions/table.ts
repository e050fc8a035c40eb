import type { Convention } from '../convention.ts'

/**
 * Each row asks and answers.
 *
 * ````md
 * # 용어 퀴즈
 *
 * | 번호 | 질문 | 답변 |
 * |--|--|--|
 * | 1 | QK1 DNS가 하는 일은? | AK1 이름을 주소로 바꿉니다. |
 * | 2 | QK2 TTL이란? | AK2 기록의 수명입니다. |
 * ````
 */
export const table: Convention = {
  id: '33',
  name: 'table of questions and answers',
  recognises: ({ shape }) => shape === 'row',
}
