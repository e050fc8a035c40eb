import * as z from 'zod/mini'
import { standardLimits, type Limits } from '../model/limits.ts'
import { outputNames } from '../model/output.ts'
import type { PaperOptions } from '../model/paper-options.ts'
import type { Shard } from '../model/shard.ts'

/** What is known of one option besides its name. */
export interface OptionDescription {
  readonly schema: z.ZodMiniType
  /** For `--help`, docs/options.md and editors. */
  readonly description: string
  /** What to expect instead of a wrong value, for "expected …". */
  readonly expected: string
  /** Good values, as they are written in a file; the first stands in for a value that cannot be guessed. */
  readonly examples: readonly [unknown, ...unknown[]]
  /** What is used when nobody says anything, in words. */
  readonly standard: string
  /** Flag of `studydeck build`, as commander takes it. */
  readonly flag: string
}

const text = z.string().check(z.minLength(1))

/** `5m`, `5`, `5분`, `90s`: minutes. */
const duration = /^\s*(\d+(?:\.\d+)?)\s*(m|min|분|s|초)?\s*$/

const minutes = z.pipe(
  z.union([
    z.number().check(z.positive(), z.maximum(600)),
    z.string().check(z.regex(duration)),
  ]),
  z.transform((value) => {
    const [, amount, unit = 'm'] = duration.exec(String(value)) ?? []
    return Number(amount) / (unit === 's' || unit === '초' ? 60 : 1)
  }),
)

/** `2/8`: the second of eight parts. */
const shard = z
  .pipe(
    z.string().check(z.regex(/^\d{1,4}\/\d{1,4}$/)),
    z.transform((value): Shard => {
      const [index = 0, count = 0] = value.split('/').map(Number)
      return { index, count }
    }),
  )
  .check(z.refine(({ index, count }) => index >= 1 && index <= count))

const amount = z.optional(z.number().check(z.positive()))
const limits = z.strictObject({
  file: amount,
  cells: amount,
  slides: amount,
  blocks: amount,
  pieces: amount,
  nodes: amount,
  formula: amount,
  diagram: amount,
  image: amount,
  pixels: amount,
  page: amount,
} satisfies Record<keyof Limits, z.ZodMiniType>)

/** Options that a paper's front matter may set too. */
export const paperOptions = {
  lang: {
    schema: z.enum(['ko', 'en']),
    description: 'language of the words that studydeck adds',
    expected: '`ko` or `en`',
    examples: ['ko', 'en'],
    standard: '`ko`',
    flag: '--lang <lang>',
  },
  theme: {
    schema: z.enum(['light', 'dark', 'contrast']),
    description: 'colours of the slides; `c` changes them while presenting',
    expected: '`light`, `dark` or `contrast`',
    examples: ['light', 'dark', 'contrast'],
    standard: '`light`',
    flag: '--theme <theme>',
  },
  paperSize: {
    schema: z.enum(['A4', 'Letter', 'B5']),
    description: 'size of what is printed on paper',
    expected: '`A4`, `Letter` or `B5`',
    examples: ['A4', 'Letter', 'B5'],
    standard: '`A4`',
    flag: '--paper-size <size>',
  },
  timer: {
    schema: minutes,
    description: 'time to discuss a question that does not name its own',
    expected: 'minutes such as `5m`, or seconds such as `90s`',
    examples: ['5m', '90s', 5],
    standard: '`5m`',
    flag: '--timer <time>',
  },
  answerSpace: {
    schema: z.union([
      z.enum(['auto', 'none', 'box', 'grid']),
      z.int().check(z.minimum(0), z.maximum(200)),
    ]),
    description:
      'space to write on the worksheet: sized from the answer, none, a frame, dots, or a number of lines',
    expected: '`auto`, `none`, `box`, `grid` or a number of lines',
    examples: ['auto', 'none', 'box', 'grid', 8],
    standard: '`auto`',
    flag: '--answer-space <space>',
  },
  hints: {
    schema: z.boolean(),
    description: 'show hints to participants',
    expected: '`true` or `false`',
    examples: [true, false],
    standard: '`false`',
    flag: '--hints',
  },
} as const satisfies Record<string, OptionDescription>

