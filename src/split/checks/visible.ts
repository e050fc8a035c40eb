import type { Nodes, Root } from 'mdast'
import type { Question } from '../../model/paper.ts'
import { flattenTree } from '../flatten.ts'
import { paragraphOf } from '../text.ts'
import { weigh } from '../evidence.ts'
import { brief, complain, type Check } from './check.ts'

const nowhere: Nodes = { type: 'text', value: '' }

/** Marks of a right option, anywhere in a line. */
const inside =
  /(?:←|<-|⬅|◀) {0,2}(?:정 ?답|답)|[([] {0,2}(?:정 ?답|correct) {0,2}[)\]]|(?:^|[\s.,;)?!])(?:정 ?답|모범 ?답안|해 ?설) {0,2}[:=]/iu

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

function look(
  checked: Parameters<Check>[0],
  blocks: readonly Nodes[],
  line: number,
): void {
  const tree: Root = { type: 'root', children: [...blocks] as Root['children'] }
  const { units, footnotes } = flattenTree(tree)
  for (const unit of units) {
    const { marker } = weigh(unit)
    const isLabel =
      marker?.role === 'answer' &&
      marker.form === 'word' &&
      marker.strength !== 'weak'
    if (!isLabel && !inside.test(unit.flat.text)) continue
    complain(
      checked,
      'label-left',
      `Unexpected \`${brief(unit.flat.text)}\` in what participants would see, expected no label of an answer`,
      unit.node.position ? unit.line : line,
      'If it begins the answer, write it on a line of its own below the question. If it belongs to the question, word it without `정답:`.',
    )
  }
  for (const definition of footnotes.values())
    look(checked, definition.children, line)
}
