import type { RootContent } from 'mdast'
import type { Words } from '../../config/words.ts'
import type {
  Block,
  Choice,
  LabelledBody,
  QuestionKind,
  QuestionPart,
} from '../../model/paper.ts'
import type { DeckQuestion } from '../../view/deck-view.ts'
import type { HintedQuestion } from '../../view/question-part.ts'
import { choicesOf, oxMarks, verdictOf } from './composed.ts'
import { facts, text, span } from './inline.ts'
import { plainText, shortened, shortenedPhrasing } from './plain-text.ts'
import { portableBody, portableTitle, type BodyContext } from './portable.ts'
import type { Slide } from './slide.ts'
import { fill, word } from './words.ts'

/** How much of a title, or else of the prompt, an answer repeats: the question's own slide has all of it. */
const reminderLength = { title: 70, prompt: 40 } as const

/** Choices that are not longer stand two in a row. */
const shortChoice = 18

/** What all slides of one question have in common. */
type QuestionPlace = Required<
  Pick<Slide, 'topic' | 'question' | 'header' | 'place' | 'number'>
>

/**
 * Makes the slides of one question for the host: the question, its hints, its answer, each with the notes.
 *
 * @param topic 1-based
 * @param header where we are: the topic
 */
export function questionSlides(
  question: DeckQuestion,
  topic: number,
  header: string,
  context: BodyContext,
): Slide[] {
  const { answers, notes = [] } = question
  const place = placeOf(question, topic, header, context)
  const slides = [
    ...askedSlides(question, topic, header, context),
    ...(answers.length === 0
      ? []
      : [answerSlide(question, place, answers, 'answer', context)]),
  ]
  return slides.map((slide) => ({ ...slide, notes }))
}

/**
 * Makes the slides of one question for participants: the question, and its hints where the view has them.
 *
 * @param topic 1-based
 * @param header where we are: the topic
 */
export function askedSlides(
  question: DeckQuestion<QuestionPart | HintedQuestion>,
  topic: number,
  header: string,
  context: BodyContext,
): Slide[] {
  const place = placeOf(question, topic, header, context)
  const hints = 'hints' in question ? question.hints : []
  return [
    questionSlide(question, place, context),
    ...hints.map((hint) =>
      answerSlide(question, place, [hint], 'deckHint', context),
    ),
  ]
}

function placeOf(
  { id, number, position, of }: DeckQuestion<QuestionPart>,
  topic: number,
  header: string,
  { words }: BodyContext,
): QuestionPlace {
  return {
    topic,
    question: id,
    header,
    number: shortNumber(number),
    place: `${word(words, 'question')} ${position}/${of}`,
  }
}

function questionSlide(
  question: QuestionPart,
  place: QuestionPlace,
  context: BodyContext,
): Slide {
  const { kind, minutes, prompt, choices } = question
  const title = portableTitle(question.title ?? [], context)
  return {
    kind: 'question',
    ...place,
    ...(minutes === undefined ? {} : { minutes }),
    classes: [
      `kind-${kind}`,
      ...(choices.length > 1 && choices.every(isShort) ? ['choices-two'] : []),
      ...(title.length === 0 && isHeadline(prompt[0]) ? ['headline'] : []),
    ],
    title,
    body: [
      ...factsOf(question, context.words),
      ...portableBody(prompt, context),
      ...choicesOf(choices, (blocks) => portableBody(blocks, context)),
      ...(kind === 'ox' ? [oxMarks] : []),
    ],
  }
}

function answerSlide(
  question: QuestionPart,
  place: QuestionPlace,
  bodies: readonly LabelledBody[],
  kind: 'answer' | 'deckHint',
  context: BodyContext,
): Slide {
  const title = portableTitle(question.title ?? [], context)
  const label = bodies[0]?.label ?? ''
  return {
    kind: 'answer',
    ...place,
    classes: kind === 'answer' ? [] : ['hint'],
    tag: label === '' ? word(context.words, kind) : label,
    title:
      title.length > 0
        ? shortenedPhrasing(title, reminderLength.title)
        : [text(shortened(firstLine(question.prompt), reminderLength.prompt))],
    body: bodiesOf(
      bodies,
      kind === 'answer' ? question.kind : undefined,
      context,
    ),
  }
}

/**
 * Bodies one after another: the first one's label is the slide's tag, the others stand above their body.
 *
 * @param kind kind of the question that they answer; none for hints
 */
function bodiesOf(
  bodies: readonly LabelledBody[],
  kind: QuestionKind | undefined,
  context: BodyContext,
): RootContent[] {
  return bodies.flatMap(({ label, body }, index): RootContent[] => {
    const blocks = portableBody(body, context)
    if (index === 0)
      return kind === undefined ? blocks : verdictOf(blocks, kind)
    return label === ''
      ? blocks
      : [{ type: 'paragraph', children: span('tag', [text(label)]) }, ...blocks]
  })
}

/** Points, difficulty, importance and time: small, before the prompt, unless that says them itself: `(3분)`. */
function factsOf(question: QuestionPart, words: Words): RootContent[] {
  const {
    title = [],
    prompt,
    points,
    difficulty,
    importance,
    minutes,
  } = question
  const shown = plainText([...title, ...prompt])
  const said = (shown.match(/[([][^()[\]]*[)\]]/g) ?? []).flatMap((bracket) =>
    bracket.replace(/(\d) +/g, '$1').split(/[\s,/·:()[\]]+/),
  )
  const isMarked = /[★⭐]|[([] ?(?:매우 ?)?(?:중요|필수)/u.test(shown)
  return facts(
    [
      ...(points === undefined ? [] : [fill(words, 'deckPoints', points)]),
      ...(difficulty === undefined ? [] : [difficulty]),
      ...(importance === undefined || isMarked
        ? []
        : ['★'.repeat(Math.min(5, importance))]),
      ...(minutes === undefined ? [] : [fill(words, 'deckMinutes', minutes)]),
    ].filter((fact) => !said.includes(fact.replaceAll(' ', ''))),
  )
}

/** `문제 3` and `문항 3.` are too long for the large number of a slide; the word stands in its header. */
function shortNumber(number: string): string {
  if (number.length <= 3) return number
  return /\d+(?:[-.]\d+)?(?=\D*$)/.exec(number)?.[0] ?? number.slice(0, 3)
}

function isShort({ body }: Choice): boolean {
  return (
    body.length === 1 &&
    body[0]?.type === 'paragraph' &&
    plainText(body).length <= shortChoice
  )
}

/** A short first paragraph stands for the title that a question does not have. */
function isHeadline(block: Block | undefined): boolean {
  return block?.type === 'paragraph' && plainText([block]).length <= 120
}

/** What a prompt begins with, up to its first line break. */
function firstLine(prompt: readonly Block[]): string {
  const [first] = prompt
  if (first?.type !== 'paragraph') return plainText(prompt)
  const { children } = first
  const end = children.findIndex(
    (node) =>
      node.type === 'break' ||
      (node.type === 'text' && node.value.includes('\n')),
  )
  const last = children[end]
  const line = end === -1 ? children : children.slice(0, end)
  const rest = last?.type === 'text' ? (last.value.split('\n')[0] ?? '') : ''
  return plainText(line) + rest
}
