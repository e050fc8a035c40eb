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
  return `Wrote ${path}

Edit it, then:
  studydeck inspect ${word}    how it is understood
  studydeck build ${word}      slides, worksheet, answer key and notebooks, in build/
`
}

/** Date on the calendar of whoever runs this. */
function today(): string {
  const now = new Date()
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((n) =>
    String(n).padStart(2, '0'),
  )
  return `${now.getFullYear()}-${month ?? ''}-${day ?? ''}`
}
