import type { Convention } from '../convention.ts'

/**
 * The quote begins the answer, and headings, tables and code below it go on.
 *
 * ````md
 * # 동시성 스터디
 *
 * ### Q1. QK1 전략을 비교하시오
 *
 * > **[답변]** AK1a 세 가지가 있습니다.
 *
 * #### AK1b 실제 구현 결과
 *
 * | 전략 | ms |
 * |--|--|
 * | 동기 | AK1c |
 *
 * ### Q2. QK2 락의 단위는?
 *
 * > **[답변]** AK2 행입니다.
 * ````
 */
export const labelledQuoteContinued: Convention = {
  id: '1b',
  name: 'heading + labelled quote that goes on',
  recognises: ({ by, holder, goesOn, shape }) =>
    by === 'label' && holder === 'quote' && (goesOn || shape === 'heading'),
}
