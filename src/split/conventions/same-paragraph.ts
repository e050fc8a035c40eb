import type { Convention } from '../convention.ts'

/**
 * A line break parts `Q.` and `A.`.
 *
 * ````md
 * # 한 문단 문답
 *
 * **Q. QK1 인증과 인가의 차이는?**
 * A. AK1 신원과 권한입니다.
 *
 * **Q. QK2 토큰을 어디에 두나요?**
 * A. AK2a 쿠키가 무난합니다.
 *
 * AK2b CSRF도 막아야 합니다.
 * ````
 */
export const sameParagraph: Convention = {
  id: '20',
  name: 'question and answer in one paragraph',
  recognises: ({ by, sharesBlock, shape }) =>
    by === 'letter' && sharesBlock && shape === 'label',
}
