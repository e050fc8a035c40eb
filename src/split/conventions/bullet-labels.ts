import type { Convention } from '../convention.ts'

/**
 * 정답, 힌트 and 해설 are bullets after the question.
 *
 * ````md
 * # 매일 문제
 *
 * **Q1. QK1 인덱스가 무시되는 경우는?**
 *
 * * **정답:** AK1a 함수를 씌운 경우
 * * **힌트:** HK1 가공
 * * **해설:** AK1b 값이 달라집니다.
 *
 * **Q2. QK2 복합 인덱스의 순서는?**
 *
 * * **정답:** AK2 선두 컬럼부터
 * * **해설:** AK2b 정렬 순서 때문입니다.
 * ````
 */
export const bulletLabels: Convention = {
  id: '15',
  name: 'bullets with labels',
  recognises: ({ by, holder }) => by === 'label' && holder === 'item',
}
