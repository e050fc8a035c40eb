import { findPlace } from './address.ts'
import { el, on } from './dom.ts'
import { findText, type Finding } from './find-text.ts'
import { slideName } from './names.ts'
import { createPanel, type Panel } from './panel.ts'
import type { Player } from './player.ts'
import { fill } from './words.ts'

/** What a dialog shows for what was typed. */
interface Found {
  readonly findings: readonly Finding[]
  readonly status: string
}

/** Makes the table of contents, which also jumps to a question (`2-3`) or a page number. */
export function createJump(player: Player, go: (index: number) => void): Panel {
  const { deck, words } = player
  return createFinder(player, 'jump', go, (query) => {
    const slide = deck.slides[findPlace(deck, query)]
    const findings = slide
      ? [{ slide, name: slideName(slide, words), text: [slide.title] }]
      : contents(player).filter(({ name }) => name.startsWith(query))
    return { findings, status: findings.length > 0 ? '' : words.jumpNone }
  })
}

/** Makes the dialog that finds words on the slides. */
export function createSearch(
  player: Player,
  go: (index: number) => void,
): Panel {
  const { words } = player
  return createFinder(player, 'search', go, (query) => {
    const findings = findText(player, query)
    const count = fill(words.found, { n: findings.length })
    const status = findings.length > 0 ? count : words.searchNone
    return { findings, status: query ? status : '' }
  })
}

function createFinder(
  player: Player,
  name: 'jump' | 'search',
  go: (index: number) => void,
  find: (query: string) => Found,
): Panel {
  const hint = player.words[`${name}Hint`]
  const input = el('input', { placeholder: hint, 'aria-label': hint })
  const status = el('p', { class: 'sd-soft', role: 'status' })
  const results = el('ul', { class: 'sd-results' })
  const show = (): void => {
    const found = find(input.value.normalize('NFC').replace(/\s+/g, ' ').trim())
    status.textContent = found.status
    results.replaceChildren(...found.findings.map(line))
  }
  const line = ({ slide, name: label, text }: Finding): HTMLElement => {
    const onclick = (): void => {
      panel.toggle()
      go(slide.index)
    }
    const pieces = text.map((piece, at) =>
      at % 2 === 1 ? el('mark', {}, piece) : piece,
    )
    const button = el(
      'button',
      { onclick },
      el('b', {}, label),
      el('span', {}, ...pieces),
    )
    return el('li', { 'data-kind': slide.kind }, button)
  }
  const panel = createPanel(
    player,
    name,
    () => {
      input.value = ''
      show()
      return el('div', {}, input, status, results)
    },
    () => {
      input.focus()
    },
  )
  on(input, 'input', show)
  on(panel.dialog, 'keydown', (event) => {
    walk(panel.dialog, event)
  })
  return panel
}

/** Enter takes the first result; arrow keys walk through the input and the results. */
function walk(dialog: HTMLElement, event: KeyboardEvent): void {
  const stops = [...dialog.querySelectorAll<HTMLElement>('input, li > button')]
  const at = stops.indexOf(document.activeElement as HTMLElement)
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  // While a syllable is being composed, Enter only ends it.
  if (event.isComposing) return
  if (event.key === 'Enter' && at === 0) stops[1]?.click()
  else if (by) stops[at + by]?.focus()
  else return
  event.preventDefault()
}

function contents({ deck, words }: Player): Finding[] {
  return deck.slides.flatMap((slide) => {
    const { kind, question, topic } = slide
    const isFirst = deck.questions.some(({ slides }) => slides[0] === slide)
    if (isFirst) return [{ slide, name: question, text: [slide.title] }]
    if (kind === 'topic')
      return [{ slide, name: `${topic}.`, text: [slide.title] }]
    return kind === 'summary'
      ? [{ slide, name: '', text: [words.summary] }]
      : []
  })
}
