import { distance } from 'fastest-levenshtein'
import {
  options as table,
  type OptionDescription,
  type OptionName,
  type Options,
} from './options.ts'

/** A key or a value that no option has. */
export interface OptionProblem {
  /** Key as it was written. */
  readonly key: string
  /** "Unexpected X, expected Y", without the correction. */
  readonly reason: string
  /** What was probably meant; missing where nothing is near. */
  readonly meant?: { readonly key: OptionName; readonly value: unknown }
}

/** Options as far as they are good, and what is wrong with the others. */
export interface CheckedOptions {
  readonly options: Options
  readonly problems: readonly OptionProblem[]
}

/**
 * Checks options that a person wrote.
 *
 * @param written keys and values of a configuration file, front matter or flags
 * @param allowed names that may stand there
 */
export function checkOptions(
  written: Readonly<Record<string, unknown>>,
  allowed: readonly OptionName[],
): CheckedOptions {
  const options: Record<string, unknown> = {}
  const problems: OptionProblem[] = []
  for (const [key, value] of Object.entries(written)) {
    const name = allowed.find((name) => name === key)
    const parsed = name && describe(name).schema.safeParse(value)
    if (parsed?.success) options[key] = parsed.data
    else
      problems.push(
        name ? wrongValue(name, value) : unknownKey(key, value, allowed),
      )
  }
  return { options, problems }
}

function describe(name: OptionName): OptionDescription {
  return table[name]
}

function unknownKey(
  key: string,
  value: unknown,
  allowed: readonly OptionName[],
): OptionProblem {
  const name = nearest(key, allowed)
  const reason = `Unexpected \`${key}\``
  return name
    ? { key, reason, meant: { key: name, value: correct(name, value) } }
    : { key, reason: `${reason}, expected ${allowed.join(', ')}` }
}

function wrongValue(name: OptionName, value: unknown): OptionProblem {
  return {
    key: name,
    reason: `Unexpected \`${shorten(value)}\` for \`${name}\`, expected ${describe(name).expected}`,
    meant: { key: name, value: correct(name, value) },
  }
}

/** The value itself where it is good, else what it says in the right type, else the good one that is nearest to it. */
function correct(name: OptionName, value: unknown): unknown {
  const { schema, examples } = describe(name)
  const text = [value].join().trim()
  const guess = [
    value,
    text,
    yesOrNo.get(text.toLowerCase()),
    Number.parseFloat(text),
    [text],
  ].find((candidate) => schema.safeParse(candidate).success)
  const near = nearest(text, examples.map(String))
  return (
    guess ?? examples.find((example) => String(example) === near) ?? examples[0]
  )
}

const yesOrNo = new Map([
  ['true', true],
  ['yes', true],
  ['on', true],
  ['false', false],
  ['no', false],
  ['off', false],
])

/**
 * Finds the name that a misspelt one most likely means: another case, `-` and `_`, or one or two wrong letters.
 *
 * @param written as a person wrote it
 * @param names that may stand there
 */
export function nearest<Name extends string>(
  written: string,
  names: readonly Name[],
): Name | undefined {
  const plain = simplify(written)
  const [best] = names
    .map((name) => ({ name, far: distance(plain, simplify(name)) }))
    .sort((a, b) => a.far - b.far)
  return best && best.far <= Math.min(2, plain.length / 2)
    ? best.name
    : undefined
}

function simplify(key: string): string {
  return key.toLowerCase().replaceAll(/[-_\s]/g, '')
}

function shorten(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
