import { Command } from 'commander'
import { addCommonFlags, addOptionFlags } from './flags.ts'
import type { OptionFlags } from './settings.ts'
import type { Terminal } from './terminal.ts'

const examples = `
Examples:
  studydeck check                     every paper in decks/
  studydeck check 1회차.md --frail    warnings are errors, too: for CI
  studydeck check --json | jq '.papers[].messages'
  cat 1회차.md | studydeck check -    a paper from a pipe`

/**
 * `studydeck check`: what `build` would say, and no files.
 *
 * @param terminal where to print
 * @param exit takes the exit code
 */
export function checkCommand(
  terminal: Terminal,
  exit: (code: number) => void,
): Command {
  const command = new Command('check')
    .description('print what is wrong with papers, and write nothing')
    .argument('[papers...]', 'Markdown files or folders, - for a pipe', [
      'decks',
    ])
    .option('--frail', 'exit with 1 for warnings, too')
  addOptionFlags(command, [
    'outputs',
    'templates',
    'allowRemote',
    'browser',
    'browserUrl',
    'concurrency',
    'shard',
    'limits',
  ])
  return addCommonFlags(command)
    .addHelpText('after', examples)
    .action(async (paths: string[], flags: OptionFlags & { frail?: true }) => {
      const { frail, ...given } = flags
      const { runPaperCommand } = await import('./paper-command.ts')
      exit(
        await runPaperCommand({
          paths,
          given,
          terminal,
          isWriting: false,
          isFrail: frail === true,
        }),
      )
    })
}
