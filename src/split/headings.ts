import { bodyStarts } from './body-starts.ts'
import type { BodyStart } from './shape.ts'
import type { Reading } from './reading.ts'
import type { LabelRole } from './labels.ts'
import { descendants, type Section } from './sections.ts'
import { outermost } from './unit.ts'

/** How sure it is that a heading is a question: 3 `Q1`, 2 asks something, 1 is numbered, 0 none of these. */
type Rank = 0 | 1 | 2 | 3

/** What a section is. `more` is a weak answer label: it goes on with what stands before it. */
export type Role = LabelRole | 'question' | 'topic' | 'plain' | 'more'

/** A paper whose headings are being told apart. */
export interface Headings {
  readonly reading: Reading
  readonly starts: Map<Section, readonly BodyStart[]>
  readonly roles: Map<Section, Role>
  /** How many sections right below a section are questions. */
  readonly counts: Map<Section, number>
  /** Whether any section right below a section is called a question: `#### Q. …`. */
  readonly named: Map<Section, boolean>
  /** Whether any heading of the paper names a question (`Q1`, `문제 1`). */
  readonly hasNamed: boolean
  /** Whether nothing in the paper is labelled as an answer. */
  readonly isUnlabelled: boolean
}

/**
 * Prepares to tell the headings of a paper apart.
 *
 * @param reading units and their evidence
 */
export function headingsOf(reading: Reading): Headings {
  return {
    reading,
    starts: new Map(),
    roles: new Map(),
    counts: new Map(),
    named: new Map(),
    hasNamed: reading.units.some(
      (unit, at) =>
        (unit.node.type === 'heading' || !unit.wrapper) &&
        reading.evidence[at]?.start?.form === 'label',
    ),
    isUnlabelled: !reading.evidence.some(
      ({ marker }) => marker?.role === 'answer' && marker.strength !== 'weak',
    ),
  }
}

/**
 * Questions in the text of a section itself, before its first subsection.
 *
 * @param headings of the paper
 * @param section any section
 */
export function startsOf(
  headings: Headings,
  section: Section,
): readonly BodyStart[] {
  const known = headings.starts.get(section)
  if (known) return known
  const all = bodyStarts(headings.reading, section.from, section.bodyTo)
  const found = isItsOwn(headings, section, all) ? [] : all
  headings.starts.set(section, found)
  return found
}

/** `### 1. 무엇이 문제인가?`, `<!-- studydeck: question -->` and then a quote, a list or code: a block of the heading's question. */
function isItsOwn(
  headings: Headings,
  section: Section,
  starts: readonly BodyStart[],
): boolean {
  const [first, ...more] = starts
  const unit = first && headings.reading.units[first.at]
  return (
    unit?.directive === 'question' &&
    more.length === 0 &&
    unit.index === section.from &&
    (unit.node.type !== 'paragraph' || unit.wrapper !== undefined) &&
    rankOf(headings, section) > 0
  )
}

/**
 * What a section is.
 *
 * @param headings of the paper
 * @param section any section but the whole paper
 */
export function roleOf(headings: Headings, section: Section): Role {
  const known = headings.roles.get(section)
  if (known) return known
  const role = findRole(headings, section)
  headings.roles.set(section, role)
  return role
}

const directiveRoles: Readonly<Record<string, Role>> = {
  question: 'question',
  answer: 'answer',
  situation: 'situation',
  omit: 'notes',
}

function findRole(headings: Headings, section: Section): Role {
  const directive = section.heading?.directive
  const forced = directive === undefined ? undefined : directiveRoles[directive]
  if (forced) return forced
  const labelled = labelRole(headings, section)
  if (labelled) return labelled
  if (isQuestion(headings, section)) return 'question'
  return holdsQuestions(headings, section) ? 'topic' : 'plain'
}

function labelRole(headings: Headings, section: Section): Role | undefined {
  const marker = evidenceOf(headings, section)?.marker
  if (!marker || marker.form === 'arrow') return undefined
  if (namesBoth(section))
    return holdsQuestions(headings, section) ? 'topic' : 'questions'
  return marker.role === 'answer' && marker.strength === 'weak'
    ? 'more'
    : marker.role
}

/** `## 면접 질문과 답변`: the answers stand with their questions. */
function namesBoth({ heading }: Section): boolean {
  return /(?:문제|질문|퀴즈|문항) ?(?:과|와|및|[&·,/+]|그리고) ?(?:모범 ?)?(?:답|정답|해설|해답|풀이)/u.test(
    heading?.flat.text ?? '',
  )
}

function evidenceOf({ reading }: Headings, { heading }: Section) {
  return heading && reading.evidence[heading.index]
}

