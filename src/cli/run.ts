import { Command, CommanderError } from 'commander'
import { buildCommand } from './build-command.ts'
import { checkCommand } from './check-command.ts'
import { devCommand } from './dev-command.ts'
import { doctorCommand } from './doctor-command.ts'
import { indexCommand } from './index-command.ts'
import { initCommand } from './init-command.ts'
import { inspectCommand } from './inspect-command.ts'
import { isOutOfHandles, outOfHandles } from './out-of-handles.ts'
import type { Terminal } from './terminal.ts'
import { version } from '../config/version.ts'
import { BuildError } from '../model/build-error.ts'

/**
 * Runs studydeck.
 *
 * @param argv arguments after the program's name
 * @param terminal where to print
 * @returns exit code: 0 all well, 1 a paper has an error, 2 wrong usage, 3 the environment failed
 * @throws whatever is a bug
 */
export async function run(
  argv: readonly string[],
  terminal: Terminal,
): Promise<number> {
  let exitCode = 0
  const program = studydeck(terminal, (code) => {
    exitCode = code
  })
  try {
    await program.parseAsync(argv, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (isOutOfHandles(error)) {
      terminal.error(outOfHandles)
      return 3
    }
    if (!(error instanceof BuildError)) throw error
    terminal.error(`studydeck: ${error.message}\n`)
    return error.exitCode
  }
}

function studydeck(terminal: Terminal, exit: (code: number) => void): Command {
  const program = new Command('studydeck')
    .description(
      'Turns Markdown papers of a study group into slides, a worksheet without answers, an answer key and notebooks.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .configureOutput({
      writeOut: (text) => {
        terminal.out(text)
      },
      writeErr: (text) => {
        terminal.error(text)
      },
    })
    .addHelpText(
      'after',
      '\nExit codes: 0 all well, 1 a paper has an error, 2 wrong usage, 3 the environment failed (no browser, no room …).',
    )
    .exitOverride()
  for (const command of [
    buildCommand(terminal, exit),
    devCommand(terminal, exit),
    inspectCommand(terminal, exit),
    checkCommand(terminal, exit),
    initCommand(terminal, exit),
    indexCommand(terminal, exit),
    doctorCommand(terminal, exit),
  ])
    program.addCommand(command.copyInheritedSettings(program))
  return program
}
