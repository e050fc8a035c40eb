import type { Convention } from '../convention.ts'

/**
 * The answers stand together below all the questions, found by their numbers.
 *
 * ````md
 * # 쪽지시험
 *
 * ### 문제 1
 * QK1 스택과 큐의 차이는?
 *
 * ### 문제 2
 * QK2 힙의 높이는?
 *
 * ## 정답 및 해설
 *
 * ### 문제 1
 * AK1 넣고 빼는 순서가 다릅니다.
 *
 * ### 문제 2
 * AK2 로그 시간입니다.
 * ````
 */
export const answersAtEnd: Convention = {
  id: '26',
  name: 'answers collected at the end',
  recognises: ({ by }) => by === 'collected',
}