/** Options of a whole build: flags and the configuration file only. */
export const buildOptions = {
  templates: {
    schema: text,
    description: 'folder whose templates and stylesheets win over ours',
    expected: 'a folder',
    examples: ['templates'],
    standard: 'our own',
    flag: '--templates <folder>',
  },
  allowRemote: {
    schema: z.boolean(),
    description: 'fetch images on the web, once, into your cache folder',
    expected: '`true` or `false`',
    examples: [true, false],
    standard: '`false`',
    flag: '--allow-remote',
  },
  outputs: {
    schema: z
      .array(
        z
          .string()
          .check(
            z.refine((prefix) =>
              outputNames.some(
                (name) => prefix !== '' && name.startsWith(prefix),
              ),
            ),
          ),
      )
      .check(z.minLength(1)),
    description: 'only outputs whose path starts so',
    expected: `a list of ${outputNames.map((name) => `\`${name}\``).join(', ')}, or of how they start`,
    examples: [
      ['host/deck.html', 'share'],
      ...outputNames.map((name) => [name]),
    ],
    standard: 'all but those on request',
    flag: '--only <outputs>',
  },
  browser: {
    schema: text,
    description: 'Chrome, Chromium, Edge or a headless shell',
    expected: 'the path of a program',
    examples: ['/usr/bin/google-chrome'],
    standard: 'found',
    flag: '--browser <path>',
  },
  browserUrl: {
    schema: z.string().check(z.regex(/^wss?:\/\/[^\s/]+/)),
    description: 'browser that runs elsewhere, or a pool of them',
    expected: 'an address such as `ws://browsers:9222`',
    examples: ['ws://browsers:9222'],
    standard: 'none',
    flag: '--browser-url <url>',
  },
  out: {
    schema: text,
    description: 'output folder',
    expected: 'a folder',
    examples: ['build'],
    standard: '`build`',
    flag: '-o, --out <folder>',
  },
  site: {
    schema: text,
    description: 'folder of a static site, which gets `share/` alone',
    expected: 'a folder',
    examples: ['site'],
    standard: 'none',
    flag: '--site <folder>',
  },
  concurrency: {
    schema: z.int().check(z.minimum(1), z.maximum(64)),
    description: 'papers that are built at the same time',
    expected: 'a whole number from 1 to 64',
    examples: [2, 1, 4],
    standard: '`2`',
    flag: '--concurrency <papers>',
  },
  shard: {
    schema: shard,
    description: 'one part of the papers, the others elsewhere',
    expected: 'a part and how many there are, such as `2/8`',
    examples: ['1/2', '2/8'],
    standard: 'all papers',
    flag: '--shard <part>',
  },
  limits: {
    schema: limits,
    description: 'what a paper may cost, see below',
    expected: `numbers above 0 by name: ${Object.keys(standardLimits).join(', ')}`,
    examples: [{ slides: 20_000 }],
    standard: 'below',
    flag: '--limits <limits>',
  },
} as const satisfies Record<string, OptionDescription>

/** Every option by its name in the configuration file. */
export const options = { ...paperOptions, ...buildOptions }

/** Name of an option. */
export type OptionName = keyof typeof options

/** Names of the options that front matter may set. */
export const paperOptionNames = Object.keys(
  paperOptions,
) as (keyof typeof paperOptions)[]

/** Everything that flags and configuration can say. */
export type Options = {
  readonly [Name in OptionName]?: z.output<(typeof options)[Name]['schema']>
}

/**
 * Keeps what a paper may say for itself.
 *
 * @param all from flags or configuration
 */
export function ofPaper(all: Options): PaperOptions {
  return Object.fromEntries(
    paperOptionNames.flatMap((name) =>
      all[name] === undefined ? [] : [[name, all[name]]],
    ),
  )
}
