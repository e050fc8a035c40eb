import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { blank } from './print-html/blanks.ts'
import type { AnswerSpace, Block, QuestionPart } from '../model/paper.ts'

/** Space to write in, as rows of ruled lines, of dots or of a frame. */
export interface Space {
  readonly kind: 'rule' | 'dots' | 'frame'
  readonly rows: number
}

/** Height of one row in mm. Handwritten Hangul wants about 8; dots stand on a 5 mm grid. */
const rowHeights = { rule: 8, dots: 5, frame: 8 } as const

/** Lines of handwriting are this much further apart than lines of print. */
const handwriting = 1.3

/** Mean width in mm of a handwritten character, spaces and Latin letters included. */
const characterWidth = 3.6

/** Even a short answer deserves three lines. */
const leastHeight = 24

/** In mm, a third of a page: up to here space grows with the answer, beyond it ever more slowly, to twice as much. */
const fullHeight = 96

/** Rows that stay on the page of the question: enough to start writing. */
const firstRows = { rule: 3, dots: 5, frame: 3 } as const

const mmPerPx = 25.4 / 96

/** A printed answer. */
export interface AnswerSize {
  /** In CSS pixels, at the width of the space to write in. */
  readonly height: number
  readonly width: number
  readonly characters: number
}

/**
 * How tall an answer is when it is written by hand: between its print, whose lists and code have short lines, and its
 * characters as running text, which is how people write in a hurry.
 *
 * @returns mm
 */
export function heightByHand({
  height,
  width,
  characters,
}: AnswerSize): number {
  const lines = (characters * characterWidth) / Math.max(1, width * mmPerPx)
  return (height * mmPerPx * handwriting + lines * rowHeights.rule) / 2
}

/**
 * Decides how much space a question gets.
 *
 * @param question what is asked; its own `answerSpace` wins
 * @param standard `answerSpace` of the paper
 * @param answerHeight from `heightByHand`, of what does not go into a table of the question
 * @returns `undefined` when there is nothing to write: boxes are ticked, blanks and tables are filled in
 */
export function spaceFor(
  question: QuestionPart,
  standard: AnswerSpace,
  answerHeight: number,
): Space | undefined {
  const wish = question.answerSpace ?? standard
  if (wish === 'none' || wish === 0) return undefined
  if (typeof wish === 'number') return { kind: 'rule', rows: wish }
  if (wish === 'auto' && isAnsweredInPlace(question, answerHeight))
    return undefined
  const kind =
    wish === 'grid' || (wish === 'auto' && question.kind === 'code')
      ? 'dots'
      : wish === 'box'
        ? 'frame'
        : 'rule'
  const height = Math.max(leastHeight, answerHeight)
  return { kind, rows: Math.ceil(bounded(height) / rowHeights[kind]) }
}

function isAnsweredInPlace(
  { kind, prompt }: QuestionPart,
  answerHeight: number,
): boolean {
  if (kind === 'choice' || kind === 'ox') return true
  if (kind === 'blank') return hasBlanks(prompt)
  return answerHeight === 0 && hasTableToFill(prompt)
}

/** Whether there are blanks, and all of them become places to write in: those in a block of code do not. */
function hasBlanks(prompt: readonly Block[]): boolean {
  const holders = new Set<string>()
  visit(rootOf(prompt), (node) => {
    if ('value' in node && node.value.search(blank) !== -1)
      holders.add(node.type)
  })
  return holders.has('text') && !holders.has('code')
}

/**
 * Whether a question has a table whose empty cells are to be filled in, which is more than one empty corner.
 *
 * @param prompt of a question
 */
export function hasTableToFill(prompt: readonly Block[]): boolean {
  return prompt
    .filter((block) => block.type === 'table')
    .some(({ children: [, ...rows] }) => {
      const cells = rows.flatMap(({ children }) => children)
      return cells.filter(({ children }) => children.length === 0).length > 1
    })
}

function rootOf(blocks: readonly Block[]): Root {
  return { type: 'root', children: [...blocks] }
}

/** Nobody writes three pages by hand, but a longer answer still gets more space than a shorter one. */
function bounded(height: number): number {
  const beyond = Math.max(0, height - fullHeight)
  return (
    Math.min(height, fullHeight) +
    fullHeight * (1 - Math.exp(-beyond / (2.5 * fullHeight)))
  )
}

/**
 * HTML of the space, in two parts: rows that stay with the question, and rows that may flow on to the next page.
 *
 * @param space from `spaceFor`
 */
export function spaceHtml(space: Space | undefined): {
  first: string
  rest: string
} {
  if (!space) return { first: '', rest: '' }
  const rows = Array.from({ length: space.rows }, (_, index) =>
    row(space, index),
  )
  const count = firstRows[space.kind]
  return {
    first: wrap(rows.slice(0, count)),
    rest: wrap(rows.slice(count)),
  }
}

function wrap(rows: readonly string[]): string {
  return rows.length === 0 ? '' : `<div class="space">${rows.join('')}</div>`
}

function row({ kind, rows }: Space, index: number): string {
  if (kind === 'dots') return dots
  const ends = [
    ...(kind === 'frame' && index === 0 ? ['first'] : []),
    ...(kind === 'frame' && index === rows - 1 ? ['final'] : []),
  ]
  return `<div class="${[kind, ...ends].join(' ')}"></div>`
}

/** One line of round dots, 5 mm apart: a vector, where a CSS gradient would be printed as a picture. */
const dots =
  '<svg class="dots" aria-hidden="true"><line x1="0" y1="50%" x2="100%" y2="50%" stroke-dasharray="0 18.9"/></svg>'
