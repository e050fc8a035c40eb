import type { VFile } from 'vfile'
import type { Node } from 'unist'
import { isAlias, parseDocument, visit, type Document } from 'yaml'
import * as z from 'zod/mini'
import { paperOptionsIn } from './front-matter-options.ts'
import type { PaperOptions } from '../model/paper-options.ts'
import { report } from '../model/report.ts'

/** A question of `quizzes:` or `faqs:`. */
export interface FrontMatterQuiz {
  readonly question: string
  readonly options: readonly string[]
  readonly answer: string
  readonly explanation: string
}

/** What the front matter of a paper says, as far as studydeck knows its keys. */
export interface FrontMatter {
  readonly title?: string
  /** `YYYY-MM-DD`. */
  readonly date?: string
  readonly author?: string
  readonly round?: number
  readonly kind?: 'questions' | 'reading'
  readonly options: PaperOptions
  readonly quizzes: readonly FrontMatterQuiz[]
}

const text = z.coerce.string().check(z.trim())

const date = z.pipe(
  z.pipe(
    z.union([z.string(), z.date()]),
    z.transform((value) =>
      value instanceof Date ? value.toISOString().slice(0, 10) : value,
    ),
  ),
  z.pipe(
    z
      .string()
      .check(
        z.regex(
          /^\s*\d{4}\s?[-./년]\s*\d{1,2}\s?[-./월]\s*\d{1,2}(?:\D|$)/u,
          'a date such as `2025-09-19`',
        ),
      ),
    z.transform(isoDate),
  ),
)

const number = 'a number such as `3`'
const round = z.pipe(
  z.pipe(
    z.union([z.number(), z.string()]),
    z.transform((value) => Number(/\d+/.exec(String(value))?.[0] ?? NaN)),
  ),
  z.int(number).check(z.positive(number)),
)

const author = z.pipe(
  z.union(
    [z.string(), z.array(z.string()), z.object({ name: z.string() })],
    'a name',
  ),
  z.transform((value) =>
    typeof value === 'string'
      ? value.trim()
      : Array.isArray(value)
        ? value.join(', ')
        : value.name,
  ),
)

/** Keys of ours; whatever else stands there (Jekyll's, Hugo's, Marp's) is nobody's business. */
const keys = {
  title: text,
  date,
  author,
  round,
  kind: z.enum(['questions', 'reading'], '`questions` or `reading`'),
}

const quiz = z.looseObject({
  question: text,
  options: z.optional(z.array(text)),
  choices: z.optional(z.array(text)),
  answer: z.unknown(),
  explanation: z.optional(text),
})

/**
 * Reads the front matter of a paper. Reports wrong values of studydeck's own keys at the line they stand on.
 *
 * @param yaml source between the fences
 * @param file to report on
 * @param node front matter in the tree, for its line
 */
export function readFrontMatter(
  yaml: string,
  file: VFile,
  node?: Node,
): FrontMatter {
  const document = parseDocument(yaml, { uniqueKeys: false })
  const broken = document.errors[0]
  if (broken) {
    complain(
      file,
      node,
      yaml,
      broken.pos[0],
      `Unexpected front matter that is no YAML (${broken.code}), expected \`key: value\` lines`,
    )
    return { options: {}, quizzes: [] }
  }
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount: mostAliased })
  } catch {
    complain(
      file,
      node,
      yaml,
      lastAlias(document),
      `Unexpected aliases (\`*name\`) in the front matter that stand for too much, or for nothing, expected values that are written out`,
    )
    return { options: {}, quizzes: [] }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { options: {}, quizzes: [] }
  const given = value as Readonly<Record<string, unknown>>
  const known: Record<string, unknown> = {}
  for (const [key, schema] of Object.entries(keys)) {
    const own = given[key]
    if (own === undefined || own === null || own === '') continue
    const result = schema.safeParse(own)
    if (result.success) known[key] = result.data
    else
      complain(
        file,
        node,
        yaml,
        yaml.search(new RegExp(`^${key}\\s*:`, 'm')),
        `Unexpected \`${key}: ${brief(own)}\` in the front matter, expected ${expectedOf(result.error)}`,
      )
  }
  const { options, problems } = paperOptionsIn(given)
  for (const { key, reason } of problems)
    complain(
      file,
      node,
      yaml,
      yaml.search(new RegExp(`^${key}\\s*:`, 'm')),
      reason,
    )
  return { ...known, options, quizzes: quizzesOf(given) }
}

/** How often aliases may multiply what they stand for: a few lines can stand for gigabytes. */
const mostAliased = 100

/** Where the alias is that is resolved last: each may stand for those before it. */
function lastAlias(document: Document): number {
  let offset = 0
  visit(document, (_, node) => {
    if (isAlias(node)) offset = node.range?.[0] ?? offset
  })
  return offset
}

function isoDate(value: string): string {
  const [, year = '', month = '', day = ''] =
    /(\d{4})\D+(\d{1,2})\D+(\d{1,2})/.exec(value) ?? []
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function expectedOf(error: z.core.$ZodError): string {
  return error.issues[0]?.message ?? 'another value'
}

function brief(value: unknown): string {
  const written = typeof value === 'string' ? value : asJson(value)
  return written.length > 40 ? `${written.slice(0, 39)}…` : written
}

function asJson(value: unknown): string {
  try {
    return JSON.stringify(value)
  } catch {
    // An alias inside of what it stands for.
    return String(value)
  }
}

function complain(
  file: VFile,
  node: Node | undefined,
  yaml: string,
  offset: number,
  reason: string,
): void {
  const at = Math.max(0, offset)
  const before = yaml.slice(0, at).split('\n').length
  const line = (node?.position?.start.line ?? 1) + before
  const length = (yaml.slice(at).split('\n')[0] ?? '').trimEnd().length
  report(file, 'front-matter-invalid', reason, {
    start: { line, column: 1 },
    end: { line, column: 1 + length },
  })
}

function quizzesOf(
  given: Readonly<Record<string, unknown>>,
): FrontMatterQuiz[] {
  const list = [
    given['quizzes'],
    given['quiz'],
    given['faqs'],
    given['questions'],
  ].find(Array.isArray)
  return ((list ?? []) as unknown[]).flatMap((item) => {
    const result = quiz.safeParse(item)
    if (!result.success) return []
    const { question, options, choices, answer, explanation } = result.data
    return [
      {
        question,
        options: options ?? choices ?? [],
        answer: answerText(answer),
        explanation: explanation ?? '',
      },
    ]
  })
}

function answerText(answer: unknown): string {
  if (Array.isArray(answer)) return answer.map(answerText).join(', ')
  return typeof answer === 'string' ||
    typeof answer === 'number' ||
    typeof answer === 'boolean'
    ? String(answer)
    : ''
}
