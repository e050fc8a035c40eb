/** A paper with one thing deleted. */
export interface Mutant {
  readonly what: string
  readonly markdown: string
}

const marker =
  /\*{0,2}\[ ?답 ?변 ?\]\*{0,2}|\*{0,2}(?:정답 및 해설|정답과 해설|정답 보기|핵심 답변|실무 팁|정답|답변|해설|힌트|풀이)\*{0,2}:?\*{0,2}|^[\s>*-]*\*{0,2}[QA]\d*[.:]|^#{1,6} +|→ ?|^\d+\. |<summary>.*<\/summary>|\?\?\? success|:::details|\[!success\]-?/gm

/**
 * Every mutant of a paper: without one marker, one `>`, one blank line, or one `</details>`.
 *
 * @param markdown source of a paper
 */
export function mutantsOf(markdown: string): Mutant[] {
  const lines = markdown.split('\n')
  const byLine = lines.flatMap((line, at): Mutant[] => [
    ...(line.trim() === ''
      ? [mutant('blank line', at, lines.toSpliced(at, 1))]
      : []),
    ...(/^\s*>/.test(line)
      ? [
          mutant(
            '>',
            at,
            lines.with(at, line.replace('>', '').replace(/^ /, '')),
          ),
        ]
      : []),
    ...(line.includes('</details>')
      ? [
          mutant(
            '</details>',
            at,
            lines.with(at, line.replace('</details>', '')),
          ),
        ]
      : []),
    ...(/^:::\s*$/.test(line)
      ? [mutant(':::', at, lines.toSpliced(at, 1))]
      : []),
  ])
  const byMarker = [...markdown.matchAll(marker)].map((match): Mutant => ({
    what: `${match[0].trim()} at line ${markdown.slice(0, match.index).split('\n').length}`,
    markdown:
      markdown.slice(0, match.index) +
      markdown.slice(match.index + match[0].length),
  }))
  return [...byLine, ...byMarker]
}

function mutant(what: string, at: number, lines: readonly string[]): Mutant {
  return { what: `${what} at line ${at + 1}`, markdown: lines.join('\n') }
}
