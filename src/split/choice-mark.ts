import type { FlatText } from './text.ts'

/** The mark of an option. */
export interface ChoiceMark {
  /** Marks of one family count up together. */
  readonly family:
    'circle' | 'digit' | 'check' | 'upper' | 'lower' | 'jamo' | 'syllable'
  /** 1-based. */
  readonly ordinal: number
  /** As authored, without punctuation: `①`, `A`, `ㄱ`. */
  readonly label: string
  /** Where the option's text begins, in the flattened text. */
  readonly end: number
}

const circles = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
const jamo = 'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ'
const syllables = '가나다라마바사아자차카타파하'

/** An emoji before the mark: `✅ B. Redis`. */
const sign = /^\s*(?:[✅✔☑👉⭐🔴🔵🟢●○◎]\uFE0F?\s*)?/u

const forms: readonly [ChoiceMark['family'], RegExp, string][] = [
  ['circle', /^\s*([①-⑳])[.)]?\s*/u, circles],
  ['digit', /^\s*\(?([1-9])[.)](?:\s+|$|(?=\p{L}))/u, '123456789'],
  ['upper', /^\s*[([]?([A-H])[.):\]](?:\s+|$|(?=\p{L}))/u, 'ABCDEFGH'],
  ['lower', /^\s*[([]?([a-h])[.):\]](?:\s+|$|(?=\p{L}))/u, 'abcdefgh'],
  ['jamo', /^\s*[([]?([ㄱ-ㅎ])[.):\]](?:\s+|$|(?=\p{L}))/u, jamo],
  [
    'syllable',
    /^\s*\(?([가나다라마바사아자차카타파하])[.)](?:\s+|$)/u,
    syllables,
  ],
]

/**
 * Finds the option mark that a line begins with: `①`, `2)`, `B.`, `(c)`, `ㄱ.`, `나)`.
 *
 * @param flat text of a line
 */
export function choiceAt(flat: FlatText): ChoiceMark | undefined {
  const signEnd = sign.exec(flat.text.slice(0, 8))?.[0].length ?? 0
  const head = flat.text.slice(signEnd, signEnd + 12)
  for (const [family, form, marks] of forms) {
    const match = form.exec(head)
    const label = match?.[1]
    if (match && label)
      return {
        family,
        ordinal: marks.indexOf(label) + 1,
        label,
        end: signEnd + match[0].length,
      }
  }
  return undefined
}
