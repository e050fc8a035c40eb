import type { Convention } from '../convention.ts'

/**
 * The quote is indented below the question; sub-questions are lines.
 *
 * ````md
 * # 실습 문제
 *
 * 1. QK1 파드를 설명하시오.
 *
 *    a. QK1a 배포 단위는?
 *
 *    > AK1a 파드입니다.
 *
 *    b. QK1b 네트워크는?
 *
 *    > AK1b 주소를 공유합니다.
 *
 * 2. QK2 서비스를 설명하시오.
 *
 *    > AK2 파드 앞의 고정 주소입니다.
 * ````
 */
export const quoteInItem: Convention = {
  id: '3',
  name: 'quote inside the list item',
  recognises: ({ by, shape, isNested }) =>
    by === 'quote' && shape === 'item' && isNested,
}
