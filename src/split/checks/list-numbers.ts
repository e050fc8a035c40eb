import type { List } from 'mdast'
import type { ReadQuestion } from '../assemble.ts'
import { chainOf, type Unit, type Wrapper } from '../unit.ts'
import { complain, type Check, type Checked } from './check.ts'

/**
 * The numbers of a list count up as the author wrote them. Markdown ignores them: an answer `1. … 2. …` and the next
 * question `2. …` are one list of three items.
 */
export const listsCountUp: Check = (checked) => {
  const lines = String(checked.file.value).split(/\r\n|\r|\n/)
  const known = new Set<Wrapper>()
  for (const { questions } of checked.read.topics)
    for (const read of questions)
      for (const list of listsOf(checked, read)) {
        if (known.has(list)) continue
        known.add(list)
        checkList(checked, list.node as List, lines)
      }
}

/** Ordered lists that stand in the text itself, where questions stand. */
function listsOf({ reading }: Checked, { region }: ReadQuestion): Wrapper[] {
  return reading.units
    .slice(region.from, region.to)
    .map((unit: Unit) => chainOf(unit)[0])
    .filter(
      (outer): outer is Wrapper =>
        outer?.node.type === 'list' && outer.node.ordered === true,
    )
}

function checkList(
  checked: Checked,
  { children }: List,
  lines: readonly string[],
): void {
  const numbers = children.map(({ position }) => {
    const line = position?.start.line ?? 0
    const digits = /^\s*(\d{1,9})[.)]/.exec(lines[line - 1] ?? '')?.[1]
    return { line, number: digits === undefined ? undefined : Number(digits) }
  })
  const first = numbers[0]?.number
  if (numbers.every(({ number }) => number === first)) return
  const at = numbers.findIndex(({ number }, index) => {
    const before = numbers[index - 1]?.number
    return before !== undefined && number !== undefined && number !== before + 1
  })
  const wrong = numbers[at]
  const before = numbers[at - 1]?.number
  if (!wrong || before === undefined || wrong.number === undefined) return
  complain(
    checked,
    wrong.number <= before ? 'number-repeated' : 'number-jumped',
    `Unexpected number ${wrong.number} after ${before} in one list, expected ${before + 1}`,
    wrong.line,
    'Markdown counts such a list on. If an answer ends and a question begins here, put the answer in a quote, or the list into `> …`.',
  )
}
