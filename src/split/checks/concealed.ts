import type { Unit } from '../unit.ts'
import { brief, complain, type Check } from './check.ts'

/** `%%답%%` of Obsidian and `||답||` of chats, which say nothing of the kind without Hangul: `a||b||c`. */
const marks =
  /\|\|(?=[^\s|])[^|\n]{0,200}[가-힣][^|\n]{0,200}\|\||%%[^%\n]{0,200}[가-힣][^%\n]{0,200}%%/u

/** An element that is there to be dragged over, or not to be seen at all. */
const tag =
  /<[a-z][a-z\d]{0,9}\s[^<>]{0,200}?(?:\bhidden\b|display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d]*[1-9])|font-size\s*:\s*0|(?<![-\w])color\s*[:=]\s*["']?\s*(?:white|transparent|#f{3}(?:f{3})?\b)|class=["'][^"'<>]*\b(?:spoiler|blur|hidden|invisible)\b)[^<>]{0,200}>/iu

const code = /`+[^`]*`+/gu

/** What a question conceals from readers of the paper is seen in every output: `<span style="color:white">답</span>`. */
export const questionsConcealNothing: Check = (checked) => {
  const concealedIn = searchLines(String(checked.file.value))
  for (const { questions } of checked.read.topics)
    for (const { parts, question } of questions)
      for (const unit of parts.question) {
        const text = concealedIn(unit)
        if (text === undefined) continue
        complain(
          checked,
          'answer-hidden',
          `Unexpected \`${brief(text)}\` in question ${question.number} that conceals something, expected nothing that participants are not to see`,
          unit,
          'Every output shows it: write it below the question, behind `정답:`. If participants may know, take the marks away.',
        )
      }
}

/** Searches the lines of a unit. Those of HTML may all stand on one line, which is searched once. */
function searchLines(text: string): (unit: Unit) => string | undefined {
  const lines = text.split(/\r\n|\r|\n/)
  const known = new Map<string, string | undefined>()
  return ({ node, line, paragraph }) => {
    if (node.type === 'code' || node.type === 'math') return undefined
    // Lines of a paragraph are units of their own.
    const end = paragraph ? line : (node.position?.end.line ?? line)
    const place = `${line}-${end}`
    if (!known.has(place))
      known.set(place, concealed(lines.slice(line - 1, Math.max(line, end))))
    return known.get(place)
  }
}

function concealed(lines: readonly string[]): string | undefined {
  const source = lines.join('\n').replaceAll(code, '')
  return (tag.exec(source) ?? marks.exec(source))?.[0]
}
