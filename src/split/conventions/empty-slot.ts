import type { Convention } from '../convention.ts'

/**
 * A label waits for an answer to be filled in.
 *
 * ````md
 * # 채워 넣기
 *
 * ### 1. QK1 세마포어와 뮤텍스의 차이는?
 *
 * - 답 :
 *
 * ### 2. QK2 스핀락은 언제 쓰나?
 *
 * - 답 :
 * ````
 */
export const emptySlot: Convention = {
  id: '35',
  name: 'empty answer slot',
  recognises: ({ by }) => by === 'empty',
}
