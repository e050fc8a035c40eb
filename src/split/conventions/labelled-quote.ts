import type { Convention } from '../convention.ts'

/**
 * A labelled quote follows each numbered question.
 *
 * ````md
 * # 백엔드 스터디 3회차 문제
 * 2025-10-03
 * 작성자 : 홍길동
 *
 * ## 캐시
 *
 * ### 상황
 * SK1 좌석 조회가 느립니다.
 *
 * ### 문제
 *
 * 1. **원인**: QK1 무슨 일이 벌어지는지 설명하시오.
 *
 * > **[답변]**
 * > **1. 재계산:** AK1a 모두 원본으로 갑니다.
 * > - AK1b 커넥션이 마릅니다.
 *
 * 2. **대책**: QK2 두 방법을 비교하시오.
 *
 * > **[답변]**
 * > AK2 지터가 만료를 흩뜨립니다.
 * ````
 */
export const labelledQuote: Convention = {
  id: '1',
  name: 'numbered list + labelled quote',
  recognises: ({ by, holder }) => by === 'label' && holder === 'quote',
}
