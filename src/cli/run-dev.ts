import { painter } from './colours.ts'
import { compileLess } from './compile-less.ts'
import type { DevFlags } from './dev-command.ts'
import { formatMessages } from './format-messages.ts'
import { settingsOf } from './settings.ts'
import type { Terminal } from './terminal.ts'
import { startDev, type PaperDesk, type WorkshopOptions } from '../dev/index.ts'
import { BuildError } from '../model/build-error.ts'
import { Browser } from '../pipeline/browser.ts'
import { findPapers } from '../pipeline/find-papers.ts'

/**
 * Serves papers until the process is told to stop.
 *
 * @param paths papers and folders
 * @param flags of the command
 * @param terminal where to print
 * @returns exit code, where it does not even start
 * @throws {BuildError} when the environment fails
 */
export async function runDev(
  paths: readonly string[],
  flags: DevFlags,
  terminal: Terminal,
): Promise<number> {
  compileLess()
  const { port = 4280, open, poll = false } = flags
  const { papers, problems } = await findPapers(paths)
  for (const { path, reason } of problems)
    terminal.error(`${path}\n  error  ${reason}\n\n`)
  if (papers.length === 0) return 1
  const { options, configPath } = await settingsOf(flags, terminal)
  await using browser = new Browser({
    ...(options.browser === undefined
      ? {}
      : { executablePath: options.browser }),
    onUnpack: () => {
      terminal.error(
        'Unpacking the browser that comes with studydeck, once …\n',
      )
    },
  })
  browser.warmUp()
  const read = (): Promise<WorkshopOptions> =>
    workshopOptions(paths, flags, browser, terminal)
  await using dev = await startDev({
    ...(await read()),
    port,
    polling: poll,
    ...(configPath === undefined ? {} : { settings: [configPath] }),
    onSettings: async () => {
      try {
        return await read()
      } catch (error) {
        // A wrong configuration is shown, and all stays as it was.
        if (!(error instanceof BuildError)) throw error
        terminal.error(`studydeck: ${error.message}\n`)
        return undefined
      }
    },
  })
  terminal.out(`\n  studydeck dev  ${dev.url}\n\n`)
  if (open) await openBrowser(dev.url)
  await terminal.untilStopped?.()
  return 0
}

async function workshopOptions(
  paths: readonly string[],
  flags: DevFlags,
  browser: Browser,
  terminal: Terminal,
): Promise<WorkshopOptions> {
  const settings = await settingsOf(flags, terminal)
  const { lang, templates, allowRemote } = settings.options
  return {
    paths,
    ...(lang === undefined ? {} : { lang }),
    desk: {
      browser,
      flags: settings.flags,
      config: settings.config,
      ...(templates === undefined ? {} : { templates }),
      ...(allowRemote === undefined ? {} : { allowRemote }),
    },
    onPaper: (desk, milliseconds) => {
      tell(desk, milliseconds, flags, terminal)
    },
  }
}

function tell(
  desk: PaperDesk,
  milliseconds: number,
  { quiet = false, verbose = false }: DevFlags,
  terminal: Terminal,
): void {
  const paint = painter(terminal.hasColours ?? false)
  if (!quiet)
    terminal.out(
      `${desk.path}  ${paint('dim', `${milliseconds.toFixed(0)} ms`)}\n`,
    )
  terminal.error(formatMessages(desk.file, { ...terminal, quiet, verbose }))
}

async function openBrowser(url: string): Promise<void> {
  const { default: open } = await import('open')
  await open(url)
}
