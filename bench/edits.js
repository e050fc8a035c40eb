// @ts-check

/**
 * Edits of a paper, each of another place and of the paper as it was: a word more at the end of a line of text.
 *
 * @param {string} paper Markdown
 * @param {number} count
 * @returns {{ edited: string, mark: string }[]} the paper, and the word that only this one has
 */
export function editsOf(paper, count) {
  const lines = paper.split('\n')
  const places = lines.flatMap((line, index) =>
    /^(?:> )?(?:- )?[가-힣][^|`<>#]{20,}[.다]$/.test(line) ? [index] : [],
  )
  return Array.from({ length: count }, (_, number) => {
    const place = places[Math.floor((number * places.length) / count)] ?? 0
    const mark = `고침${number + 1}번`
    const edited = lines.map((line, index) =>
      index === place ? `${line} ${mark}` : line,
    )
    return { edited: edited.join('\n'), mark }
  })
}
