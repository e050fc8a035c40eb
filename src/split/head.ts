import { pointsPerQuestion } from './fields.ts'
import {
  authorIn,
  countIn,
  dateIn,
  isDateOnly,
  isMetaText,
  roundIn,
  roundInLine,
} from './head-forms.ts'
import type { Marker } from './marker.ts'
import type { Reading } from './reading.ts'
import type { Unit } from './unit.ts'

/** What the top of a paper says about the paper. */
export interface PaperHead {
  /** The heading or line that names the paper. */
  readonly title: Unit | undefined
  readonly date: string | undefined
  readonly author: string | undefined
  readonly round: number | undefined
  /** `(20문항)`: how many questions there should be. */
  readonly count: number | undefined
  /** `(문제당 3점)`. */
  readonly pointsEach: number | undefined
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
    round:
      roundIn(title?.flat.text ?? '') ??
      texts.map(roundInLine).find((value) => value !== undefined),
    pointsEach: texts
      .map(pointsPerQuestion)
      .find((value) => value !== undefined),
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

/** The first heading, if it is no question, and no other stands on its level or above; or one with only metadata below it. */
function isTitle(
  reading: Reading,
  first: Unit,
  headings: readonly Unit[],
): boolean {
  const { start, marker } = reading.evidence[first.index] ?? {}
  if (start?.form === 'label') return false
  const depth = depthOf(first)
  const isAlone = headings.slice(1).every((other) => depthOf(other) > depth)
  if (opensAnswer(marker)) return isAlone && namesPaper(first)
  const isBare = isOnlyMeta(below(reading.units, headings))
  return depth === 1
    ? isAlone || isBare
    : isLowTitle(reading, first, {
        isAbove: isAlone && headings.length > 1,
        isBare: isBare || headings.length === 1,
      })
}

/** An H2 or H3 above everything that all others are below of; or that names a paper, and is the only heading or has no text. */
function isLowTitle(
  { units, evidence }: Reading,
  first: Unit,
  { isAbove, isBare }: { isAbove: boolean; isBare: boolean },
): boolean {
  const { start, marker, asks } = evidence[first.index] ?? {}
  if (marker || !isOnlyMeta(units.slice(0, first.index))) return false
  const isName = !start && !asks && paperNames.test(first.flat.text)
  return isAbove || (isName && isBare)
}

const paperNames =
  /회차|주차|일차|제 ?\d+ ?회|스터디|모의고사|쪽지시험|퀴즈|Week ?\d|Round ?\d|Day ?\d/iu

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
  return isAsking === true || !canName(line.flat.text) ? undefined : line
}

/** Short, and no sentence. */
function canName(text: string): boolean {
  return text.length <= 60 && !sentence.test(text) && !greeting.test(text)
}

/** What a chat bot begins with. */
const greeting = /^(?:제공해|요청하신|아래는|다음은|물론|네[,.!]|Sure|Here )/iu
/** `아래는 요청하신 문제입니다.` names nothing. */
const sentence = /(?:니다|[해어아]요|세요|한다|이다)[.!~]*$/u

function isContent(unit: Unit, { evidence }: Reading): boolean {
  const own = evidence[unit.index]
  return own?.start?.form === 'label' || own?.marker?.role === 'answer'
}

/** An item of a numbered list is a question, unless it is nothing but a date. */
function isMeta({ node, flat, wrapper }: Unit): boolean {
  if (node.type !== 'paragraph') return false
  const list = wrapper?.parent?.node
  if (list?.type !== 'list' || list.ordered !== true)
    return isMetaText(flat.text)
  const [only, ...more] = wrapper?.node.children ?? []
  return only === node && more.length === 0 && isDateOnly(flat.text)
}
