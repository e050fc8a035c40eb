import type { PlayerSlide } from './deck.ts'
import { slideName } from './names.ts'
import type { Player } from './player.ts'
import { plainText } from './plain-text.ts'

/** One line of a result list. */
export interface Finding {
  readonly slide: PlayerSlide
  readonly name: string
  /** Plain and marked pieces by turns, beginning with a plain one. */
  readonly text: readonly string[]
}

const most = 40
const aroundHit = 40

/**
 * Finds words on the slides, without regard to case and spaces between.
 *
 * Where the audience can see the list, a hit in an answer that was not shown yet tells the slide, never the text.
 */
export function findText(player: Player, query: string): Finding[] {
  if (query === '') return []
  const { deck, role, store, words } = player
  const pattern = new RegExp(query.split(' ').map(escaped).join('\\s*'), 'iu')
  return deck.slides
    .flatMap((slide) => {
      const text = plainText(slide.section)
      const hit = pattern.exec(text)
      if (!hit) return []
      const secret =
        role === 'audience' &&
        slide.kind === 'answer' &&
        (store.state.seen[slide.address] ?? 0) < slide.steps.length
      return [
        {
          slide,
          name: slideName(slide, words),
          text: secret ? [words.hidden] : snippet(text, hit.index, hit[0]),
        },
      ]
    })
    .slice(0, most)
}

function snippet(text: string, at: number, hit: string): string[] {
  const start = Math.max(0, at - aroundHit)
  const end = at + hit.length + aroundHit
  return [
    `${start > 0 ? '…' : ''}${text.slice(start, at)}`,
    hit,
    `${text.slice(at + hit.length, end)}${end < text.length ? '…' : ''}`,
  ]
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
