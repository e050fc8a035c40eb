import type { PlayerSlide } from './deck.ts'
import { fill, type PlayerWords } from './words.ts'

/** Short name of a slide: `문제 2-3`, `답변 2-3`, `상황`; its title where it is none of these. */
export function slideName(slide: PlayerSlide, words: PlayerWords): string {
  if (slide.kind === 'summary') return words.summary
  if (slide.question)
    return fill(slide.kind === 'answer' ? words.answer : words.question, {
      id: slide.question,
    })
  return slide.kind === 'situation' ? words.situation : slide.title
}
