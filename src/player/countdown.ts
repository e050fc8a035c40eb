import type { PlayerDeck, PlayerSlide } from './deck.ts'
import type { Countdown, State } from './state.ts'

const minute = 60_000

/** From here on (ms) the countdown changes its colour. */
export const lastStretch = 30_000

/** What a countdown is kept under: the question, or the slide where there is none. */
export function countdownKey(slide: PlayerSlide): string {
  return slide.question || `${slide.kind}${slide.topic}`
}

/** Milliseconds left on the current slide's countdown; below zero when over. */
export function timeLeft(deck: PlayerDeck, state: State, now: number): number {
  const slide = deck.slides[state.slide]
  if (!slide) return 0
  const countdown = state.countdowns[countdownKey(slide)]
  if (!countdown) return slide.minutes * minute
  return countdown.ends === undefined ? countdown.left : countdown.ends - now
}

/** Whether the current slide's countdown was ever touched: only then is it shown to the audience. */
export function currentCountdown(
  deck: PlayerDeck,
  state: State,
): Countdown | undefined {
  const slide = deck.slides[state.slide]
  return slide && state.countdowns[countdownKey(slide)]
}

/** Starts or pauses; a countdown that is over starts again with its planned time. */
export function toggleCountdown(
  deck: PlayerDeck,
  state: State,
  now: number,
): Partial<State> {
  const left = timeLeft(deck, state, now)
  if (currentCountdown(deck, state)?.ends !== undefined)
    return withCountdown(deck, state, { left })
  const planned = (deck.slides[state.slide]?.minutes ?? 0) * minute
  const start = left > 0 ? left : planned
  return withCountdown(deck, state, { left: start, ends: now + start })
}

/** Adds minutes to the current countdown, or takes them away. */
export function addMinutes(
  deck: PlayerDeck,
  state: State,
  minutes: number,
  now: number,
): Partial<State> {
  const left = Math.max(0, timeLeft(deck, state, now) + minutes * minute)
  const runs = currentCountdown(deck, state)?.ends !== undefined
  return withCountdown(
    deck,
    state,
    runs ? { left, ends: now + left } : { left },
  )
}

/** Stops the current countdown where it stands. */
export function pauseCountdown(
  deck: PlayerDeck,
  state: State,
  now: number,
): Partial<State> {
  return currentCountdown(deck, state)?.ends === undefined
    ? {}
    : withCountdown(deck, state, { left: timeLeft(deck, state, now) })
}

/** `4:05`, `-0:12` when over, `1:02:03` from an hour on. */
export function clockText(milliseconds: number): string {
  // A countdown shows the second that has begun, so that it ends when it says 0:00.
  const seconds = Math.ceil(milliseconds / 1000)
  const total = Math.abs(seconds)
  const two = (value: number): string => String(value).padStart(2, '0')
  const hours = Math.floor(total / 3600)
  const minutes = Math.floor(total / 60) % 60
  return `${seconds < 0 ? '-' : ''}${
    hours > 0 ? `${hours}:${two(minutes)}` : minutes
  }:${two(total % 60)}`
}

function withCountdown(
  deck: PlayerDeck,
  state: State,
  countdown: Countdown,
): Partial<State> {
  const slide = deck.slides[state.slide]
  return slide
    ? {
        countdowns: { ...state.countdowns, [countdownKey(slide)]: countdown },
      }
    : {}
}
