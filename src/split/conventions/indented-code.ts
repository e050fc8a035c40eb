import type { Convention } from '../convention.ts'

/**
 * Four spaces make the answer a code block.
 *
 * ````md
 * # 들여쓴 답
 *
 * ## 1. QK1 좀비 프로세스란?
 *
 *     AK1 부모가 거두지 않은 프로세스입니다.
 *
 * ## 2. QK2 고아 프로세스란?
 *
 *     AK2 부모가 먼저 끝난 프로세스입니다.
 * ````
 */
export const indentedCode: Convention = {
  id: '25',
  name: 'indented answer',
  recognises: ({ by, beginsWith }) => by === 'body' && beginsWith === 'code',
}
