import { Command, InvalidArgumentError, Option } from 'commander'
import { addCommonFlags, addOptionFlags } from './flags.ts'
import type { OptionFlags } from './settings.ts'
import type { Terminal } from './terminal.ts'

const examples = `
Examples:
  studydeck dev                        every paper in decks/
  studydeck dev meetup/1회차.md --open
  studydeck dev --port 8080            or the next free one
  studydeck dev --poll                 in WSL, Docker and network folders

Pages reload when a paper, an image, a template or the configuration is saved. PDFs are made when they are opened.
Nothing is written to disk. Ctrl-C ends it.`

/** Flags of `studydeck dev`. */
export interface DevFlags extends OptionFlags {
  readonly port?: number
  readonly open?: true
  readonly poll?: true
}

/**
 * `studydeck dev`: papers in the browser while they are written.
 *
 * @param terminal where to print
 * @param exit takes the exit code
 */
export function devCommand(
  terminal: Terminal,
  exit: (code: number) => void,
): Command {
  const command = new Command('dev')
    .description('show papers in the browser, and reload when they are saved')
    .argument('[papers...]', 'Markdown files or folders', ['decks'])
    .addOption(
      new Option(
        '--port <number>',
        'first port to try (default: 4280)',
      ).argParser(portOf),
    )
    .option('--open', 'open the browser')
    .addOption(
      new Option(
        '--poll',
        'look at the files again and again, where the system tells of no change',
      ).env('STUDYDECK_POLL'),
    )
  addOptionFlags(command, [
    'lang',
    'theme',
    'paperSize',
    'timer',
    'answerSpace',
    'hints',
    'templates',
    'allowRemote',
    'browser',
  ])
  return addCommonFlags(command, ['config', 'quiet', 'verbose'])
    .addHelpText('after', examples)
    .action(async (paths: string[], flags: DevFlags) => {
      const { runDev } = await import('./run-dev.ts')
      exit(await runDev(paths, flags, terminal))
    })
}

function portOf(written: string): number {
  const port = Number(written)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new InvalidArgumentError('Expected a port such as `--port 8080`.')
}
