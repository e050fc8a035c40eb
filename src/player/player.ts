import type { PlayerDeck } from './deck.ts'
import type { Store } from './state.ts'
import type { PlayerWords } from './words.ts'

/** Which of the two windows this is. */
export type Role = 'audience' | 'presenter'

/** What every part of the player works with. */
export interface Player {
  readonly role: Role
  readonly deck: PlayerDeck
  readonly store: Store
  readonly words: PlayerWords
  /** The page's `<main class="deck">`. */
  readonly main: HTMLElement
  /** Layer of the player's own elements. */
  readonly layer: HTMLElement
  /** Shows a short message for a moment, and has it read aloud. */
  readonly say: (text: string) => void
}
