import { Command } from 'commander'
import { addCommonFlags, addOptionFlags } from './flags.ts'
import type { OptionFlags } from './settings.ts'
import type { Terminal } from './terminal.ts'

const examples = `
Examples:
  studydeck build                          every paper in decks/
  studydeck build meetup/1회차.md          one paper
  studydeck build papers/ --out public     a folder of papers, into public/
  studydeck build --only share             what participants get, nothing else
  studydeck build --only host/deck.html,share/worksheet.pdf
  studydeck build --site public            what participants get as a static site, too
  studydeck build --force                  also what is unchanged
  studydeck build --theme dark --timer 3m  dark slides, three minutes a question
  studydeck build --shard 2/8              the second of eight parts; see "studydeck index"
  cat 1회차.md | studydeck build -         a paper from a pipe, into build/stdin/
  studydeck build -- -1회차.md             a name that begins with a dash`

/**
 * `studydeck build`: papers in, files below the output folder.
 *
 * @param terminal where to print
 * @param exit takes the exit code
 */
export function buildCommand(
  terminal: Terminal,
  exit: (code: number) => void,
): Command {
  const command = new Command('build')
    .description('build papers: slides, worksheet, answer key, notebooks')
    .argument('[papers...]', 'Markdown files or folders, - for a pipe', [
      'decks',
    ])
  addOptionFlags(command, [
    'out',
    'site',
    'outputs',
    'lang',
    'theme',
    'paperSize',
    'timer',
    'answerSpace',
    'hints',
    'templates',
    'allowRemote',
    'browser',
    'browserUrl',
    'concurrency',
    'shard',
    'limits',
  ])
  return addCommonFlags(
    command.option('--force', 'make everything again, also what is unchanged'),
  )
    .addHelpText('after', examples)
    .action(async (paths: string[], flags: OptionFlags & { force?: true }) => {
      const { force = false, ...given } = flags
      const { runPaperCommand } = await import('./paper-command.ts')
      exit(
        await runPaperCommand({
          paths,
          given,
          terminal,
          isWriting: true,
          force,
        }),
      )
    })
}
