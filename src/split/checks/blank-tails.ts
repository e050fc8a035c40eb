import type { Nodes } from 'mdast'
import { flatten, plainText, rawText } from '../text.ts'
import { withoutFields } from '../fields.ts'
import { gap, plainBlanks } from '../gap.ts'
import type { Unit } from '../unit.ts'
import { brief, complain, type Check } from './check.ts'

/** What says how the blank is to be filled: `(영문 약자)`, `(3글자)`, `[보기]`. */
const howToFill =
  /^[\s([]{0,4}(?:보기|예|예시|단,|힌트|참고|출처|기출|[^()[\]]{0,20}(?:영문|영어|한글|국문|약자|약어|풀네임|글자|자리|단어|숫자|대문자|소문자|기호|\d ?[자개칸]|개념|계산|서술|단답|객관|주관))/u
/** `____(디스크)`, `(    )[디스크]`. */
const behindGap = /^ ?[([{]([^()[\]{}]{1,40})[)\]}]/u
/** Ends a sentence, or sets apart what follows it. */
const sentenceEnd =
  /[다요오음함임됨까][.?!]? {0,3}(?=[-–—:=→⇒]|[([])|[.?!] {0,3}/gu
const wholeSentence = /[다요오음함임됨까시][.?!)\]]*\s*$/u

/** The word that fills a blank does not stand behind it or behind its sentence. */
export const blanksAreNotFilledBehind: Check = (checked) => {
  for (const { questions } of checked.read.topics)
    for (const { parts, question } of questions) {
      const answer = flatten(
        plainText(question.answers.flatMap(({ body }) => body)),
      ).text
      for (const unit of parts.split.before) {
        const tail = filledBehind(unit)
        if (
          tail === undefined ||
          (answer !== '' && !answer.includes(bare(tail)))
        )
          continue
        complain(
          checked,
          'answer-in-line',
          `Unexpected \`${brief(tail)}\` behind a blank, expected nothing that could be the answer`,
          unit,
          'Put the answer on a line of its own, with a label: `답: …`. `<!-- studydeck: question -->` above the question says that it belongs to it.',
        )
      }
    }
}

function filledBehind({ node, flat, directive }: Unit): string | undefined {
  if (directive === 'question') return undefined
  const small = 'children' in node ? smallBehind(node.children) : undefined
  if (small !== undefined) return small
  const lines = plainBlanks(flat.text.slice(0, 2000)).split('\n')
  return lines.map(wordBehind).find((word) => word !== undefined)
}

/** `____<sub>사본</sub>`. */
function smallBehind(nodes: readonly Nodes[]): string | undefined {
  const at = nodes.findIndex(
    (node, index) =>
      node.type === 'html' &&
      /^<(?:sub|sup|small|mark|ins|u)\b/i.test(node.value) &&
      /(?:_{2,}|[([] {1,}[)\]]) ?$/u.test(
        plainBlanks(rawText(nodes.slice(Math.max(0, index - 1), index))),
      ),
  )
  const word = at < 0 ? '' : rawText(nodes.slice(at + 1, at + 2)).trim()
  return /\p{L}/u.test(word) ? word : undefined
}

/** What stands behind a blank, or behind the sentence that holds it, and is neither a sentence nor says how to fill it. */
function wordBehind(line: string): string | undefined {
  const text = withoutFields(line)
  const gaps = [...text.matchAll(new RegExp(gap, 'gu'))]
  for (const { index, 0: mark } of gaps) {
    const rest = text.slice(index + mark.length)
    const inBrackets = behindGap.exec(rest)?.[0]
    if (inBrackets && isWord(inBrackets)) return inBrackets.trim()
    const tail = behindSentence(rest)
    // `… ㉠ 보다 빠르다. ㉠ 디스크` names its blank once more.
    const name = mark.replace(/[^\p{L}\p{N}\p{So}]/gu, '')
    if (isWord(tail) && !gap.test(name ? tail.replaceAll(name, '') : tail))
      return tail.trim()
  }
  return undefined
}

function behindSentence(rest: string): string {
  const end = rest.search(sentenceEnd)
  return end < 0
    ? ''
    : rest.slice(end).replace(/^[^.?!\s([:=→⇒–—-]*[.?!]?\s*/u, '')
}

function isWord(text: string): boolean {
  return (
    /[\p{L}\p{N}]/u.test(text) &&
    text.trim().length <= 40 &&
    !howToFill.test(text) &&
    !wholeSentence.test(text)
  )
}

function bare(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
}
