import { fill } from './words.ts'
import { el } from './dom.ts'
import { slideName } from './names.ts'
import type { Player } from './player.ts'
import { plainText } from './plain-text.ts'
import { currentSlide } from './moves.ts'

/** How much of a block is read aloud. */
const longest = 400

/** Has every new slide and every revealed block read aloud. */
export function announceSlides(player: Player): void {
  const { deck, store, words } = player
  const live = el('p', { class: 'sd-live', 'aria-live': 'polite' })
  player.layer.append(live)
  store.subscribe((state, before) => {
    const slide = currentSlide(deck, state)
    if (state.slide !== before.slide)
      live.textContent = `${slideName(slide, words)} ${slide.title}. ${fill(words.page, { n: state.slide + 1 })}`
    else if (state.step > before.step) {
      const text = (slide.steps[state.step - 1] ?? []).map(plainText).join(' ')
      live.textContent = text.slice(0, longest)
    }
  })
}
