import { type Command, InvalidArgumentError, Option } from 'commander'
import { checkOptions } from '../config/check-options.ts'
import { options as table, type OptionName } from '../config/options.ts'

/** Flags that every command with papers has. */
export interface CommonFlags {
  readonly config?: string
  readonly json?: boolean
  readonly quiet?: boolean
  readonly verbose?: boolean
}

/**
 * Adds the flags of options, as the table of options describes them.
 *
 * @param command to add them to
 * @param names in the order of `--help`
 */
export function addOptionFlags(
  command: Command,
  names: readonly OptionName[],
): Command {
  for (const name of names) {
    const { flag, description, standard } = table[name]
    const option = new Option(
      flag,
      `${description} (default: ${standard.replaceAll('`', '')})`,
    )
    if (name === 'outputs')
      option.argParser((list: string) => list.split(',').filter(Boolean))
    else if (name === 'limits') option.argParser(limitsIn)
    else if (flag.includes('<'))
      option.argParser((written: string) => parse(name, flag, written))
    command.addOption(option)
  }
  if (names.includes('hints'))
    command
      .option('--no-hints', 'hide them')
      // The same in other words: help has one of them.
      .addOption(
        new Option('--with <extras>')
          .choices(['hints'])
          .implies({ hints: true })
          .hideHelp(),
      )
  return command
}

/** What `--help` says of each of them. */
const commonFlags: Readonly<
  Record<keyof CommonFlags, readonly [flag: string, description: string]>
> = {
  config: [
    '--config <file>',
    'configuration instead of the nearest studydeck.config.*',
  ],
  json: ['--json', 'print one JSON object and nothing else'],
  quiet: ['-q, --quiet', 'print only errors'],
  verbose: ['--verbose', 'print what is only good to know, too'],
}

/**
 * Adds flags that many commands have.
 *
 * @param command to add them to
 * @param names all of them by default
 */
export function addCommonFlags(
  command: Command,
  names: readonly (keyof CommonFlags)[] = [
    'config',
    'json',
    'quiet',
    'verbose',
  ],
): Command {
  for (const name of names) command.option(...commonFlags[name])
  return command
}

/** `slides=20000,page=300` */
function limitsIn(written: string): unknown {
  const given = written
    .split(',')
    .map((part) => part.split('='))
    .map(([name = '', value = '']) => [name.trim(), Number(value)] as const)
  const limits: unknown = Object.fromEntries(given)
  const { options, problems } = checkOptions({ limits }, ['limits'])
  if (problems.length === 0) return options.limits
  throw new InvalidArgumentError(
    `Expected ${table.limits.expected}, did you mean \`--limits slides=20000,page=300\`?`,
  )
}

/** Flags are texts: `8` may mean a number. */
function parse(name: OptionName, flag: string, written: string): unknown {
  const readings = [written, Number(written)].map((value) =>
    checkOptions({ [name]: value }, [name]),
  )
  const good = readings.find(({ problems }) => problems.length === 0)
  if (good) return good.options[name]
  const [problem] = readings.flatMap(({ problems }) => problems)
  const long = /--[\w-]+/.exec(flag)?.[0] ?? ''
  throw new InvalidArgumentError(
    `${problem?.reason ?? ''}, did you mean \`${long} ${[problem?.meant?.value].join()}\`?`,
  )
}
