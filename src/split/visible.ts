import type { FootnoteDefinition, Link, Nodes, PhrasingContent } from 'mdast'
import { isCodeLanguage } from '../model/code-language.ts'
import type { Block, LabelledBody, Question, Topic } from '../model/paper.ts'
import { readableUrl } from '../model/readable-url.ts'
import { isWebLink } from '../model/web-link.ts'
import { flatten, rawText } from './text.ts'

/** Words that an image's alternative text may not say where participants read it. */
const spoiler =
  /정답|해답|답안|답변|해설|풀이|(?<!\p{L})답(?!\p{L})|answer|solution|\bans\b/iu

/**
 * Takes side channels out of what participants see: `title`s of images and links, whatever stands behind a fence and is no language,
 * targets that lead nowhere from a file that stands alone (`#휘발성`, `./휘발성.md`), and alternative texts and links that name an answer.
 *
 * Other alternative texts stay: who cannot see the image needs them.
 *
 * @param node copied, not changed
 */
export function withoutSpoilers<Node extends Nodes>(node: Node): Node {
  const copy: Nodes = withoutAsides({ ...node })
  if ('children' in copy)
    copy.children = copy.children.flatMap(shownChildren) as typeof copy.children
  if (copy.type === 'container')
    copy.title = copy.title.flatMap(shownChildren) as typeof copy.title
  return copy as Node
}

/** Changes what a node says besides its text. */
function withoutAsides(copy: Nodes): Nodes {
  if (copy.type === 'image' || copy.type === 'link') delete copy.title
  if (copy.type === 'code' || copy.type === 'math') copy.meta = null
  if (copy.type === 'code' && !isCodeLanguage(copy.lang ?? '')) copy.lang = null
  if (copy.type === 'image' && copy.alt && spoiler.test(flatten(copy.alt).text))
    copy.alt = ''
  return copy
}

/** A link to the answer, or to a place of the author's own, keeps its text and loses its target. */
function shownChildren(child: Nodes): Nodes[] {
  const copy = withoutSpoilers(child)
  const isShown =
    copy.type !== 'link' || (isWebLink(copy) && !leadsToAnswer(copy))
  return isShown ? [copy] : copy.children
}

function leadsToAnswer(link: Link): boolean {
  return spoiler.test(
    flatten(`${rawText([link])} ${readableUrl(link.url)}`).text,
  )
}

/**
 * Adds the footnotes that blocks refer to, and those that these refer to, to their end.
 *
 * @param blocks one situation, prompt or answer
 * @param footnotes of the paper, by identifier
 * @param more nodes whose footnotes stand below the same blocks
 */
export function withFootnotes(
  blocks: readonly Block[],
  footnotes: ReadonlyMap<string, FootnoteDefinition>,
  more: readonly Nodes[] = [],
): Block[] {
  if (footnotes.size === 0) return [...blocks]
  const added = new Map<string, FootnoteDefinition>()
  const stack: Nodes[] = [...more, ...blocks].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'footnoteReference' && !added.has(node.identifier)) {
      const definition = footnotes.get(node.identifier)
      if (definition) {
        added.set(node.identifier, definition)
        stack.push(definition)
      }
    } else if ('children' in node)
      for (let at = node.children.length - 1; at >= 0; at--)
        stack.push(node.children[at] as Nodes)
  }
  return [...blocks, ...added.values()]
}

type Footnotes = ReadonlyMap<string, FootnoteDefinition>

/**
 * A topic in its final form: footnotes where they are referred to, nothing hidden in what participants see.
 *
 * @param topic as it was put together
 * @param footnotes of the paper
 */
export function finishTopic(topic: Topic, footnotes: Footnotes): Topic {
  return {
    ...topic,
    heading: topic.heading.flatMap(shownChildren) as PhrasingContent[],
    situation: finish(topic.situation, footnotes),
    questions: topic.questions.map((question) =>
      finishQuestion(question, footnotes),
    ),
  }
}

function finish(
  blocks: readonly Block[],
  footnotes: Footnotes,
  more: readonly Nodes[] = [],
): Block[] {
  return withFootnotes(blocks, footnotes, more).map((block) =>
    withoutSpoilers(block),
  )
}

function finishQuestion(question: Question, footnotes: Footnotes): Question {
  const title = question.title?.flatMap(shownChildren) as
    PhrasingContent[] | undefined
  return {
    ...question,
    ...(title ? { title } : {}),
    prompt: finish(question.prompt, footnotes, [
      ...(question.title ?? []),
      ...question.choices.flatMap(({ body }) => body),
    ]),
    choices: question.choices.map((choice) => ({
      ...choice,
      body: choice.body.map((block) => withoutSpoilers(block)),
    })),
    hints: question.hints.map((hint) => ({
      ...hint,
      body: finish(hint.body, footnotes),
    })),
    answers: question.answers.map((answer): LabelledBody => ({
      ...answer,
      body: withFootnotes(answer.body, footnotes),
    })),
  }
}
