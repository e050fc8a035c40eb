import type { Shape } from './shape.ts'
import { withoutHead } from './body.ts'
import type { Cut } from './cut.ts'
import type { Reading } from './reading.ts'
import type { Section } from './sections.ts'
import type { Unit } from './unit.ts'

/** Where a question stands, before it is told apart. */
export interface RegionDraft {
  readonly from: number
  readonly to: number
  readonly shape: Shape
  readonly section: Section
  /** Whether collected answers follow. */
  readonly beforeCollected: boolean
  /** A situation that only this question has, where its topic has questions before it. */
  readonly situation: readonly Unit[]
}

/** A topic with the places of its questions. */
export interface TopicDraft {
  readonly section: Section | undefined
  /** Titles of the sections around it that have no questions of their own. */
  readonly prefix: string
  readonly situation: Unit[]
  /** Text above the first question that no label explains. */
  readonly intro: Unit[]
  readonly regions: RegionDraft[]
}

/** Units that no output takes. */
export interface LeftOut {
  readonly units: readonly Unit[]
  /** Whether a label (목차, 참고) says that it is no content. */
  readonly isKnown: boolean
  /** Whether it is a situation without a question below it. */
  readonly isSituation?: boolean
}

/** A paper, cut up along its plan. */
export interface Draft {
  readonly topics: readonly TopicDraft[]
  readonly leftOut: LeftOut[]
  /** Sections of collected answers. */
  readonly collected: readonly (readonly Unit[])[]
}

interface Cutter {
  readonly reading: Reading
  readonly taken: ReadonlySet<number>
  readonly lastCollected: number
  readonly topics: TopicDraft[]
  readonly leftOut: LeftOut[]
  readonly collected: (readonly Unit[])[]
  /** Situations whose questions are still to come. */
  waiting: Unit[]
  /** Where the section ends in which these stand. */
  until: number
}

/**
 * Cuts a paper up along its plan.
 *
 * @param reading units and their evidence
 * @param cuts in the order of the source
 * @param taken indexes of units that are title or metadata
 */
export function draftOf(
  reading: Reading,
  cuts: readonly Cut[],
  taken: ReadonlySet<number>,
): Draft {
  const cutter: Cutter = {
    reading,
    taken,
    lastCollected: cuts.findLast(({ kind }) => kind === 'collected')?.at ?? -1,
    topics: [],
    leftOut: [],
    collected: [],
    waiting: [],
    until: 0,
  }
  leaveOut(cutter, 0, cuts[0]?.at ?? reading.units.length)
  cuts.forEach((cut, index) => {
    apply(cutter, cut, cuts[index + 1]?.at ?? reading.units.length)
  })
  leaveWaiting(cutter)
  return { ...cutter, topics: joinEmptyTopics(cutter) }
}

function apply(cutter: Cutter, cut: Cut, end: number): void {
  const { units } = cutter.reading
  switch (cut.kind) {
    case 'topic':
      leaveWaiting(cutter)
      cutter.topics.push(newTopic(cut.section))
      addIntro(cutter, cut.at + 1, end)
      return
    case 'question':
      addRegion(cutter, cut, end)
      return
    case 'situation':
      addSituation(cutter, cut, end)
      return
    case 'questions':
      addIntro(cutter, cut.at + 1, end)
      return
    case 'collected':
      cutter.collected.push(units.slice(cut.at, Math.min(end, cut.to)))
      leaveOut(cutter, Math.min(end, cut.to), end)
      return
    case 'notes':
      cutter.leftOut.push({
        units: units.slice(cut.at, end),
        isKnown: cut.known,
      })
  }
}

function newTopic(section: Section | undefined): TopicDraft {
  return { section, prefix: '', situation: [], intro: [], regions: [] }
}

function currentTopic({ topics }: Cutter): TopicDraft {
  const last = topics.at(-1)
  if (last) return last
  const topic = newTopic(undefined)
  topics.push(topic)
  return topic
}

function addRegion(
  cutter: Cutter,
  cut: Extract<Cut, { kind: 'question' }>,
  end: number,
): void {
  if (cut.at >= cutter.until) leaveWaiting(cutter)
  const topic = currentTopic(cutter)
  const isFirst = topic.regions.length === 0
  if (isFirst) topic.situation.push(...cutter.waiting)
  topic.regions.push({
    from: cut.at,
    to: end,
    shape: cut.shape,
    section: cut.section,
    beforeCollected: cutter.lastCollected > cut.at,
    situation: isFirst ? [] : cutter.waiting,
  })
  cutter.waiting = []
}

function addSituation(
  cutter: Cutter,
  { at, until }: Extract<Cut, { kind: 'situation' }>,
  end: number,
): void {
  const { units, evidence } = cutter.reading
  const head = units[at]
  if (!head) return
  if (at >= cutter.until) leaveWaiting(cutter)
  const marker = evidence[at]?.marker
  const first = marker ? withoutHead(head, marker.end) : head
  cutter.waiting.push(...(first ? [first] : []), ...units.slice(at + 1, end))
  cutter.until = until
}

function addIntro(cutter: Cutter, from: number, to: number): void {
  const topic = currentTopic(cutter)
  const own = content(cutter, from, to)
  if (topic.regions.length === 0) topic.intro.push(...own)
  else leaveOut(cutter, from, to)
}

/** A topic without questions keeps its situation for the topics below it; any other situation without a question is left out. */
function leaveWaiting(cutter: Cutter): void {
  const { waiting: units, topics, leftOut } = cutter
  if (units.length === 0) return
  const topic = topics.at(-1)
  if (
    topic?.section &&
    topic.regions.length === 0 &&
    isIn(units, topic.section)
  )
    topic.situation.push(...units)
  else leftOut.push({ units, isKnown: false, isSituation: true })
  cutter.waiting = []
}

function isIn([first]: readonly Unit[], { from, to }: Section): boolean {
  return first !== undefined && first.index >= from && first.index < to
}

function content({ reading, taken }: Cutter, from: number, to: number): Unit[] {
  return reading.units
    .slice(from, to)
    .filter(
      (unit) => !taken.has(unit.index) && unit.node.type !== 'thematicBreak',
    )
}

function leaveOut(cutter: Cutter, from: number, to: number): void {
  const units = content(cutter, from, to)
  if (units.length > 0) cutter.leftOut.push({ units, isKnown: false })
}

/** A section that only holds other topics lends them its title and its situation. */
function joinEmptyTopics({ topics, leftOut }: Cutter): TopicDraft[] {
  const kept: TopicDraft[] = []
  let open: TopicDraft[] = []
  for (const topic of topics) {
    open = open.filter((outer) => isBelow(topic.section, outer.section))
    if (topic.regions.length === 0) {
      open.push(topic)
      continue
    }
    const lent = open.flatMap(({ situation }) => situation.splice(0))
    kept.push({
      ...topic,
      prefix: open.map(({ section }) => titleOf(section)).join(' – '),
      situation: [...lent, ...topic.situation],
    })
  }
  for (const { regions, situation, intro } of topics)
    if (regions.length === 0 && situation.length + intro.length > 0)
      leftOut.push({ units: [...intro, ...situation], isKnown: false })
  return kept
}

function isBelow(
  section: Section | undefined,
  outer: Section | undefined,
): boolean {
  let parent = section?.parent
  while (parent && parent !== outer) parent = parent.parent
  return outer !== undefined && parent === outer
}

function titleOf(section: Section | undefined): string {
  return section?.heading?.flat.text.trim() ?? ''
}
