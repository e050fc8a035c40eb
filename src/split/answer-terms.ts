import { visit } from 'unist-util-visit'
import { findableOf, segmentEnd } from '../model/findable.ts'
import { normalise, wordsIn } from '../model/normalise.ts'
import type { Question } from '../model/paper.ts'
import { rawText } from './text.ts'

/** A whole answer up to this many letters and digits is taken word by word. */
const shortAnswer = 12

const ending = /(?:입니다|이다|이에요|예요|임)$/u
const sentenceEnd = new RegExp(`[.!?\\n${segmentEnd}]`, 'u')

/** What pictures are called, and numbers of options. */
export const sayingNothing =
  /^(?:그림|사진|이미지|도표|구조도?|구성도|순서도|예시|참고|참조|코드|image|figure|diagram|code|\d{1,2}\D?)$/u

/**
 * What an answer comes down to, normalised: the words of a short one, short items and sentences, and what is in bold or code.
 *
 * @param question with its answers
 */
export function answerTerms({ answers }: Question): Set<string> {
  const terms = answers.flatMap(({ body }) => {
    const { text } = findableOf(body)
    return [
      ...(normalise(text).length < shortAnswer ? wordsIn(text) : []),
      ...text.split(sentenceEnd),
      ...body.flatMap(emphasised),
    ]
  })
  return new Set(
    terms
      .map((term) => normalise(term).replace(ending, ''))
      .filter((term) => isTelling(term)),
  )
}

function emphasised(block: Question['prompt'][number]): string[] {
  const found: string[] = []
  visit(block, (node) => {
    if (node.type === 'strong') found.push(rawText([node]))
    if (node.type === 'inlineCode') found.push(node.value)
  })
  return found
}

/** Two letters of Hangul, or three of others: `큐`, `OS` and `3` are in too many words. */
function isTelling(term: string): boolean {
  const shortest = /[^\p{ASCII}]/u.test(term) ? 2 : 3
  return (
    term.length >= shortest &&
    term.length < shortAnswer &&
    !sayingNothing.test(term)
  )
}
