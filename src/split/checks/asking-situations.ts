import { asks } from '../question-start.ts'
import type { Reading } from '../reading.ts'
import { wrapperOf, isInside, type Unit } from '../unit.ts'
import { brief, complain, type Check } from './check.ts'

/**
 * A situation that asks, and that another situation follows instead of questions, has its question and perhaps its answer inside:
 * `## 시나리오 1`, `무엇부터 하나요?`, `로그를 본다.` and then `## 시나리오 2`. So has a numbered item that asks and goes on.
 */
export const situationsAskNothing: Check = (checked) => {
  const { reading, read } = checked
  const situations = read.topics.flatMap(({ draft }) => [
    draft.situation,
    ...draft.regions.map(({ situation }) => situation),
  ])
  for (const units of situations) {
    const asking = askingUnit(partsOf(units, reading), reading)
    if (asking)
      complain(
        checked,
        'prompt-unclear',
        `Unexpected \`${brief(asking.flat.text)}\` in a situation, expected it to be a question with a label above its answer`,
        asking,
        'Begin it as a question (`Q. …`, `### 1. …`), and write `정답: …` above its answer. `<!-- studydeck: situation -->` before the situation says that participants may read all of it.',
      )
  }
}

/** One part a label: `### 상황`, `**배경**: …`. */
function partsOf(units: readonly Unit[], { evidence }: Reading): Unit[][] {
  const parts: Unit[][] = []
  let before = -1
  for (const unit of units) {
    const isNew = evidence
      .slice(before + 1, unit.index + 1)
      .some(({ marker }) => marker?.role === 'situation')
    if (isNew || parts.length === 0) parts.push([unit])
    else parts.at(-1)?.push(unit)
    before = unit.index
  }
  return parts
}

/** What somebody in the situation asks. */
const speech =
  /"[^"\n]{0,200}"|“[^”\n]{0,200}”|'[^'\n]{0,200}'|‘[^’\n]{0,200}’/gu

function askingUnit(
  parts: readonly Unit[][],
  { evidence }: Reading,
): Unit | undefined {
  return parts
    .flatMap((part, at) => {
      if (part[0]?.directive === 'situation') return []
      const isLast = at === parts.length - 1
      return part.filter(
        (unit, index) =>
          asks(unit.flat.text.replaceAll(speech, '')) &&
          (!isLast || goesOn(unit, part[index + 1], evidence)),
      )
    })
    .at(0)
}

/** Whether a numbered item that asks has more below what it asks. */
function goesOn(
  unit: Unit,
  next: Unit | undefined,
  evidence: Reading['evidence'],
): boolean {
  const item = wrapperOf(unit, 'listItem')
  const list = item?.parent?.node
  return (
    item !== undefined &&
    list?.type === 'list' &&
    list.ordered === true &&
    next !== undefined &&
    isInside(next, item) &&
    evidence[next.index]?.asks !== true
  )
}
