import { Command } from 'commander'
import { addCommonFlags, type CommonFlags } from './flags.ts'
import { jsonMessages, jsonText } from './json-report.ts'
import { readStdin, stdinPath } from './read-stdin.ts'
import type { Terminal } from './terminal.ts'

const examples = `
Examples:
  studydeck inspect decks/1회차.md
  studydeck inspect decks/1회차.md --json | jq '.topics[].title'
  cat 1회차.md | studydeck inspect -`

/**
 * `studydeck inspect`: how a paper was understood, without building anything.
 *
 * @param terminal where to print
 * @param exit takes the exit code
 */
export function inspectCommand(
  terminal: Terminal,
  exit: (code: number) => void,
): Command {
  const command = new Command('inspect')
    .description(
      'print how a paper is understood: topics, questions, answers, messages',
    )
    .argument('<paper>', 'Markdown file, - for a pipe')
  return addCommonFlags(command, ['json', 'quiet', 'verbose'])
    .addHelpText('after', examples)
    .action(async (path: string, flags: CommonFlags) => {
      exit(await inspectPaper(path, flags, terminal))
    })
}

async function inspectPaper(
  path: string,
  flags: CommonFlags,
  terminal: Terminal,
): Promise<number> {
  const { inspect } = await import('../pipeline/inspect.ts')
  const { file, outline, text } =
    path === '-'
      ? await inspect(stdinPath, await readStdin(terminal))
      : await inspect(path)
  if (flags.json)
    terminal.out(jsonText({ ...outline, messages: jsonMessages(file) }))
  else {
    if (!flags.quiet) terminal.out(text)
    const { formatMessages } = await import('./format-messages.ts')
    terminal.error(
      formatMessages(file, {
        ...terminal,
        verbose: flags.verbose === true,
        quiet: flags.quiet === true,
      }),
    )
  }
  return file.messages.some(({ fatal }) => fatal === true) ? 1 : 0
}
