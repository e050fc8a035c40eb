const opening = new Set('[【〔「『<《〈({')
const decoration =
  /[\s_~#"'“”‘’•·●○◦■□◆◇▶▷►▪☞※★☆|]|\p{Extended_Pictographic}|\uFE0F/u

/** Where a label may begin, and whether a bracket was opened before it. */
export interface LabelStart {
  readonly at: number
  readonly bracket: boolean
}

/** Skips what stands before a label: marks, signs, brackets. */
export function skipDecoration(text: string): LabelStart {
  let at = 0
  let bracket = false
  for (const char of text) {
    if (opening.has(char)) bracket = true
    else if (!decoration.test(char)) break
    at += char.length
  }
  return { at, bracket }
}
