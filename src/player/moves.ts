import { pauseCountdown } from './countdown.ts'
import type { PlayerDeck, PlayerSlide } from './deck.ts'
import type { State } from './state.ts'

/** What a command changes of the state. */
export type Change = Partial<State>

/** The slide that a state shows. */
export function currentSlide(deck: PlayerDeck, state: State): PlayerSlide {
  const slide = deck.slides[state.slide] ?? deck.slides[0]
  if (!slide) throw new Error('Unexpected page without slides')
  return slide
}

/** One step further, or on to the next slide. */
export function forward(deck: PlayerDeck, state: State): Change {
  if (state.step < currentSlide(deck, state).steps.length)
    return moveTo(deck, state, state.slide, state.step + 1)
  return state.slide + 1 < deck.slides.length
    ? enter(deck, state, state.slide + 1)
    : {}
}

/** One step back, or to the previous slide in its final state. */
export function back(deck: PlayerDeck, state: State): Change {
  return state.step > 1
    ? moveTo(deck, state, state.slide, state.step - 1)
    : moveTo(deck, state, state.slide - 1, Infinity)
}

/** To a slide as it comes up: with its first step, or whole when its answer is open. */
export function enter(deck: PlayerDeck, state: State, index: number): Change {
  const question = deck.slides[index]?.question ?? ''
  const whole = question !== '' && state.open.includes(question)
  return moveTo(deck, state, index, whole ? Infinity : 1)
}

/** The whole answer of the current question, on all of its slides. */
export function wholeAnswer(deck: PlayerDeck, state: State): Change {
  const slide = currentSlide(deck, state)
  const answer =
    slide.kind === 'answer'
      ? slide
      : deck.slides.find(
          (other) =>
            other.kind === 'answer' &&
            other.question === slide.question &&
            slide.question !== '',
        )
  if (!answer) return {}
  const open = state.open.includes(answer.question)
    ? state.open
    : [...state.open, answer.question]
  return { ...moveTo(deck, state, answer.index, Infinity), open }
}

/**
 * To a step of a slide; both are clamped to what there is.
 *
 * Keeps the books: the furthest step seen, the time used, and the countdown of the question that is left.
 */
export function moveTo(
  deck: PlayerDeck,
  state: State,
  index: number,
  wanted: number,
): Change {
  const slide = deck.slides[clamp(index, 0, deck.slides.length - 1)]
  if (!slide) return {}
  const step = clamp(wanted, 1, slide.steps.length)
  const now = Date.now()
  return {
    slide: slide.index,
    step,
    blank: '',
    zoom: undefined,
    seen: {
      ...state.seen,
      [slide.address]: Math.max(step, state.seen[slide.address] ?? 0),
    },
    started: state.started ?? (slide.index > 0 ? now : undefined),
    ...(slide.question === currentSlide(deck, state).question
      ? {}
      : leaveQuestion(deck, state, now)),
  }
}

function leaveQuestion(deck: PlayerDeck, state: State, now: number): Change {
  const { question } = currentSlide(deck, state)
  const used = (state.used[question] ?? 0) + (now - (state.since ?? now))
  return {
    since: now,
    used: { ...state.used, [question]: used },
    ...pauseCountdown(deck, state, now),
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}
