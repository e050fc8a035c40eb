import { clockText, lastStretch, timeLeft } from './countdown.ts'
import type { Player } from './player.ts'
import { onTick } from './ticker.ts'

/** Keeps the time left in an element: `data-late` in the last half minute, `data-over` from zero on. */
export function countdownText<Place extends HTMLElement>(
  player: Player,
  place: Place,
): Place {
  const { deck, store } = player
  const show = (): void => {
    const left = timeLeft(deck, store.state, Date.now())
    place.textContent = clockText(left)
    place.toggleAttribute('data-late', left <= lastStretch)
    place.toggleAttribute('data-over', left <= 0)
  }
  onTick(player, show)
  return place
}
