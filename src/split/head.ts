import type { Marker } from './marker.ts'
import type { Reading } from './reading.ts'
import { wrapperOf, type Unit } from './unit.ts'

/** What the top of a paper says about the paper. */
export interface PaperHead {
  /** The heading or line that names the paper. */
  readonly title: Unit | undefined
  readonly date: string | undefined
  readonly author: string | undefined
  readonly round: number | undefined
  /** `(20문항)`: how many questions there should be. */
  readonly count: number | undefined
  /** Indexes of units that are title or metadata. */
  readonly taken: ReadonlySet<number>
}

/** Metadata stand within this many units of the title. */
const reach = 12

/**
 * Reads title, date, author and round from the top of a paper.
 *
 * @param reading units and their evidence
 */
export function headOf(reading: Reading): PaperHead {
  const title = titleOf(reading)
  const lines = [...(title ? [title] : []), ...metaLines(reading, title)]
  const texts = lines.map(({ flat }) => flat.text)
  const first = (read: (text: string) => string | undefined) =>
    texts.map(read).find((value) => value !== undefined)
  return {
    title,
    date: first(dateIn),
    author: first(authorIn),
    round: roundIn(title?.flat.text ?? ''),
    count: texts.map(countIn).find((value) => value !== undefined),
    taken: new Set(lines.map(({ index }) => index)),
  }
}

/** Lines of metadata: anywhere above the title, and right below it. */
function metaLines(reading: Reading, title: Unit | undefined): Unit[] {
  const from = title ? title.index + 1 : 0
  const above = reading.units.slice(0, title?.index ?? 0).filter(isMeta)
  const below = reading.units
    .slice(from, from + reach)
    .filter(({ node }) => node.type !== 'thematicBreak')
  const end = below.findIndex(
    (unit) => !isMeta(unit) || isContent(unit, reading),
  )
  return [...above, ...below.slice(0, end < 0 ? below.length : end)]
}

/** The heading that names the paper; else a lone short first line. */
function titleOf(reading: Reading): Unit | undefined {
  const headings = reading.units.filter(
    ({ node, wrapper }) => node.type === 'heading' && !wrapper,
  )
  const first = headings[0]
  return first && isTitle(reading, first, headings)
    ? first
    : titleLine(reading, first)
}

/** The first heading, if it is no question, and no other stands on its level or above; or an H1 with only metadata below. */
function isTitle(
  { units, evidence }: Reading,
  first: Unit,
  headings: readonly Unit[],
): boolean {
  const { start, marker } = evidence[first.index] ?? {}
  if (start?.form === 'label') return false
  const depth = depthOf(first)
  const isAlone = headings.slice(1).every((other) => depthOf(other) > depth)
  if (opensAnswer(marker)) return isAlone && namesPaper(first)
  if (depth === 1) return isAlone || isOnlyMeta(below(units, headings))
  return (
    !marker &&
    isAlone &&
    headings.length > 1 &&
    isOnlyMeta(units.slice(0, first.index))
  )
}

/** What stands between the first heading and the second. */
function below(units: readonly Unit[], [first, second]: readonly Unit[]) {
  return units.slice((first?.index ?? 0) + 1, second?.index)
}

/** `# 문제 풀이`, `# 3회차 문제와 정답`: a label by its words, but the paper's own name. */
function namesPaper({ index, node, flat }: Unit): boolean {
  return (
    index === 0 &&
    node.type === 'heading' &&
    node.depth === 1 &&
    /문제|질문|퀴즈|시험|모의고사|회차|스터디|기출/u.test(flat.text)
  )
}

function opensAnswer(marker: Marker | undefined): boolean {
  return marker?.role === 'answer' && marker.strength !== 'weak'
}

function depthOf({ node }: Unit): number {
  return node.type === 'heading' ? node.depth : 7
}

function isOnlyMeta(units: readonly Unit[]): boolean {
  return units.every(
    (unit) => isMeta(unit) || unit.node.type === 'thematicBreak',
  )
}

