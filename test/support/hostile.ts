import { readdirSync, readFileSync } from 'node:fs'

/** One piece of Markdown of somebody who means harm. */
export interface Snippet {
  /** File of `test/hostile/` without its ending, and what it tries. */
  readonly name: string
  readonly kind: string
  readonly text: string
}

/** What snippets ask for, and must not get. */
export interface Canary {
  /** Address of a server that nobody may call. */
  readonly origin: string
  readonly port: number
  /** Absolute path of files that nobody may read, without their endings. */
  readonly secret: string
}

const folder = new URL('../hostile/', import.meta.url)

/** Reads all snippets: each begins with `@@ what it tries` on a line of its own. */
export function hostileSnippets({ origin, port, secret }: Canary): Snippet[] {
  return readdirSync(folder).flatMap((name) => {
    const kind = name.replace('.txt', '')
    const pieces = readFileSync(new URL(name, folder), 'utf8').split(/^@@ /m)
    return pieces.slice(1).map((piece) => {
      const end = piece.indexOf('\n')
      return {
        kind,
        name: `${kind}: ${piece.slice(0, end)}`,
        text: piece
          .slice(end + 1)
          .trimEnd()
          .replaceAll('CANARY', origin)
          .replaceAll('PORT', String(port))
          .replaceAll('SECRET', secret),
      }
    })
  })
}

/** Word at the end of a snippet's own question: where it is missing, the snippet swallowed the rest of its paper. */
export function endOf(index: number): string {
  return `끝말${index}끝`
}

/**
 * Writes a paper that has each snippet everywhere: in titles, situations, questions, choices, hints, answers and tables.
 *
 * @param snippets with their numbers
 */
export function hostilePaper(
  snippets: readonly (readonly [number, Snippet])[],
): string {
  const topics = snippets.map(([index, snippet]) => topicOf(index, snippet))
  return `# 스터디 1회차\n\n${topics.join('\n\n')}\n`
}

/** @param snippet of the front matter */
export function paperWithFrontMatter({ text }: Snippet): string {
  return `---\n${text}\n---\n\n${text.includes('quizzes') ? '' : '### Q1. 물음?\n\n> **[답변]**\n> 답입니다.\n'}`
}

function topicOf(index: number, { text }: Snippet): string {
  const line = text.includes('\n') ? `줄 ${index}` : text
  return `## 주제 ${index} ${line}

### 상황

읽어 보세요.

${text}

### Q${index}. 물음 ${line}

${text}

① ${line}
② 둘

> **힌트**: ${line}

> **[답변]**
> 답 ${line}
>
${text.replaceAll(/^/gm, '> ')}
>
> | 가 | 나 |
> |--|--|
> | ${line.replaceAll('|', String.raw`\|`)} | 하나 |
>
> - ${line}
>   1. ${line}
>
> ${endOf(index)}`
}
