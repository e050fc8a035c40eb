import { Command } from 'commander'
import { painter } from './colours.ts'
import { addCommonFlags, addOptionFlags } from './flags.ts'
import { settingsOf, type OptionFlags } from './settings.ts'
import type { Terminal } from './terminal.ts'

const examples = `
Examples:
  studydeck doctor
  studydeck doctor --browser /usr/bin/google-chrome --out public`

/**
 * `studydeck doctor`: whether everything that a build needs is there, and what to do where it is not.
 *
 * @param terminal where to print
 * @param exit takes the exit code
 */
export function doctorCommand(
  terminal: Terminal,
  exit: (code: number) => void,
): Command {
  const command = new Command('doctor').description(
    'look at Node.js, browser, sandbox, fonts and folders, and say what to do',
  )
  addOptionFlags(command, ['out', 'browser'])
  return addCommonFlags(command, ['config'])
    .addHelpText('after', examples)
    .action(async (flags: OptionFlags) => {
      exit(await examine(flags, terminal))
    })
}

async function examine(
  flags: OptionFlags,
  terminal: Terminal,
): Promise<number> {
  const { options, configPath } = await settingsOf(flags, terminal)
  const paint = painter(terminal.hasColours ?? false)
  const print = (isWell: boolean, name: string, detail: string): void => {
    const sign = isWell ? paint('green', 'ok     ') : paint('red', 'problem')
    terminal.out(`${sign}  ${name.padEnd(16)}  ${detail}\n`)
  }
  let exitCode = 0
  const { diagnose } = await import('../pipeline/doctor.ts')
  for await (const { name, isWell, detail, cure } of diagnose({
    out: options.out ?? 'build',
    ...(options.browser === undefined ? {} : { browser: options.browser }),
  })) {
    print(isWell, name, cure === undefined ? detail : `${detail}, ${cure}`)
    if (!isWell) exitCode = 3
  }
  print(true, 'configuration', configPath ?? 'none')
  return exitCode
}
