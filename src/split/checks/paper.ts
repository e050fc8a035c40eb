import { report } from '../../model/report.ts'
import { asks, startAt } from '../question-start.ts'
import { plainText } from '../text.ts'
import { outermost, type Unit, type Wrapper } from '../unit.ts'
import { brief, complain, type Check, type Checked } from './check.ts'

/** A paper has questions, unless it says that it is for reading. */
export const hasQuestions: Check = (checked) => {
  const { paper, file } = checked
  if (paper.topics.length > 0 || paper.kind === 'reading') return
  report(
    file,
    'no-question',
    'Unexpected paper in which no question was recognised, expected `1. …`, `### 1. …` or `**Q1.** …`',
    undefined,
    'docs/writing.md shows how papers are written. `kind: reading` in the front matter makes a paper without questions a reading sheet.',
  )
}

/** What no output takes is said. */
export const nothingIsLostSilently: Check = (checked) => {
  const lists = new Set(
    checked.read.topics.flatMap(({ questions }) =>
      questions.map(({ parts }) => outermost(parts.head)),
    ),
  )
  for (const { units, isKnown } of checked.read.leftOut) {
    const first = units[0]
    if (!first) continue
    if (!isKnown) {
      reportLostItem(checked, units, lists)
      if (reportLostQuestion(checked, units)) continue
    }
    const text = first.flat.text || plainText([first.node]) || first.node.type
    complain(
      checked,
      isKnown ? 'notes-left-out' : 'text-left-out',
      `Unexpected text \`${brief(text)}\` that is neither question nor answer, expected it to be labelled`,
      first,
      'It is in no output. `### 상황` or `<!-- studydeck: situation -->` above it makes it a situation, `<!-- studydeck: omit -->` silences this message.',
    )
  }
}

/** An item of the list that questions are items of: not all of them ask. */
function reportLostItem(
  checked: Checked,
  units: readonly Unit[],
  lists: ReadonlySet<Wrapper | undefined>,
): void {
  const lost = units.find((unit) => {
    const list = outermost(unit)
    return list?.node.type === 'list' && lists.has(list)
  })
  if (lost)
    complain(
      checked,
      'number-jumped',
      `Unexpected \`${brief(lost.flat.text)}\` in a list of questions, expected it to ask`,
      lost,
      'Word it as the other questions are worded, such as `… (O/X)`, or take it out of the list.',
    )
}

/** What begins as questions do, and asks: participants would not get it. */
function reportLostQuestion(checked: Checked, units: readonly Unit[]): boolean {
  const areQuoted = checked.read.topics.some(({ questions }) =>
    questions.some(({ region }) => region.shape === 'quote'),
  )
  const lost = units.find(
    (unit) =>
      (startAt(unit.flat, false)?.form === 'label' ||
        (areQuoted && outermost(unit)?.node.type === 'blockquote')) &&
      (asks(unit.flat.text) || unit.flat.text.includes('?')),
  )
  if (lost)
    complain(
      checked,
      'question-left-out',
      `Unexpected question \`${brief(lost.flat.text)}\` that was not recognised, expected it to be written like the others`,
      lost,
      'Write it as the other questions are written, or put `<!-- studydeck: question -->` above it; `<!-- studydeck: omit -->` leaves it out.',
    )
  return lost !== undefined
}

const fence = /^[\s>]*(`{3,}|~{3,})\s*$/

/** A fence that is never closed swallows the rest of the paper. */
export const fencesAreClosed: Check = (checked) => {
  const lines = String(checked.file.value).split(/\r\n|\r|\n/)
  for (const unit of checked.reading.units) {
    const { node } = unit
    if (node.type !== 'code' || !node.position) continue
    const { start, end } = node.position
    const opens =
      lines[start.line - 1]?.trimStart().replace(/^[>\s\d.*+-]*/, '') ?? ''
    if (!/^(?:`{3}|~{3})/.test(opens)) continue
    if (end.line > start.line && fence.test(lines[end.line - 1] ?? '')) continue
    complain(
      checked,
      'code-unclosed',
      'Unexpected end of a code block without its closing fence, expected ``` on a line of its own',
      unit,
      'Close the code block. In a quote, every line of it begins with `>`.',
    )
  }
}

/** A heading without text has lost what it said. */
export const headingsAreNamed: Check = (checked) => {
  for (const unit of checked.reading.units)
    if (
      unit.node.type === 'heading' &&
      !unit.wrapper &&
      plainText([unit.node]) === ''
    )
      complain(
        checked,
        'heading-empty',
        'Unexpected heading without text, expected a title',
        unit,
        'Write the title, or take the `#` away.',
      )
}