function rankOf(headings: Headings, section: Section): Rank {
  const own = evidenceOf(headings, section)
  if (!own || own.marker) return 0
  if (own.start?.form === 'label') return 3
  if (own.asks) return 2
  return own.start ? 1 : 0
}

function isQuestion(headings: Headings, section: Section): boolean {
  const rank = rankOf(headings, section)
  if (rank === 0) return isPlainQuestion(headings, section)
  const below = descendants(section).filter(
    (inner) => !isUnderAnswer(headings, inner, section),
  )
  if (below.some((inner) => isNamedQuestion(headings, inner))) return false
  if (rank === 3) return true
  if (hasOwnQuestions(headings, section)) return false
  if (rank === 2 || isAnsweredDirectly(headings, section)) return true
  if (below.some((inner) => rankOf(headings, inner) >= 2)) return false
  return !headings.hasNamed
}

/** `#### Q2`, but not the follow-up `#### Q1-1` or `#### Q. 그러면?`. */
function isNamedQuestion(headings: Headings, section: Section): boolean {
  const start = evidenceOf(headings, section)?.start
  return (
    start?.form === 'label' && start.ordinal > 0 && !start.number.includes('-')
  )
}

function isUnderAnswer(
  headings: Headings,
  inner: Section,
  outer: Section,
): boolean {
  for (
    let section: Section | undefined = inner;
    section && section !== outer;
    section = section.parent
  )
    if (evidenceOf(headings, section)?.marker?.role === 'answer') return true
  return false
}

/** Labels or names below the heading that only a topic has: `### 문제` without `### 답`, `### 상황`, `**Q1.**` twice. */
function hasOwnQuestions(headings: Headings, section: Section): boolean {
  const labels = new Set(
    section.children.map((child) => evidenceOf(headings, child)?.marker?.role),
  )
  if (labels.has('situation') && labels.has('questions')) return true
  if (labels.has('questions') && !labels.has('answer')) return true
  const starts = startsOf(headings, section)
  const first = starts[0]
  if (!first) return false
  const isFirst = headings.reading.units
    .slice(section.from, first.at)
    .every(({ node }) => node.type === 'thematicBreak')
  if (first.shape === 'label' || first.shape === 'bold-number')
    return starts.length > 1 || isFirst
  return (
    first.shape === 'item' &&
    isFirst &&
    starts.every(({ at }) => headings.reading.evidence[at]?.asks)
  )
}

/** A heading without number or question mark, right above a labelled answer, or one of several above quotes. */
function isPlainQuestion(headings: Headings, section: Section): boolean {
  if (section.depth < 2 || !section.heading) return false
  if (startsOf(headings, section).some(({ shape }) => shape !== 'paragraph'))
    return false
  if (descendants(section).some((inner) => rankOf(headings, inner) >= 2))
    return false
  if (isLabelledDirectly(headings, section)) return true
  if (!beginsWithQuote(headings, section)) return false
  const { parent } = section
  // Between `#### Q. …` and `#### Q. …`, what is not called so is a part of an answer.
  if (!parent || hasNamed(headings, parent)) return false
  return parent.children.some(
    (sibling) =>
      sibling !== section &&
      (rankOf(headings, sibling) > 0 || beginsWithQuote(headings, sibling)),
  )
}

function hasNamed(headings: Headings, parent: Section): boolean {
  const known = headings.named.get(parent)
  if (known !== undefined) return known
  const found = parent.children.some((child) => rankOf(headings, child) === 3)
  headings.named.set(parent, found)
  return found
}

function isLabelledDirectly(headings: Headings, section: Section): boolean {
  return headings.reading.evidence
    .slice(section.from, section.bodyTo)
    .some(
      ({ marker }) =>
        marker?.role === 'answer' &&
        marker.strength !== 'weak' &&
        marker.form === 'word',
    )
}

function beginsWithQuote({ reading }: Headings, section: Section): boolean {
  const first = reading.units[section.from]
  return (
    first !== undefined &&
    section.from < section.bodyTo &&
    outermost(first)?.node.type === 'blockquote'
  )
}

function isAnsweredDirectly(headings: Headings, section: Section): boolean {
  return (
    isLabelledDirectly(headings, section) ||
    headings.reading.units
      .slice(section.from, section.bodyTo)
      .some((unit) => outermost(unit)?.node.type === 'blockquote')
  )
}

/**
 * Whether questions stand anywhere in a section.
 *
 * @param headings of the paper
 * @param section any section
 */
export function holdsQuestions(headings: Headings, section: Section): boolean {
  return (
    startsOf(headings, section).length > 0 ||
    section.children.some((child) => {
      const role = roleOf(headings, child)
      return role === 'question' || role === 'topic' || role === 'questions'
    })
  )
}
