import type { PhrasingContent } from 'mdast'
import type { Block, Choice, LabelledBody, Question } from '../model/paper.ts'
import type { Reading } from './reading.ts'
import { blocksOf, labelledBody, withoutHead } from './body.ts'
import type { ChoicePiece } from './choice-piece.ts'
import { fieldsOf, kindOf } from './fields.ts'
import type { Start } from './question-start.ts'
import type { RegionParts } from './region.ts'
import { flatten, paragraphOf, plainText, rawText, trimInline } from './text.ts'
import { wrapperOf, type Unit, type Wrapper } from './unit.ts'

/** What a question needs to know about where it stands. */
export interface QuestionPlace {
  /** 1-based. */
  readonly topic: number
  /** 1-based, in its topic. */
  readonly position: number
  /** Title of its topic. */
  readonly title: string
  /** From the heading of its section. */
  readonly pointsEach: number | undefined
  /** A situation that only this question has. */
  readonly situation: readonly Block[]
}

/** A question, and the number that it is found by in collected answers. */
export interface Assembled {
  readonly question: Question
  /** 0 where the author gave none. */
  readonly ordinal: number
}

/**
 * Makes a question out of a region.
 *
 * @param parts of the region
 * @param reading for the evidence
 * @param place where it stands
 */
export function assembleQuestion(
  parts: RegionParts,
  reading: Reading,
  place: QuestionPlace,
): Assembled {
  const start = startOf(parts, reading)
  const { title, prompt: own } = textOf(parts, start)
  const prompt = [...place.situation, ...own]
  const choices = parts.split.choices.map((choice) =>
    choiceOf(choice, parts.base),
  )
  const head = flatten(rawText(title ?? [])).text
  const text = flatten(plainText(prompt)).text
  return {
    ordinal: start?.ordinal ?? 0,
    question: {
      id: `${place.topic}-${place.position}`,
      number: numberOf(start, place),
      ...(title ? { title } : {}),
      kind: kindOf(
        [...(title ? [paragraphOf(title, parts.head.node)] : []), ...prompt],
        choices.length > 0,
        place.title,
      ),
      ...fieldsOf(`${head}\n${text}`, place.pointsEach),
      prompt,
      choices,
      line: parts.head.line,
      hints: parts.hints.map(labelledBody),
      answers: [...rightChoices(parts), ...parts.answers.map(labelledBody)],
    },
  }
}

function numberOf(
  start: Start | undefined,
  { position }: QuestionPlace,
): string {
  return start && start.number !== '' ? start.number : String(position)
}

/** Options that are marked as right answer the question. */
function rightChoices({ split, head }: RegionParts): LabelledBody[] {
  const labels = split.choices
    .filter(({ isRight }) => isRight)
    .map(({ mark }) => mark.label)
  if (labels.length === 0) return []
  return [
    {
      label: '정답',
      line: split.choices[0]?.units[0]?.line ?? head.line,
      body: [
        paragraphOf([{ type: 'text', value: labels.join(', ') }], head.node),
      ],
    },
  ]
}

/** Label or number of the first line, or the number of the list item that it stands in. */
function startOf(
  { head, region }: RegionParts,
  reading: Reading,
): Start | undefined {
  const own = reading.evidence[head.index]?.start
  const item = region.shape === 'item' ? wrapperOf(head, 'listItem') : undefined
  const list = item?.parent?.node
  if (!item || list?.type !== 'list') return own
  const ordinal = (list.start ?? 1) + item.position
  if (own?.form === 'label')
    return own.number === ''
      ? { ...own, number: String(ordinal), ordinal }
      : own
  return { form: 'number', number: String(ordinal), ordinal, end: 0 }
}

interface QuestionText {
  readonly title?: PhrasingContent[]
  readonly prompt: Question['prompt']
}

/** A heading above text is the title, a heading alone is the text; `**제목**: 본문` is both. */
function textOf(parts: RegionParts, start: Start | undefined): QuestionText {
  const { split, base, head } = parts
  const units = [...split.before.slice(1), ...split.after]
  const first = withoutHead(head, start?.end ?? 0)
  if (!first) return { prompt: blocksOf(units, base) }
  if (head.node.type === 'heading' || head.isTitle) {
    if (units.length === 0 || !isTitleLike(first))
      return { prompt: blocksOf([first, ...units], base) }
    const title = first.node.type === 'paragraph' ? first.node.children : []
    return { title, prompt: blocksOf(units, base) }
  }
  const [title, rest] = boldTitle(first)
  return title
    ? { title, prompt: blocksOf([...(rest ? [rest] : []), ...units], base) }
    : { prompt: blocksOf([first, ...units], base) }
}

/** A short heading that asks nothing by itself. */
function isTitleLike({ node }: Unit): boolean {
  const { text } = flatten(
    rawText(node.type === 'paragraph' ? node.children : []),
  )
  return !/[?？]|시오|하라|세요/u.test(text)
}

/** `**제목**: 본문` and `**제목:** 본문`. */
function boldTitle(
  unit: Unit,
): [PhrasingContent[] | undefined, Unit | undefined] {
  const { node } = unit
  const first = node.type === 'paragraph' ? node.children[0] : undefined
  if (node.type !== 'paragraph' || first?.type !== 'strong')
    return [undefined, unit]
  const rest = node.children.slice(1)
  const after = rest[0]
  const inner = rawText([first])
  const isOutside = after?.type === 'text' && /^\s{0,2}[:：]/u.test(after.value)
  if (!isOutside && !/[:：]\s*$/u.test(inner)) return [undefined, unit]
  const body = trimInline(
    isOutside
      ? [
          { ...after, value: after.value.replace(/^\s{0,2}[:：]\s*/u, '') },
          ...rest.slice(1),
        ]
      : rest,
  )
  const title = isOutside ? first.children : withoutColon(first.children)
  return [
    title,
    body.length > 0 ? { ...unit, node: paragraphOf(body, node) } : undefined,
  ]
}

function withoutColon(nodes: PhrasingContent[]): PhrasingContent[] {
  const last = nodes.at(-1)
  return last?.type === 'text'
    ? [
        ...nodes.slice(0, -1),
        { ...last, value: last.value.replace(/[:：]\s*$/u, '') },
      ]
    : nodes
}

function choiceOf(
  { mark, units }: ChoicePiece,
  base: ReadonlySet<Wrapper>,
): Choice {
  const [first, ...rest] = units
  const head = first ? withoutHead(first, mark.end) : undefined
  const strip = new Set(base)
  const item = first && wrapperOf(first, 'listItem')
  for (let wrapper = item; wrapper; wrapper = wrapper.parent) strip.add(wrapper)
  return {
    label: mark.label,
    body: blocksOf([...(head ? [head] : []), ...rest], strip),
  }
}
