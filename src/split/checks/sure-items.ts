import type { ReadQuestion } from '../assemble.ts'
import { asks } from '../question-start.ts'
import { plainText } from '../text.ts'

const noun =
  /의 {0,2}(?:종류|개념|정의|구조|필요성|목적|한계|활용|구성 ?요소|문제점|해결 ?(?:책|방법)|동작|흐름|순서)$/u

/**
 * Whether an item before a quote is a question without asking: `1. TCP와 UDP의 차이`, as headings ask, on a line apart; or
 * `1. 캐시는 빠르다.` that the quote calls true or false.
 *
 * @param read item and its answer
 * @param lines of the source
 */
export function isSureItem(
  { parts: { opening, head, region }, question }: ReadQuestion,
  lines: readonly string[],
): boolean {
  if (region.shape !== 'item' && region.shape !== 'bold-number') return false
  if (opening?.by !== 'quote') return false
  if (isStatement(question)) return true
  const text = head.flat.text.trim()
  const before = lines[head.line - 2] ?? ''
  return (
    (before.trim() === '' || before.startsWith('#')) &&
    (asks(text, true) || noun.test(text))
  )
}

/** Below `## OX 문제`, before `> O`. */
function isStatement({ kind, answers }: ReadQuestion['question']): boolean {
  return (
    kind === 'ox' &&
    /^[\s*]*[OXㅇ○×](?![A-Za-z가-힣])/u.test(plainText(answers[0]?.body ?? []))
  )
}
