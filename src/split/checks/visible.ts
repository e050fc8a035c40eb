import type { FootnoteDefinition, Nodes, Root } from 'mdast'
import type { Question } from '../../model/paper.ts'
import { flattenTree } from '../flatten.ts'
import { paragraphOf } from '../text.ts'
import type { Unit } from '../unit.ts'
import { weigh } from '../evidence.ts'
import { brief, complain, type Check, type Checked } from './check.ts'

const nowhere: Nodes = { type: 'text', value: '' }

/** Marks of a right option, anywhere in a line. */
const inside =
  /(?:←|<-|⬅|◀) {0,2}(?:정 ?답|답)|[([] {0,2}(?:정 ?답|correct) {0,2}[)\]]|(?:^|[\s.,;)?!])(?:정 ?답|모범 ?답안|해 ?설) {0,2}[:=]/iu

/** `내가 쓴 답은 …`, which asks nothing. */
const own =
  /내가 ?(?:쓴|적은|고른|낸|제출한|선택한)|제가 ?(?:쓴|적은|고른|낸|제출한|선택한)|(?:^|\s)(?:내|나의|제) ?(?:답|정답|풀이)(?:은|는|:|\s|$)/u

const answerName = /정답|해답|답안|답변|해설|풀이|^답\d*$|answer|solution/iu

/** No label of an answer is left in what participants would see. */
export const noLabelIsLeft: Check = (checked) => {
  for (const topic of checked.paper.topics) {
    look(checked, [paragraphOf(topic.heading, nowhere)], topic.line)
    look(checked, topic.situation, topic.line)
    for (const question of topic.questions)
      look(checked, visibleBlocks(question), question.line)
  }
}

function visibleBlocks({ title, prompt, choices }: Question): Nodes[] {
  return [
    ...(title ? [paragraphOf(title, nowhere)] : []),
    ...prompt,
    ...choices.flatMap(({ body }) => body),
  ]
}

/** A label, words that only an answer has, or a mark of the right option. */
function isTelling(unit: Unit): boolean {
  const { marker, asks } = weigh(unit)
  const isLabel =
    marker?.role === 'answer' &&
    marker.form === 'word' &&
    marker.strength !== 'weak'
  const { text } = unit.flat
  return isLabel || inside.test(text) || (!asks && own.test(text))
}

function look(checked: Checked, blocks: readonly Nodes[], line: number): void {
  const tree: Root = { type: 'root', children: [...blocks] as Root['children'] }
  const { units, footnotes } = flattenTree(tree)
  for (const unit of units) {
    if (!isTelling(unit)) continue
    complain(
      checked,
      'label-left',
      `Unexpected \`${brief(unit.flat.text)}\` in what participants would see, expected no label of an answer`,
      unit.node.position ? unit.line : line,
      'If it begins the answer, write it on a line of its own below the question. If it belongs to the question, word it without `정답:`.',
    )
  }
  for (const definition of footnotes.values())
    lookAtFootnote(checked, definition, line)
}

function lookAtFootnote(
  checked: Checked,
  definition: FootnoteDefinition,
  line: number,
): void {
  look(checked, definition.children, line)
  const name = definition.label ?? definition.identifier
  if (answerName.test(name))
    complain(
      checked,
      'label-left',
      `Unexpected footnote \`[^${brief(name)}]\` in what participants would see, expected no footnote that is named as an answer`,
      definition.position?.start.line ?? line,
      'Refer to it from the answer, or name it otherwise.',
    )
}
