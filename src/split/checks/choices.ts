import type { Nodes } from 'mdast'
import type { ChoicePiece } from '../choices.ts'
import { rawText } from '../text.ts'
import type { Unit } from '../unit.ts'
import { brief, complain, type Check, type Checked } from './check.ts'

/** Marks count up: a second `②` is an answer that lost its label. */
export const choicesCountUp: Check = (checked) => {
  for (const { questions } of checked.read.topics)
    for (const { parts, question } of questions)
      if (parts.split.repeated)
        complain(
          checked,
          'choice-repeated',
          `Unexpected \`${brief(parts.split.repeated.flat.text)}\` after the options of question ${question.number}, expected the options to count up`,
          parts.split.repeated,
          'If it is the answer, label it: `정답: ②`.',
        )
}

/** `1. 옳은 것은? [답: 3]` and then `① … ② …`: the options would be the answer's. */
export const choicesAreTheQuestions: Check = (checked) => {
  for (const { questions } of checked.read.topics)
    for (const { parts, question } of questions) {
      const at = parts.opening?.at
      const first =
        at !== undefined && question.choices.length === 0
          ? optionBehind(checked, at)
          : undefined
      if (first)
        complain(
          checked,
          'prompt-unclear',
          `Unexpected \`${brief(first.flat.text)}\` behind the answer of question ${question.number}, expected options above it`,
          first,
          'Write `정답: …` below the options.',
        )
    }
}

/** The first of several options right behind an answer on the line of its question. */
function optionBehind(
  { reading: { units, evidence } }: Checked,
  at: number,
): Unit | undefined {
  const isRun =
    evidence[at + 1]?.choice?.ordinal === 1 &&
    evidence[at + 2]?.choice?.ordinal === 2
  return isRun && units[at]?.joint === 'inline' ? units[at + 1] : undefined
}

/** An option in bold among plain ones is the right one; plain among struck ones, too; and one with a sign behind it. */
export const choicesLookAlike: Check = (checked) => {
  for (const { questions } of checked.read.topics)
    for (const { parts, question } of questions) {
      const { choices } = parts.split
      const unit =
        oddOne(choices, isSetApart) ??
        oddOne(choices, (choice) => tailOf(choice) !== '') ??
        oddOne(choices, (choice) => isTrue.test(tailOf(choice))) ??
        parts.question.find(isHalfMarked)
      if (!unit) continue
      complain(
        checked,
        'choice-marked',
        `Unexpected option \`${brief(unit.flat.text)}\` of question ${question.number} that is set apart, expected all options alike`,
        unit,
        'If it is the right one, write `정답: …` below the options. `B. … ← 정답` is understood, too.',
      )
    }
}

/** The first option of those that are like this, where others are not. */
function oddOne(
  choices: readonly ChoicePiece[],
  isLike: (choice: ChoicePiece) => boolean,
): Unit | undefined {
  const like = choices.filter(isLike)
  return like.length < choices.length ? like[0]?.units[0] : undefined
}

const isTrue = /^[([] *[O○]/u
const signs =
  /(?:[([] {0,2}(?:[OX○×vV✓✔]|정|맞음|답) {0,2}[)\]]|(?:←|<-)[^\n]{0,20}|[✓✔☑★])\s*$/u
const star = / \*\s*$/u
const code = /select|count|import|grep|\bls\b|=/iu

/** What an option ends with that only some have: `(O)`, `← 이거`, `✓`, a star. */
function tailOf({ units }: ChoicePiece): string {
  const [unit] = units
  const text = unit ? rawText([unit.node]).slice(-200) : ''
  const isCode = code.test(text) || (unit !== undefined && endsInCode(unit))
  const sign = signs.exec(text) ?? (isCode ? null : star.exec(text))
  return sign?.[0].trim() ?? ''
}

/** `Access-Control-Allow-Origin: *` in backticks: its star is meant. */
function endsInCode({ node }: Unit): boolean {
  return 'children' in node && node.children.at(-1)?.type === 'inlineCode'
}

const trueFalse = /[OㅇX×] {0,2}[/·,] {0,2}[OㅇX×]/u

/** `(O/X)` in which one letter is bold or struck. */
function isHalfMarked({ node, flat }: Unit): boolean {
  if (!trueFalse.test(flat.text) || !('children' in node)) return false
  return (node.children as Nodes[]).some(
    (child) =>
      emphases.has(child.type) && /^[OㅇX×]$/u.test(rawText([child]).trim()),
  )
}

const emphases = new Set(['strong', 'emphasis', 'delete'])
const htmlMark = /^<(\/?)(?:mark|u|ins)\b/i

/** Whether all of an option's text is bold, struck, underlined or marked; the sign before it need not be. */
function isSetApart({ mark, units }: ChoicePiece): boolean {
  const [unit, ...more] = units
  if (!unit || more.length > 0 || unit.node.type !== 'paragraph') return false
  const plain = plainPart(unit.node.children)
  return (
    rawText([unit.node]).trim() !== '' &&
    plain.replaceAll(/[\s\p{P}]/gu, '').replace(mark.label, '') === '' &&
    plain.length < rawText([unit.node]).length
  )
}

/** Text that stands in no emphasis. */
function plainPart(nodes: readonly Nodes[]): string {
  let open = 0
  let text = ''
  for (const node of nodes) {
    const tag = node.type === 'html' ? htmlMark.exec(node.value) : null
    if (tag) open += tag[1] === '' ? 1 : -1
    else if (open === 0 && !emphases.has(node.type)) text += rawText([node])
  }
  return text
}
