import type { Convention } from '../convention.ts'

/**
 * A callout holds the answer, or the question in its title and the answer in its body.
 *
 * ````md
 * # 콜아웃 퀴즈
 *
 * ### Q1. QK1 교착 상태의 조건은?
 *
 * > [!success]- 정답과 해설
 * > AK1 상호 배제, 점유 대기, 비선점, 순환 대기
 *
 * ### Q2. QK2 예방하려면?
 *
 * > [!success]- 정답과 해설
 * > AK2 조건 하나를 깹니다.
 * ````
 */
export const callout: Convention = {
  id: '28',
  name: 'callout',
  recognises: ({ frame, holder }) =>
    frame === 'callout' || holder === 'callout',
}
