import { clockText } from './countdown.ts'
import type { PlayerDeck, PlayerQuestion } from './deck.ts'
import { el, icon } from './dom.ts'
import { icons } from './icons.ts'
import type { Player } from './player.ts'
import { blocksToMarkdown } from './plain-text.ts'
import { bodyBlocks } from './steps.ts'
import { timeUsed } from './time-used.ts'
import type { PlayerWords } from './words.ts'

/** Adds the player's own last slide, which lists the questions to review. It is never printed. */
export function addSummarySlide(main: HTMLElement, words: PlayerWords): void {
  main.append(
    el(
      'div',
      { class: 'slide', 'data-kind': 'summary' },
      el(
        'section',
        {},
        el('h1', {}, words.summary),
        el('div', { class: 'sd-summary' }),
      ),
    ),
  )
}

/** Keeps the summary up to date. */
export function followMissed(player: Player): void {
  const { deck, main, store } = player
  const body = main.querySelector('.sd-summary')
  const show = (): void => {
    const missed = missedQuestions(deck, store.state.missed)
    const list = el(
      'ul',
      { 'data-long': missed.length > 8 },
      ...missed.map((question) => line(player, question)),
    )
    body?.replaceChildren(
      ...(missed.length > 0
        ? [list, exportButton(player, missed)]
        : [el('p', {}, player.words.nothingMissed)]),
    )
  }
  store.subscribe((state, before) => {
    if (state.missed !== before.missed || state.slide !== before.slide) show()
  })
  show()
}

/**
 * The marked questions as Markdown: title and text, never the answer, so that it may be handed out.
 *
 * @param title name of the deck
 */
function missedMarkdown(
  title: string,
  words: PlayerWords,
  deck: PlayerDeck,
  missed: readonly PlayerQuestion[],
): string {
  const parts = missed.map(({ id, title: name, topic, slides }) => {
    const blocks = slides
      .filter(({ kind }) => kind === 'question')
      .flatMap(({ section }) => bodyBlocks(section))
    return [
      `## ${id}. ${name}`,
      deck.topics.get(topic) ?? '',
      blocksToMarkdown(blocks),
    ]
      .filter((part) => part !== '')
      .join('\n\n')
  })
  return `${[`# ${title}: ${words.summary}`, ...parts].join('\n\n')}\n`
}

function missedQuestions(
  deck: PlayerDeck,
  missed: readonly string[],
): PlayerQuestion[] {
  return deck.questions.filter(({ id }) => missed.includes(id))
}

function line(player: Player, question: PlayerQuestion): HTMLElement {
  const { deck, store } = player
  const { id, title, slides, minutes } = question
  const used = timeUsed(deck, store.state, id, Date.now())
  return el(
    'li',
    {},
    el('b', {}, id),
    el('a', { href: `#${slides[0]?.address ?? ''}` }, title),
    el(
      'span',
      { class: 'sd-times' },
      `${clockText(used)} / ${clockText(minutes * 60_000)}`,
    ),
  )
}

function exportButton(
  { deck, words }: Player,
  missed: readonly PlayerQuestion[],
): HTMLElement {
  return el(
    'button',
    {
      class: 'sd-export',
      onclick: () => {
        save('missed.md', missedMarkdown(document.title, words, deck, missed))
      },
    },
    icon(icons.download),
    words.export,
  )
}

function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }))
  el('a', { href: url, download: name }).click()
  // Browsers start to read the file after the click: it must not be gone by then.
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, 10_000)
}
