/** Six syllables, or twelve letters of alphabets that need more for a word. */
const tellingWeight = 12

/**
 * Finds the first run of letters that a text shares with an answer and that nobody sees elsewhere.
 *
 * @param text normalised
 * @param answer normalised
 * @param seen what participants see, normalised
 */
export function sharedRun(
  text: string,
  answer: string,
  seen: string,
): string | undefined {
  for (const run of runsIn(text))
    if (answer.includes(run) && !seen.includes(run)) return run
  return undefined
}

/** From each letter on, the shortest run that tells something. */
function* runsIn(text: string): Generator<string> {
  let end = 0
  let weight = 0
  for (let start = 0; start < text.length; start++) {
    while (weight < tellingWeight && end < text.length)
      weight += weightOf(text.charCodeAt(end++))
    if (weight < tellingWeight) return
    yield text.slice(start, end)
    weight -= weightOf(text.charCodeAt(start))
  }
}

function weightOf(code: number): number {
  return code < 0x80 ? 1 : 2
}
