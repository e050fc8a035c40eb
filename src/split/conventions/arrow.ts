import type { Convention } from '../convention.ts'

/**
 * An arrow on the next line answers.
 *
 * ````md
 * # 화살표 문답
 *
 * **Q1. QK1 인덱스가 무시되는 경우는?**
 * → AK1a 컬럼에 함수를 적용한 경우
 *
 * - AK1b 형 변환도 그렇습니다.
 *
 * ---
 *
 * **Q2. QK2 커버링 인덱스란?**
 * → AK2 인덱스만으로 답하는 것
 * ````
 */
export const arrow: Convention = {
  id: '21',
  name: 'arrow',
  recognises: ({ by }) => by === 'arrow',
}
