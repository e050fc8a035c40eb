import { choiceAt } from './choice-mark.ts'
import type { OptionText } from './option-text.ts'
import type { Reading } from './reading.ts'
import type { Unit } from './unit.ts'

const letter = '[OXㅇ○×VvoxQ✓✔☑✗✘✕✖❌⭕❎🅾]'
const word =
  '정 ?답|오 ?답|답|맞음|맞는 ?답|틀림|틀린 ?답|참|거짓|정|오|선택|내 ?선택|내 ?답|correct|incorrect|right|wrong|true|false|yes|no|예|아니[오요]'
/** `(O)`, `[정답]`, `: X`, `- 참`, ` 정답!`, ` O`, `✓`, `★★`, `!!`. */
const atEnd: readonly RegExp[] = [
  new RegExp(
    String.raw`[([<{【〔「]\s{0,2}(?:${letter}|${word})\s{0,2}[)\]>}】〕」]\s{0,2}[!.]{0,3}$`,
    'iu',
  ),
  new RegExp(
    String.raw`(?:\s[-–—=#*※~|]|:|\/\/|-{1,2}>|={1,2}>|<[-=]{1,2}|[→⇒←])\s{0,2}(?:${letter}|${word})\s{0,2}[!.]{0,3}$`,
    'iu',
  ),
  new RegExp(
    String.raw`\s(?:${letter}|(?:정|오) ?답|맞음|틀림)\s{0,2}!{0,3}$`,
    'u',
  ),
  /(?:\p{Extended_Pictographic}|[\uFE0F★☆✓✔✗✘☜☞←⇐◀◁⬅※\s])*(?:\p{Extended_Pictographic}|[\uFE0F★☆✓✔✗✘☜☞←⇐◀◁⬅※]|!!)$/u,
]
/** `← 이거`, in words. */
const pointed = /(?:←|⬅|◀|👈|✅|❌|⭕|<-{1,2} )[^\n]{0,20}$/u
const atStart =
  /^(?:\p{Extended_Pictographic}|[\uFE0F★☆✓✔✗✘☞→⇒▶►●◎○※]|[([]\s?[OXVㅇ○×✓✔정답]{1,2}\s?[)\]]|[OX○×](?=\s))+/u
/** Signs that judge; a pictograph of a cat does not. */
const verdict = /[✅✔☑✓✗✘✕✖❌❎⭕🅾👍👎👈👉⭐★☆←☜☞◀⬅💯❗‼🔴🟢🔵🟡]|[\p{L}○×!]/u

/**
 * An option with a sign that others do not have: `(O)` among `(X)`, `✓`, a star, `정답!`.
 *
 * @param options of one question
 */
export function oddSign(
  options: readonly OptionText[],
): OptionText | undefined {
  // `계획 X` beside `계획 Y` is a name.
  const areNames = options.some(({ text }) => / [A-NP-UWYZ]$/u.test(text))
  for (const signOf of [startSign, endSign, pointedSign]) {
    const signs = options
      .map(({ text }) => signOf(text))
      .map((sign) => (areNames && /^ ?[A-Za-z]$/u.test(sign) ? '' : sign))
    const areOrnaments = signs.every(
      (sign) => sign !== '' && !verdict.test(sign),
    )
    if (!areOrnaments && signs.some((sign) => sign !== signs[0]))
      return options.find((_, at) => signs[at] !== '')
  }
  return undefined
}

function startSign(text: string): string {
  return atStart.exec(text)?.[0] ?? ''
}

function endSign(text: string): string {
  for (const form of atEnd) {
    const match = form.exec(text.slice(-40))
    if (match && match.index + text.length - Math.min(40, text.length) > 0)
      return match[0].replaceAll(/\s/gu, ' ')
  }
  return ''
}

function pointedSign(text: string): string {
  return /[가-힣]/u.test(text) ? (pointed.exec(text)?.[0] ?? '') : ''
}

const before =
  /^\s*(?:[([]\s?[OXVox정답]{1,2}\s?[)\]]|[^\p{L}\p{N}\s]{1,6}|[OXVox])\s*/u

/**
 * A line that would go on with the options, but for a sign before its mark: `★ ② …` between `① …` and `③ …`.
 *
 * @param units of a question
 * @param reading for the evidence
 */
export function signedMark(
  units: readonly Unit[],
  { evidence }: Reading,
): Unit | undefined {
  return units.find((unit, at) => {
    if (evidence[unit.index]?.choice || unit.node.type !== 'paragraph')
      return false
    const sign = before.exec(unit.flat.text)?.[0] ?? ''
    const mark =
      sign === ''
        ? undefined
        : choiceAt({ ...unit.flat, text: unit.flat.text.slice(sign.length) })
    return (
      mark !== undefined &&
      [units[at - 1], units[at + 1]].some((next) => {
        const other = next && evidence[next.index]?.choice
        return (
          other?.family === mark.family &&
          Math.abs(other.ordinal - mark.ordinal) === 1
        )
      })
    )
  })
}
