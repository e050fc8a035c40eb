import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { env } from 'node:process'
import { Command, Option } from 'commander'
import type { Terminal } from './terminal.ts'
import {
  paperConventions,
  writeNewPaper,
  type PaperConvention,
} from '../pipeline/new-paper.ts'

const examples = `
Conventions:
  quote     the answer in a quote that begins with **[답변]**
  heading   a question is a heading, the quote below it is its answer
  details   the answer in <details>

Examples:
  studydeck init 7회차                        decks/7회차.md
  studydeck init 7회차 --convention details
  studydeck init meetup/2026-03.md            that very file`

/**
 * `studydeck init`: a paper to start from.
 *
 * @param terminal where to print
 * @param exit takes the exit code
 */
export function initCommand(
  terminal: Terminal,
  exit: (code: number) => void,
): Command {
  return new Command('init')
    .description('write a paper to start from; never overwrites one')
    .argument('[name]', 'name or path of the paper', '1회차')
    .addOption(
      new Option('--convention <name>', 'how questions and answers are written')
        .choices(Object.keys(paperConventions))
        .default('quote'),
    )
    .addHelpText('after', examples)
    .action(async (name: string, flags: { convention: PaperConvention }) => {
      const path = await writeNewPaper(name, flags.convention, today())
      terminal.out(nextSteps(path))
      exit(0)
    })
}

function nextSteps(path: string): string {
  const word = /^[\w./\u3131-\ud79d-]+$/.test(path) ? path : `'${path}'`
  const command = isOnPath() ? 'studydeck' : 'npx studydeck'
  return `Wrote ${path}

Edit it, then:
  ${command} inspect ${word}    how it is understood
  ${command} build ${word}      slides, worksheet, answer key and notebooks, in build/
  ${command} dev ${word}        all of it in the browser, while you write
`
}

/** Whether a shell finds the program by its name alone: npm and npx put folders in front that are gone when they end. */
function isOnPath(): boolean {
  return (env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !/node_modules[\\/]\.bin$|[\\/]_npx[\\/]/.test(folder))
    .some((folder) =>
      ['studydeck', 'studydeck.cmd'].some((name) =>
        existsSync(join(folder, name)),
      ),
    )
}

/** Date on the calendar of whoever runs this. */
function today(): string {
  const now = new Date()
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((n) =>
    String(n).padStart(2, '0'),
  )
  return `${now.getFullYear()}-${month ?? ''}-${day ?? ''}`
}
