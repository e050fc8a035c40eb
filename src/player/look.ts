import { el, root } from './dom.ts'
import type { Player } from './player.ts'
import type { State } from './state.ts'

/** Applies the colours to the page, and covers it while the screen is black or white. */
export function followLook({ layer, store }: Player): void {
  const cover = el('div', { class: 'sd-blank', hidden: true })
  layer.append(cover)
  const show = ({ theme, blank }: State): void => {
    root.dataset['theme'] = theme
    cover.hidden = blank === ''
    cover.dataset['colour'] = blank
  }
  store.subscribe(show)
}
