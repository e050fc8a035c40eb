import type { PlayerDeck } from './deck.ts'
import { currentSlide } from './moves.ts'
import type { State } from './state.ts'

const minute = 60_000

/** Milliseconds that a question's slides were on screen so far. */
export function timeUsed(
  deck: PlayerDeck,
  state: State,
  question: string,
  now: number,
): number {
  const before = state.used[question] ?? 0
  const isOn = currentSlide(deck, state).question === question
  return isOn ? before + (now - (state.since ?? now)) : before
}

/** Milliseconds planned for all questions. */
export function timePlanned(deck: PlayerDeck): number {
  return deck.questions.reduce((sum, { minutes }) => sum + minutes * minute, 0)
}

/**
 * Milliseconds behind the plan; below zero when ahead.
 *
 * Counts the questions up to the current one, which is late only beyond its own time. A question that was
 * left out has saved its whole time.
 */
export function timeBehind(
  deck: PlayerDeck,
  state: State,
  now: number,
): number {
  let behind = 0
  for (const { id, minutes, slides } of deck.questions) {
    const first = slides[0]?.index ?? 0
    if (first > state.slide) break
    const over = timeUsed(deck, state, id, now) - minutes * minute
    const isCurrent = currentSlide(deck, state).question === id
    behind += isCurrent ? Math.max(0, over) : over
  }
  return behind
}
