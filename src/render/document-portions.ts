import { linksTo } from './destinations.ts'
import type { Portions } from '../model/portions.ts'

/**
 * Divides a document that flows over pages into documents that are printed one after another.
 *
 * Each begins with a topic, or with a question where a topic alone is too long; the title stands in the first, and what
 * follows the topics in the last. A document of another shape, made by a template of the user's own, stays whole.
 *
 * @param html whole document of `<section class="topic">` with `<section class="question">` in them
 * @param portions `characters` of each, without its head and its pictures; a document of no more than `whole` stays whole
 * @returns makes each: all at once, each with its fonts, take many times the memory of the document
 */
export function documentPortions(
  html: string,
  { characters: most, whole }: Pick<Portions, 'characters' | 'whole'>,
): (() => string)[] {
  const body = /<body[^>]*>/.exec(html)
  if (!body || sizeOf(html.slice(body.index)) <= whole) return [() => html]
  const topics = topicsOf(html)
  const head = html.slice(0, body.index + body[0].length)
  const before = html.slice(head.length, topics[0]?.start)
  const after = html.slice(topics.at(-1)?.end).replace(links, '')
  if (topics.length === 0 || !isBalanced(before)) return [() => html]
  const groups = inPortions(
    topics.flatMap((topic) => piecesOf(topic, html, most)),
    (piece) => sizeOf(piece.html),
    most,
  )
  return groups.map((pieces, index) => () => {
    const content = joined(pieces)
    const ids = Array.from(content.matchAll(ownId), ([, id = '']) => id)
    const isLast = index === groups.length - 1
    return [
      head,
      index === 0 ? before : '',
      content,
      linksTo(ids),
      isLast ? after : '</body></html>',
    ].join('\n')
  })
}

/**
 * Puts items that follow each other into groups.
 *
 * @param most size of a group; one item alone may be larger
 */
export function inPortions<Item>(
  items: readonly Item[],
  sizeOfItem: (item: Item) => number,
  most: number,
): Item[][] {
  const groups: Item[][] = []
  let room = 0
  for (const item of items) {
    const size = sizeOfItem(item)
    if (size > room || groups.length === 0) {
      groups.push([])
      room = most
    }
    groups.at(-1)?.push(item)
    room -= size
  }
  return groups
}

/** Characters of HTML without pictures: those take memory by their pixels. */
export function sizeOf(html: string): number {
  return html.replaceAll(/ src="data:[^"]*"/g, '').length
}

const links = /<div hidden>(?:<a href="#[^"]*"><\/a>)*<\/div>/
const ownId = / id="((?:topic|question)-[^"]*)"/g
/** No Markdown of a paper becomes a `section`: those that there are come from the template. */
const sectionTag = /<section\b[^>]*>|<\/section>/g

/** Where a topic stands in a document. */
interface Topic {
  readonly start: number
  readonly end: number
  /** Its own tag. */
  readonly tag: string
  /** Where its questions begin. */
  readonly questions: readonly number[]
}

function topicsOf(html: string): Topic[] {
  const topics: Topic[] = []
  const open: { tag: string; start: number; questions: number[] }[] = []
  for (const { 0: tag, index } of html.matchAll(sectionTag)) {
    if (tag !== '</section>') {
      if (open.length === 1 && hasClass(tag, 'question'))
        open[0]?.questions.push(index)
      open.push({ tag, start: index, questions: [] })
      continue
    }
    const closed = open.pop()
    if (closed && open.length === 0 && hasClass(closed.tag, 'topic'))
      topics.push({ ...closed, end: index + tag.length })
  }
  return topics
}

function hasClass(tag: string, name: string): boolean {
  return new RegExp(` class="(?:[^"]* )?${name}[ "]`).test(tag)
}

/** What is not divided: a topic, or one of its questions. */
interface Piece {
  readonly html: string
  /** Tag of the topic of which it is a part; missing where it is the whole. */
  readonly within?: string
  /** Whether it begins its topic. */
  readonly isFirst: boolean
}

/** A topic's heading and situation stay with its first question. */
function piecesOf(
  { start, end, tag, questions }: Topic,
  html: string,
  most: number,
): Piece[] {
  const whole = html.slice(start, end)
  if (questions.length < 2 || sizeOf(whole) <= most)
    return [{ html: whole, isFirst: true }]
  const starts = [start + tag.length, ...questions.slice(1)]
  return starts.map((from, index) => ({
    html: html.slice(from, starts[index + 1] ?? end - '</section>'.length),
    within: tag,
    isFirst: index === 0,
  }))
}

/** Pieces of one topic stand in one section. */
function joined(pieces: readonly Piece[]): string {
  return pieces
    .map(({ html, within, isFirst }, index) => {
      if (within === undefined) return html
      const next = pieces[index + 1]
      const opens = isFirst || index === 0
      const closes = next?.within === undefined || next.isFirst
      return `${opens ? within : ''}${html}${closes ? '</section>' : ''}`
    })
    .join('\n')
}

/** Whether nothing is open that holds the topics. */
function isBalanced(html: string): boolean {
  const opened = html.match(/<(?:main|div|article|section|form)\b/g) ?? []
  const closed = html.match(/<\/(?:main|div|article|section|form)>/g) ?? []
  return opened.length === closed.length
}
