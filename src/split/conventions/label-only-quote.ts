import type { Convention } from '../convention.ts'

/**
 * The quote only says 답변; the answer stands below it.
 *
 * ````md
 * # 면접 준비
 *
 * ### QK1 힙이란?
 *
 * > 답변
 *
 * - AK1a 객체가 사는 곳입니다.
 *
 * > 키워드 & 꼬리 질문
 *
 * - AK1b 가비지 컬렉션
 *
 * ### QK2 메타스페이스란?
 *
 * > 답변
 *
 * - AK2 클래스 정보가 사는 곳입니다.
 * ````
 */
export const labelOnlyQuote: Convention = {
  id: '4',
  name: 'quote as a label',
  recognises: ({ by, holder, isLabelOnly, goesOn }) =>
    by === 'label' && holder === 'quote' && isLabelOnly && goesOn,
}
