import type { Convention } from '../convention.ts'

/**
 * The heading itself answers, and headings below it go on.
 *
 * ````md
 * # 네트워크 문답
 *
 * #### Q. QK1 TCP란?
 *
 * #### A: AK1a 연결 지향입니다.
 *
 * #### AK1b 그래서 순서가 보장됩니다.
 *
 * #### Q. QK2 UDP란?
 *
 * #### A: AK2 비연결형입니다.
 * ````
 */
export const answerLetterHeading: Convention = {
  id: '10',
  name: 'heading `A:` is the answer',
  recognises: ({ by, holder }) => by === 'letter' && holder === 'heading',
}
