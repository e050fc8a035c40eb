import { labelText, skipSpace } from './label-end.ts'
import { skipDecoration } from './label-start.ts'
import { labelEndings } from './labels.ts'
import type { Marker, MarkerPlace } from './marker.ts'

/** `1번 답` on a line of its own. */
const ofNumber =
  /^\s*(?:문제|문항|Q)? ?\d{1,3} ?번? ?(?:정?답|답변|답안|해답|해설|풀이)$/u

/** `2번 정답: ④`, `객관식 1 정답`, `면접관의 모범 답변:`. */
export function endingMarker(
  text: string,
  place: MarkerPlace,
): Marker | undefined {
  const colon = text.slice(0, 32).indexOf(':')
  if (
    colon < 0 &&
    (text.length > 24 || !(place === 'title' || ofNumber.test(text)))
  )
    return undefined
  const head = colon < 0 ? text : text.slice(0, colon)
  if (/[?.!](?=[ ])|[?]|^Q/u.test(head.replace(/^[^.]{0,8}\. /, '')))
    return undefined
  const condensed = head
    .replace(/[\s_]+/g, '')
    .replace(/(?:\([^()]*\)|[\d\]】>)'"”’])+$/u, '')
    .toLowerCase()
  if (condensed.length > 16) return undefined
  const ending =
    labelEndings.find(([word]) => condensed.endsWith(word)) ??
    (/\d번?답$/.test(condensed) ? labelEndings[0] : undefined)
  if (!ending) return undefined
  return {
    ...ending[1],
    label: labelText(head.slice(skipDecoration(head).at)),
    end: skipSpace(text, colon < 0 ? text.length : colon + 1),
    form: 'word',
  }
}

const phrases = [
  /(?:정답|답변|답안|해설|풀이|해답|답)(?:을|를)? {0,2}(?:보기|보려|보여|확인|펼|열|공개|클릭|체크)/,
  /(?:클릭|펼치|펼쳐|눌러|열어).{0,16}(?:정답|답변|답안|해설|풀이|해답|답)/,
  /(?:show|see|view|reveal|click|open).{0,24}(?:answer|solution)/i,
  /^(?:.{0,12} )?(?:정답|답변|해설|풀이|해답)(?:은|는)$/,
]

/** `정답을 보려면 클릭`, `Show answer`. */
export function phraseMarker(text: string): Marker | undefined {
  if (text.length > 48 || /[?]$/.test(text)) return undefined
  return phrases.some((phrase) => phrase.test(text))
    ? {
        role: 'answer',
        strength: 'primary',
        label: text.trim(),
        end: text.length,
        form: 'word',
      }
    : undefined
}
