import { join } from 'node:path'
import { Command } from 'commander'
import { count } from './count.ts'
import { addCommonFlags, addOptionFlags } from './flags.ts'
import { settingsOf, type OptionFlags } from './settings.ts'
import type { Terminal } from './terminal.ts'
import { BuildError } from '../model/build-error.ts'
import { checkGalleryFolders, galleryName } from '../pipeline/gallery-folder.ts'

const examples = `
Examples:
  studydeck index                      the gallery of build/
  studydeck index public               of another output folder
  studydeck index --site docs          and a static site of what participants get`

/**
 * `studydeck index`: one gallery of papers that were built apart, such as with `--shard`.
 *
 * @param terminal where to print
 * @param exit takes the exit code
 */
export function indexCommand(
  terminal: Terminal,
  exit: (code: number) => void,
): Command {
  const command = new Command('index')
    .description('make the gallery of papers that were built apart')
    .argument('[folder]', 'output folder with the papers (default: build)')
  addOptionFlags(command, ['site', 'lang', 'templates'])
  return addCommonFlags(command, ['config', 'quiet'])
    .addHelpText('after', examples)
    .action(async (folder: string | undefined, flags: OptionFlags) => {
      await makeIndex(folder, flags, terminal)
      exit(0)
    })
}

async function makeIndex(
  folder: string | undefined,
  flags: OptionFlags,
  terminal: Terminal,
): Promise<void> {
  const { options } = await settingsOf(flags, terminal)
  const out = folder ?? options.out ?? 'build'
  checkGalleryFolders(out, options.site)
  const { writeGalleries } = await import('./write-galleries.ts')
  const papers = await writeGalleries({ ...options, out })
  if (papers === 0)
    throw new BuildError(
      'INVALID_OPTION',
      `Cannot find a built paper in ${out}, build some or name another folder`,
    )
  if (!flags.quiet)
    terminal.out(`${join(out, galleryName)}\n${count(papers, 'paper')}\n`)
}
