import type { Convention } from '../convention.ts'

/**
 * Plain letters, on lines or as nested bullets.
 *
 * ````md
 * # 문답
 *
 * * Q. QK1 왜 컨테이너인가?
 *   * A. AK1 환경을 고정하기 위해서입니다.
 * * Q. QK2 이미지는 왜 층인가?
 *   * A. AK2 나누어 쓰기 위해서입니다.
 * ````
 */
export const letters: Convention = {
  id: '19',
  name: '`Q.` and `A.`',
  recognises: ({ by }) => by === 'letter',
}
