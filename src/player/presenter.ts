import { presenterClocks } from './presenter-clocks.ts'
import { presenterReading } from './presenter-reading.ts'
import type { CommandName } from './commands.ts'
import { el } from './dom.ts'
import type { Link } from './link.ts'
import type { Player } from './player.ts'
import type { Box } from './stage.ts'
import { onTick } from './ticker.ts'

/** The presenter's window around the slide. */
export interface PresenterView {
  /** Where the current slide goes. */
  readonly box: () => Box
  /** Calls back when that place changes its size. */
  readonly onResize: (callback: () => void) => void
  /** Fills in everything that follows the deck. */
  readonly start: (
    player: Player,
    link: Link,
    run: (name: CommandName) => void,
  ) => void
}

/** Lays out the presenter's window: now, next, the whole answer, notes and clocks. */
export function createPresenterView(layer: HTMLElement): PresenterView {
  const place = el('div', { class: 'sd-now' })
  const left = el('div', {}, place)
  const view = el('div', { class: 'sd-presenter' }, left)
  layer.append(view)
  return {
    box: () => place.getBoundingClientRect(),
    onResize: (callback) => {
      new ResizeObserver(callback).observe(place)
    },
    start: (player, link, run) => {
      document.title = `${player.words.present}: ${document.title}`
      const { next, answer, notes } = presenterReading(player)
      left.append(presenterClocks(player, run), notes)
      view.append(el('div', {}, connection(player, link), next, answer))
    },
  }
}

/** Warns when the audience does not follow, or sees a blank screen. */
function connection(player: Player, link: Link): HTMLElement {
  const { store, words } = player
  const text = el('p', { class: 'sd-warning', role: 'status' })
  onTick(player, () => {
    const seen = store.state.blank ? words.blanked : ''
    text.textContent = link.isUp() ? seen : words.lost
  })
  return text
}
