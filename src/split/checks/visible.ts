import type { FootnoteDefinition, Nodes, Root } from 'mdast'
import type { Question } from '../../model/paper.ts'
import { flattenTree } from '../flatten.ts'
import { flatten, paragraphOf } from '../text.ts'
import type { Unit } from '../unit.ts'
import { weigh } from '../evidence.ts'
import { brief, complain, type Check, type Checked } from './check.ts'

const nowhere: Nodes = { type: 'text', value: '' }

/** Marks of a right option, anywhere in a line. */
const inside =
  /(?:←|<-|⬅|◀) {0,2}(?:정 ?답|답)|[([] {0,2}(?:정 ?답|correct) {0,2}[)\]]|(?:^|[\s.,;)?!])(?:정 ?답|모범 ?답안|해 ?설) {0,2}[:=]|[([<〔【] {0,2}답 {0,2}[:=]/iu

/** `[답 ②]`, `정답 3번`, `1번 답은 ③`: a label with its value, and no colon between them. */
const valued =
  /[([<〔【] {0,2}(?:정 ?답|답|ans|answer) {1,2}[^()[\]<>]{1,30}[)\]>〕】]|(?:^|[\s–—|,:→·-])(?:(?:정 ?답|ans|answer)(?:은|는)?|답(?:은|는)) {0,2}(?:[①-⑳]|\d{1,2} ?번|(?:[A-E]|[OX])(?![\p{L}\p{N}])|\d{1,2}\s*$)/iu
/** `(정답 2개)`, `[답 쓰기]`: how many there are, or where they go. */
const aboutValues =
  /[([<〔【] {0,2}(?:정 ?답|답|ans|answer) {1,2}[^()[\]<>]{0,20}(?:\d ?개|가지|한 ?개|하나|두|세|여러|모두|복수|중복|없|쓰|적|작성|기재|선택|고르|표시|입력|서술|공개|포함|제외|줄|문장|이내|필요)/iu

/** `내가 쓴 답은 …`, which asks nothing. */
const own =
  /내가 ?(?:쓴|적은|고른|낸|제출한|선택한)|제가 ?(?:쓴|적은|고른|낸|제출한|선택한)|(?:^|\s)(?:내|나의|제) ?(?:답|정답|풀이)(?:은|는|:|\s|$)/u

const answerName = /정답|해답|답안|답변|해설|풀이|^답\d*$|answer|solution/iu

/** No label of an answer is left in what participants would see. */
export const noLabelIsLeft: Check = (checked) => {
  const { title, author = '' } = checked.paper
  for (const text of [title, author])
    if (tells(flatten(text).text))
      complainOf(checked, text, checked.head.title?.line ?? 1)
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
  return isLabel || tells(text) || (!asks && own.test(text))
}

function tells(text: string): boolean {
  return inside.test(text) || (valued.test(text) && !aboutValues.test(text))
}

function look(checked: Checked, blocks: readonly Nodes[], line: number): void {
  const tree: Root = { type: 'root', children: [...blocks] as Root['children'] }
  const { units, footnotes } = flattenTree(tree)
  for (const unit of units) {
    if (!isTelling(unit)) continue
    complainOf(checked, unit.flat.text, unit.node.position ? unit.line : line)
  }
  for (const definition of footnotes.values())
    lookAtFootnote(checked, definition, line)
}

function complainOf(checked: Checked, text: string, line: number): void {
  complain(
    checked,
    'label-left',
    `Unexpected \`${brief(text)}\` in what participants would see, expected no label of an answer`,
    line,
    'If it begins the answer, write it on a line of its own below the question. If it belongs to the question, word it without `정답:`.',
  )
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
