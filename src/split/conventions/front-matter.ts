import type { Convention } from '../convention.ts'

/**
 * Questions stand in the front matter, and the text has none.
 *
 * ````md
 * ---
 * title: 앞머리 퀴즈
 * quizzes:
 *   - question: QK1 다음 중 값 객체의 성질은?
 *     options: [QK1b 불변, QK1c 전역]
 *     answer: AK1a 불변
 *     explanation: AK1b 값으로 비교합니다.
 * ---
 *
 * # 앞머리 퀴즈
 * ````
 */
export const frontMatter: Convention = {
  id: '32',
  name: 'front matter',
  recognises: ({ shape }) => shape === 'front-matter',
}
