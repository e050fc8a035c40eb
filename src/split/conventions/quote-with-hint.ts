import type { Convention } from '../convention.ts'

/**
 * One quote after the options holds 정답, 해설 and 힌트.
 *
 * ````md
 * # 객관식
 *
 * **Q1. QK1 다음 중 집계 함수가 아닌 것은?**
 *
 * ① COUNT
 * ② COALESCE
 *
 * > **정답**: ②
 * > **해설**: AK1 널이 아닌 첫 값을 돌려줍니다.
 * > **힌트**: HK1 널 처리
 *
 * **Q2. QK2 다음 중 정렬 절은?**
 *
 * ① GROUP BY
 * ② ORDER BY
 *
 * > **정답**: ②
 * > **해설**: AK2 순서를 정합니다.
 * > **힌트**: HK2 순서
 * ````
 */
export const quoteWithHint: Convention = {
  id: '7',
  name: 'quote with answer and hint',
  recognises: ({ by, holder, hintsInside, hasChoices }) =>
    by === 'label' && holder === 'quote' && (hintsInside || hasChoices),
}
