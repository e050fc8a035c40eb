import type { Nodes } from 'mdast'
import type { ChoicePiece } from '../choice-piece.ts'
import { isChoosing, optionGroups } from '../option-groups.ts'
import { oddSign, signedMark } from '../option-signs.ts'
import { isSettled, optionTexts } from '../option-text.ts'
import { rawText } from '../text.ts'
import type { ReadQuestion } from '../assemble.ts'
import { outermost, type Unit } from '../unit.ts'
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

/** `1. 옳은 것은? [답: 3]` and then `① … ② …`, or a list and then a quote: the options would be the answer's. */
export const choicesAreTheQuestions: Check = (checked) => {
  for (const { questions } of checked.read.topics)
    for (const { parts, question } of questions) {
      if (!parts.opening) continue
      const first =
        question.choices.length > 0
          ? optionGoingOn(checked, parts)
          : (optionBehind(checked, parts.opening.at, parts.region.to) ??
            listBeforeQuote(checked, parts))
      if (first)
        complain(
          checked,
          'prompt-unclear',
          `Unexpected \`${brief(first.flat.text)}\` behind the answer of question ${question.number}, expected options above it`,
          first,
          'Write `정답: …` below the options, or put `<!-- studydeck: question -->` before them.',
        )
    }
}

/** `① …`, `② …`, a line that explains, and then `③ …` in the same paragraph. */
function optionGoingOn(
  { reading: { evidence } }: Checked,
  { split: { choices }, answers }: ReadQuestion['parts'],
): Unit | undefined {
  const last = choices.at(-1)
  if (!last) return undefined
  const paragraph = last.units[0]?.paragraph
  return answers
    .flatMap(({ units }) => units)
    .find((unit) => {
      const next = evidence[unit.index]?.choice
      return (
        paragraph !== undefined &&
        unit.paragraph === paragraph &&
        next?.family === last.mark.family &&
        next.ordinal === last.mark.ordinal + 1
      )
    })
}

/** `것은?`, a list without a label, and then a quote: the list may be the options, and the quote the answer. */
function listBeforeQuote(
  { reading: { units } }: Checked,
  { opening, question, region }: ReadQuestion['parts'],
): Unit | undefined {
  const first = opening?.by === 'body' ? units[opening.at] : undefined
  const list = first && outermost(first)
  if (list?.node.type !== 'list' || !isChoosing(question)) return undefined
  const next = units
    .slice(first?.index, region.to)
    .find((unit) => outermost(unit) !== list)
  return next && outermost(next)?.node.type === 'blockquote' ? first : undefined
}

/** The first of several options right behind an answer on the line of its question. */
function optionBehind(
  { reading: { units, evidence } }: Checked,
  at: number,
  to: number,
): Unit | undefined {
  const first = evidence[at + 1]?.choice
  const isRun =
    first?.ordinal === 1 &&
    evidence
      .slice(at + 2, to)
      .some(
        ({ choice }) => choice?.ordinal === 2 && choice.family === first.family,
      )
  return isRun && units[at]?.joint === 'inline' ? units[at + 1] : undefined
}

/** An option in bold among plain ones is the right one; plain among struck ones, too; and one with a sign that others have not. */
export const choicesLookAlike: Check = (checked) => {
  for (const { questions } of checked.read.topics)
    for (const { parts, question } of questions) {
      const unit =
        optionGroups(parts, checked.reading)
          .filter((group) => !isSettled(group))
          .map((group) => oddChoice(group))
          .find((odd) => odd !== undefined) ??
        signedMark(parts.question, checked.reading) ??
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

function oddChoice(group: readonly ChoicePiece[]): Unit | undefined {
  return (
    oddOne(group, isSetApart) ??
    oddOne(group, isQuoted) ??
    oddOne(group, endsWithStar) ??
    oddSign(optionTexts(group))?.unit
  )
}

/** The first option of those that are like this, where others are not. */
function oddOne(
  choices: readonly ChoicePiece[],
  isLike: (choice: ChoicePiece) => boolean,
): Unit | undefined {
  const like = choices.filter(isLike)
  return like.length < choices.length ? like[0]?.units[0] : undefined
}

const star = / \*\s*$/u
const code = /select|count|import|grep|\bls\b|=/iu

function endsWithStar({ units }: ChoicePiece): boolean {
  const [unit] = units
  const text = unit ? rawText([unit.node]).slice(-200) : ''
  return (
    unit !== undefined &&
    star.test(text) &&
    !code.test(text) &&
    !endsInCode(unit)
  )
}

/** `- > ② …` among options without a quote. */
function isQuoted({ units }: ChoicePiece): boolean {
  return units[0]?.wrapper?.node.type === 'blockquote'
}

/** `Access-Control-Allow-Origin: *` in backticks: its star is meant. */
function endsInCode({ node }: Unit): boolean {
  return 'children' in node && node.children.at(-1)?.type === 'inlineCode'
}

const trueFalse = /[OㅇX×] {0,2}[/·,] {0,2}[OㅇX×]/u

/** `(O/X)` in which one letter is bold or struck, `(불변 / **가변**)`. */
function isHalfMarked({ node, flat }: Unit): boolean {
  if (!('children' in node)) return false
  const children = node.children as Nodes[]
  const isTruth = trueFalse.test(flat.text)
  return children.some(
    (child, at) =>
      emphases.has(child.type) &&
      ((isTruth && /^[OㅇX×]$/u.test(rawText([child]).trim())) ||
        isAlternative(children, at)),
  )
}

/** Between `(` or `/` and `/` or `)`, with a `/` on one side. */
function isAlternative(nodes: readonly Nodes[], at: number): boolean {
  const before = rawText(nodes.slice(0, at)).slice(-60)
  const after = rawText(nodes.slice(at + 1)).slice(0, 60)
  return (
    (/\([^()]{0,50}[/|] ?$/u.test(before) && /^ ?[/|)]/u.test(after)) ||
    (/\( ?$/u.test(before) && /^ ?[/|][^()]{1,50}\)/u.test(after))
  )
}

const emphases = new Set(['strong', 'emphasis', 'delete', 'link'])
const htmlMark = /^<(\/?)(?:mark|u|ins)\b/i

/** Whether most of an option's text is bold, struck, underlined or marked; the sign before it need not be. */
function isSetApart({ mark, units }: ChoicePiece): boolean {
  const [unit] = units
  if (unit?.node.type !== 'paragraph') return false
  const all = lettersIn(rawText([unit.node])).replace(mark.label, '')
  const plain = lettersIn(plainPart(unit.node.children)).replace(mark.label, '')
  return all !== '' && plain.length * 2 <= all.length
}

function lettersIn(text: string): string {
  return text.replaceAll(/[\s\p{P}]/gu, '')
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
