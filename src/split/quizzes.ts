import type { FrontMatterQuiz } from '../config/front-matter.ts'
import type { Block, Topic } from '../model/paper.ts'
import { kindOf } from './fields.ts'

/**
 * Questions of the front matter, for a paper that has none in its text.
 *
 * @param quizzes of `quizzes:` or `faqs:`
 */
export function quizTopics(quizzes: readonly FrontMatterQuiz[]): Topic[] {
  if (quizzes.length === 0) return []
  return [
    {
      title: '',
      heading: [],
      situation: [],
      line: 1,
      questions: quizzes.map((quiz, index) => {
        const prompt = textBlocks(quiz.question)
        return {
          id: `1-${index + 1}`,
          number: String(index + 1),
          kind: kindOf(prompt, quiz.options.length > 0),
          prompt,
          choices: quiz.options.map((option, at) => ({
            label: String(at + 1),
            body: textBlocks(option),
          })),
          line: 1,
          hints: [],
          answers: [
            { label: '정답', body: textBlocks(quiz.answer), line: 1 },
            { label: '해설', body: textBlocks(quiz.explanation), line: 1 },
          ].filter(({ body }) => body.length > 0),
        }
      }),
    },
  ]
}

function textBlocks(text: string): Block[] {
  return text
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((value) => ({
      type: 'paragraph',
      children: [{ type: 'text', value }],
    }))
}
