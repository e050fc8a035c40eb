import type { PlayerSlide } from './deck.ts'
import { el, on } from './dom.ts'
import { slideName } from './names.ts'
import { createPanel, type Panel } from './panel.ts'
import type { Player } from './player.ts'
import { thumbnail } from './thumbnail.ts'
import { fill } from './words.ts'

/**
 * All slides at a glance, by topic.
 *
 * The audience sees of each answer only what was already shown: looking for a slide must not give answers away.
 */
export function createOverview(
  player: Player,
  go: (index: number) => void,
): Panel {
  const { deck, words } = player
  const heading = (topic: number): string => {
    if (topic === Infinity) return words.summary
    return topic === 0
      ? words.first
      : `${topic}. ${deck.topics.get(topic) ?? ''}`
  }
  const choose = (index: number): void => {
    panel.toggle()
    go(index)
  }
  const content = (): HTMLElement => {
    const body = el('div', { class: 'sd-grid' })
    for (const topic of new Set(deck.slides.map(topicOf))) {
      const cards = deck.slides
        .filter((slide) => topicOf(slide) === topic)
        .map((slide) => card(player, slide, choose))
      body.append(el('h3', {}, heading(topic)), el('ul', {}, ...cards))
    }
    return body
  }
  const panel = createPanel(player, 'overview', content, (dialog) => {
    dialog.querySelector<HTMLElement>('[aria-current]')?.focus()
  })
  on(panel.dialog, 'keydown', (event) => {
    const target = wayThrough(panel.dialog, event.key)
    if (!target) return
    event.preventDefault()
    target.focus()
  })
  return panel
}

/** The summary stands behind all topics. */
function topicOf({ kind, topic }: PlayerSlide): number {
  return kind === 'summary' ? Infinity : topic
}

function card(
  { role, store: { state }, words }: Player,
  slide: PlayerSlide,
  choose: (index: number) => void,
): HTMLElement {
  const seen = role === 'presenter' ? Infinity : state.seen[slide.address]
  const isMissed = state.missed.includes(slide.question)
  return el(
    'li',
    { class: 'sd-card' },
    thumbnail(slide, seen ?? 0),
    el(
      'button',
      {
        'aria-current': slide.index === state.slide && 'true',
        title: slide.title,
        onclick: () => {
          choose(slide.index)
        },
      },
      el('span', {}, slideName(slide, words)),
      el(
        'span',
        { class: isMissed ? 'sd-warning' : 'sd-soft' },
        isMissed ? words.summary : fill(words.page, { n: slide.index + 1 }),
      ),
    ),
  )
}

/** The card that an arrow key leads to; a clicker's PageUp and PageDown walk through all of them. */
function wayThrough(dialog: HTMLElement, key: string): HTMLElement | undefined {
  const cards = [...dialog.querySelectorAll<HTMLElement>('.sd-card > button')]
  const at = cards.indexOf(document.activeElement as HTMLElement)
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    PageDown: at + 1,
    ArrowLeft: at - 1,
    PageUp: at - 1,
    Home: 0,
    End: cards.length - 1,
  }
  const step = steps[key]
  if (step !== undefined) return cards[step]
  if (key === 'ArrowDown') return nextRow(cards.slice(at), 1)
  return key === 'ArrowUp'
    ? nextRow(cards.slice(0, at + 1).reverse(), -1)
    : undefined
}

/** The card of the next row that is nearest to the column of the first card. */
function nextRow(
  cards: readonly HTMLElement[],
  direction: 1 | -1,
): HTMLElement | undefined {
  const column = cards[0]?.getBoundingClientRect().left ?? 0
  const row = (card: HTMLElement): number =>
    card.getBoundingClientRect().top * direction
  const off = (card: HTMLElement): number =>
    Math.abs(card.getBoundingClientRect().left - column)
  const first = cards.find((card) => cards[0] && row(card) > row(cards[0]))
  return cards
    .filter((card) => first && row(card) === row(first))
    .sort((one, other) => off(one) - off(other))[0]
}
