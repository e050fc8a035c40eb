import type { Convention } from '../convention.ts'

/**
 * The quote is the question, what follows it is the answer.
 *
 * ````md
 * # 예상 질문
 *
 * > QK1 String은 왜 불변인가?
 *
 * AK1a 보안과 상수 풀 때문입니다.
 *
 * - AK1b 해시 값도 캐시됩니다.
 *
 * > QK2 StringBuilder는 언제 쓰나?
 *
 * AK2 반복해서 이어 붙일 때 씁니다.
 * ````
 */
export const inverseQuote: Convention = {
  id: '5',
  name: 'quote asks, text answers',
  recognises: ({ shape }) => shape === 'quote',
}
