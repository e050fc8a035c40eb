import type { PlayerSlide } from './deck.ts'
import { el } from './dom.ts'
import { currentSlide, forward } from './moves.ts'
import type { Player } from './player.ts'
import type { State } from './state.ts'
import { stepsOf } from './steps.ts'
import { copySlide, thumbnail } from './thumbnail.ts'
import type { WordKey } from './words.ts'

/** What the presenter reads ahead: the next screen, the answer in full, the notes. */
export function presenterReading(
  player: Player,
): Readonly<Record<'next' | 'answer' | 'notes', HTMLElement>> {
  const { deck, store } = player
  const next = readingBox(player, 'next')
  const answer = readingBox(player, 'answerFull')
  const notes = readingBox(player, 'notes')
  let before: PlayerSlide | undefined
  const show = (state: State): void => {
    next.body.replaceChildren(nextScreen(player, state))
    const slide = currentSlide(deck, state)
    if (before?.question !== slide.question)
      answer.body.replaceChildren(...answerInFull(player, slide))
    if (before !== slide) notes.body.replaceChildren(...notesOf(slide))
    markShown(player, answer.body, state)
    before = slide
  }
  store.subscribe(show)
  return { next: next.box, answer: answer.box, notes: notes.box }
}

function readingBox(
  { words }: Player,
  name: WordKey,
): { box: HTMLElement; body: HTMLElement } {
  // A box that scrolls must be within reach of the keyboard.
  const body = el('div', { class: 'sd-reading', tabindex: 0 })
  const box = el(
    'section',
    { class: `sd-box sd-box-${name}`, 'aria-label': words[name] },
    el('h2', {}, words[name]),
    body,
  )
  return { box, body }
}

function nextScreen({ deck, words }: Player, state: State): Node {
  const { slide: index, step } = forward(deck, state)
  const slide = index === undefined ? undefined : deck.slides[index]
  return slide
    ? thumbnail(slide, step ?? 1)
    : el('p', { class: 'sd-soft' }, words.last)
}

function answersOf({ deck }: Player, { question }: PlayerSlide): PlayerSlide[] {
  return deck.slides.filter(
    (other) => other.kind === 'answer' && other.question === question,
  )
}

/** The answer's slides as running text: below one another, without their titles, in a size to read. */
function answerInFull(player: Player, slide: PlayerSlide): Node[] {
  return answersOf(player, slide).map((answer) => {
    const copy = copySlide(answer)
    copy.dataset['address'] = answer.address
    for (const part of copy.querySelectorAll('header, footer, .sd-ink'))
      part.remove()
    copy.querySelector('section > :is(h1, h2, h3)')?.remove()
    return copy
  })
}

/** Marks the blocks that the audience has already seen. */
function markShown({ deck }: Player, body: HTMLElement, state: State): void {
  for (const copy of body.querySelectorAll<HTMLElement>('[data-address]')) {
    const section = copy.querySelector('section')
    const steps = section ? stepsOf(section) : []
    const seen = state.seen[copy.dataset['address'] ?? ''] ?? 0
    steps.forEach((step, at) => {
      for (const element of step)
        element.toggleAttribute('data-seen', at < seen)
    })
  }
  // Follows the discussion: what comes next stays in sight.
  const current = deck.slides[state.slide]
  if (current?.kind === 'answer')
    [...body.querySelectorAll('[data-seen]')].at(-1)?.scrollIntoView({
      block: 'nearest',
    })
}

function notesOf({ element }: PlayerSlide): Node[] {
  return [...element.querySelectorAll('.notes')].flatMap((note) => {
    const body = note instanceof HTMLTemplateElement ? note.content : note
    return [...body.cloneNode(true).childNodes]
  })
}
