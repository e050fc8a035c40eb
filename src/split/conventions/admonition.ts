import type { Convention } from '../convention.ts'

/**
 * An indented `??? success` holds the answer.
 *
 * ````md
 * # 어드모니션 퀴즈
 *
 * ### 1. QK1 멱등성이란?
 *
 * ??? success "정답"
 *
 *     AK1a 여러 번 해도 결과가 같은 성질입니다.
 *
 *     - AK1b PUT
 *
 * ### 2. QK2 안전한 메서드는?
 *
 * ??? success "정답"
 *
 *     AK2 GET
 * ````
 */
export const admonition: Convention = {
  id: '29',
  name: 'admonition',
  recognises: ({ frame, holder }) =>
    frame === 'admonition' || holder === 'admonition',
}