/** `🏆 [1일차] 모의고사 (20문항)` above everything, in a paper without an H1. */
function titleLine(
  { units, evidence }: Reading,
  heading: Unit | undefined,
): Unit | undefined {
  const line = units[0]
  const { start, marker, asks: isAsking } = evidence[0] ?? {}
  if (line?.node.type !== 'paragraph' || line.wrapper) return undefined
  if (start ?? marker ?? (heading && depthOf(heading) === 1)) return undefined
  return isAsking === true || line.flat.text.length > 60 ? undefined : line
}

function isContent(unit: Unit, { evidence }: Reading): boolean {
  const own = evidence[unit.index]
  return own?.start?.form === 'label' || own?.marker?.role === 'answer'
}

const metaForms: readonly RegExp[] = [
  /^\s*(?:작성자|작성|발표자|발표|출제자|출제|저자|글쓴이|진행자|진행|스터디장|이름|author|by|presenter)(?: {0,2}이름)? {0,3}:/iu,
  /^\s*(?:작성일자?|학습 ?일자?|발표 ?날짜|날짜|일시|일자|일정|date|모임 ?날짜|스터디 ?날짜) {0,3}:/iu,
  /^\s*(?:주제|문항 ?수|문제 ?수|총 ?문항|장소|과목|범위|출제 ?범위|관련 ?문서|제한 ?시간|시간|태그|tags?|회차|주차|레포|링크) {0,3}:/iu,
  /^\W{0,4}\d{2,4} {0,1}[-./_년] {0,2}\d{1,2} {0,1}[-./_월] {0,2}\d{1,2}/u,
  /^\s*총 {0,2}\d{1,3} {0,2}(?:문항|문제)/u,
]

function isMeta(unit: Unit): boolean {
  const list = wrapperOf(unit, 'list')?.node
  return (
    unit.node.type === 'paragraph' &&
    !(list?.type === 'list' && list.ordered) &&
    metaForms.some((form) => form.test(unit.flat.text.slice(0, 80)))
  )
}

const iso =
  /(\d{4}|\d{2}) {0,1}[-./_년] {0,2}(\d{1,2}) {0,1}[-./_월] {0,2}(\d{1,2})/u

/**
 * The first date in a text as `YYYY-MM-DD`: `2025-09-19`, `2025. 9. 19.`, `2024년 2월 17일`, `21.07.19`.
 *
 * @param text flattened text of a line
 */
export function dateIn(text: string): string | undefined {
  const match = iso.exec(text.slice(0, 200))
  if (!match) return undefined
  const [, year = '', month = '', day = ''] = match
  if (
    Number(month) < 1 ||
    Number(month) > 12 ||
    Number(day) < 1 ||
    Number(day) > 31
  )
    return undefined
  return `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function authorIn(text: string): string | undefined {
  const match =
    /(?:작성자|발표자|출제자|저자|글쓴이|진행자|author|presenter) {0,3}: {0,3}([^,|/\n]{1,60})/iu.exec(
      text.slice(0, 200),
    )
  const name = match?.[1]?.replace(/[\s_]+$/u, '').trim()
  return name === '' ? undefined : name
}

/**
 * 회차 of a title or a file name: `1 회차`, `제3회`, `(1회차)`, `Round 10`, `5주차`.
 *
 * @param text title or file name
 */
export function roundIn(text: string): number | undefined {
  const match =
    /(\d{1,4}) {0,2}(?:회차|회(?![가-힣])|주차|일차)|(?:Week|Round|Day|Session|WEEK) {0,2}#?(\d{1,4})/iu.exec(
      text.slice(0, 200),
    )
  return match ? Number(match[1] ?? match[2]) : undefined
}

function countIn(text: string): number | undefined {
  const match =
    /(?:총 {0,2}|문항 ?수 {0,2}: {0,2}|\( {0,2}|문제 ?수 {0,2}: {0,2})(\d{1,3}) {0,2}(?:문항|문제|제(?![가-힣])|개|$)/u.exec(
      text.slice(0, 200),
    )
  return match ? Number(match[1]) : undefined
}
