import type { BlockContent, Html, ListItem, RootContent } from 'mdast'
import type { Choice, QuestionKind } from '../../model/paper.ts'
import { html, span, text } from './inline.ts'
import { plainText } from './plain-text.ts'

/** The two marks that an O/X question is answered with. */
export const oxMarks: Html = html(
  '<div class="ox"><span>O</span><span>X</span></div>',
)

/** Longest text that is shown as a verdict: `B. ss`, `X`, `② Round Robin`. */
const verdictLength = 20

/**
 * Makes a list of choices, each with its label in a span that the theme turns into a card.
 *
 * @param portable rewrites the blocks of a choice
 */
export function choicesOf(
  choices: readonly Choice[],
  portable: (blocks: Choice['body']) => RootContent[],
): RootContent[] {
  if (choices.length === 0) return []
  const children = choices.map((choice): ListItem => {
    const [first, ...rest] = portable(choice.body) as BlockContent[]
    const label = [...span('choice', [text(choice.label)]), text(' ')]
    return {
      type: 'listItem',
      spread: false,
      children:
        first?.type === 'paragraph'
          ? [{ ...first, children: [...label, ...first.children] }, ...rest]
          : [
              { type: 'paragraph', children: label },
              ...(first ? [first] : []),
              ...rest,
            ],
    }
  })
  return [{ type: 'list', ordered: false, spread: false, children }]
}

/**
 * Shows an answer that begins with one short line in large type: the verdict, then its reasons.
 *
 * @param kind how the question is meant to be answered
 */
export function verdictOf(
  blocks: readonly RootContent[],
  kind: QuestionKind,
): RootContent[] {
  const [first, ...rest] = blocks
  if (first?.type !== 'paragraph') return [...blocks]
  const { children } = first
  const end = children.findIndex(({ type }) => type === 'break')
  const line = end === -1 ? children : children.slice(0, end)
  const reasons = end === -1 ? [] : children.slice(end + 1)
  if (!isVerdict(plainText(line), kind, reasons.length + rest.length === 0))
    return [...blocks]
  return [
    { ...first, children: span('verdict', line) },
    ...(reasons.length > 0 ? [{ ...first, children: reasons }] : []),
    ...rest,
  ]
}

function isVerdict(
  words: string,
  kind: QuestionKind,
  isAlone: boolean,
): boolean {
  if (words === '' || /[:：]$/.test(words)) return false
  // An open question is answered at length: there a short line is a label, unless it is all there is.
  const isOpen = kind === 'open' || kind === 'code'
  return isOpen
    ? isAlone && words.length <= verdictLength / 2
    : words.length <= verdictLength
}
