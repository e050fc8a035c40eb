/** Ends of sentences, Korean (`다.` `요.` `까?` …) and Latin, and line breaks that the author made. */
const sentenceEnd =
  /(?<=[\p{L}\p{N})\]"'”’`%>\uFFFC][.?!…。][)\]"'”’]*)\s+|\n/gu

/** `1.`, `e.g.`, `vs.` and initials end no sentence. */
const noEnd = /(?:^|[\s(])(?:\d{1,3}|[A-Za-z]|e\.g|i\.e|vs|cf|etc|No|Fig)\.$/

/**
 * Finds where the sentences of a text begin.
 *
 * @returns by sentence, how many characters that are no white space stand before it; the first is 0
 */
export function sentenceStarts(text: string): number[] {
  const starts = [0]
  for (const match of text.matchAll(sentenceEnd)) {
    const before = text.slice(0, match.index)
    const after = text.slice(match.index + match[0].length)
    if (after.trim() === '' || before.trim() === '') continue
    if (match[0] === '\n' || !noEnd.test(before))
      starts.push(before.replace(/\s/g, '').length)
  }
  return starts
}
