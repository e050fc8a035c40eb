import type { PlayerSlide } from './deck.ts'
import { el } from './dom.ts'
import { showSteps, stepsOf } from './steps.ts'

/**
 * A small picture of a slide: a copy that nobody can click or tab into.
 *
 * @param steps how many steps of an answer it shows
 */
export function thumbnail(slide: PlayerSlide, steps: number): HTMLElement {
  const copy = copySlide(slide)
  const section = copy.querySelector('section')
  if (section && slide.kind === 'answer') showSteps(stepsOf(section), steps)
  return el('div', { class: 'sd-frame', inert: true }, copy)
}

/** Copies a slide with all of its steps to be seen. */
export function copySlide(slide: PlayerSlide): HTMLElement {
  const copy = slide.element.cloneNode(true) as HTMLElement
  copy.removeAttribute('data-current')
  for (const later of copy.querySelectorAll('[data-later]'))
    later.removeAttribute('data-later')
  return copy
}
