import type { Convention } from '../convention.ts'

/**
 * The list below a numbered question answers it.
 *
 * ````md
 * # 기초 질문
 *
 * 1. QK1 REST란 무엇인가요?
 *
 * - AK1a 자원을 URI로 나타냅니다.
 * - AK1b 메서드로 행위를 나타냅니다.
 *
 * 2. QK2 멱등한 메서드는 무엇인가요?
 *
 * - AK2 PUT과 DELETE입니다.
 * ````
 */
export const bullets: Convention = {
  id: '18',
  name: 'bullets right below the question',
  recognises: ({ by, shape, beginsWith }) =>
    by === 'body' && shape === 'item' && beginsWith === 'list',
}
