import type { Convention } from '../convention.ts'

/**
 * Both stand in one quote, parted by a line break.
 *
 * ````md
 * # 한 인용문 문답
 *
 * > Q. QK1 왜 인덱스를 쓰나요?
 * > A. AK1 찾는 범위를 줄이기 위해서입니다.
 *
 * > Q. QK2 언제 해로운가요?
 * > A. AK2 쓰기가 많을 때입니다.
 * ````
 */
export const qaQuote: Convention = {
  id: '6',
  name: 'question and answer in one quote',
  recognises: ({ shape }) => shape === 'quoted-label',
}
