import type { PlayerDeck } from './deck.ts'
import type { State } from './state.ts'

/** Where to go: a slide's index, and the step that the address names. */
export interface Place {
  readonly index: number
  /** Absent where the address names a slide only. */
  readonly step?: number
}

/** `#q2-3`, `#a2-3/2.4`: second slide of the answer to question 2-3, step 4. Survives slides put in before it. */
export function toHash(deck: PlayerDeck, state: State): string {
  const address = deck.slides[state.slide]?.address ?? '1'
  return `#${address}${state.step > 1 ? `.${state.step}` : ''}`
}

/** Reads an address; also takes a page number (`#12`, `#12.3`) and a question's id (`#2-3`). */
export function fromHash(deck: PlayerDeck, hash: string): Place | undefined {
  const [, name = '', step] = /^#(.+?)(?:\.(\d+))?$/.exec(hash) ?? []
  const index = findPlace(deck, name)
  if (index < 0) return undefined
  return step === undefined ? { index } : { index, step: Number(step) }
}

/** Index of the slide with this address, page number or question id; -1 when there is none. */
export function findPlace(deck: PlayerDeck, name: string): number {
  const exact = deck.slides.findIndex(
    (slide) => slide.address === name || slide.address === `q${name}`,
  )
  if (exact >= 0) return exact
  const page = /^\d+$/.test(name) ? Number(name) : 0
  return page > 0 && page <= deck.pages ? page - 1 : -1
}
