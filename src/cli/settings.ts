import { cwd } from 'node:process'
import type { CommonFlags } from './flags.ts'
import type { Terminal } from './terminal.ts'
import { findConfig, loadConfig } from '../config/load-config.ts'
import { ofPaper, type Options } from '../config/options.ts'
import { checkTemplatesFolder } from '../config/templates-folder.ts'
import { BuildError } from '../model/build-error.ts'
import type { PaperOptions } from '../model/paper-options.ts'

/** Flags as commander gives them: `--only` sets `outputs`. */
export type OptionFlags = CommonFlags &
  Omit<Options, 'outputs'> & { readonly only?: readonly string[] }

/** Everything that flags and configuration say. */
export interface Settings {
  /** Of the whole build: flags win over the configuration. */
  readonly options: Options
  /** What flags say about papers: wins over their front matter. */
  readonly flags: PaperOptions
  /** What the configuration says about papers: their front matter wins. */
  readonly config: PaperOptions
  /** Path of the configuration, if there is one. */
  readonly configPath?: string
}

/**
 * Reads the configuration and puts the flags over it.
 *
 * @param given flags of the command
 * @param terminal takes the messages about a wrong configuration
 * @throws {BuildError} `INVALID_OPTION`
 */
export async function settingsOf(
  given: OptionFlags,
  terminal: Terminal,
): Promise<Settings> {
  const { config: path = findConfig(cwd()), ...flags } = given
  const loaded = path === undefined ? undefined : await loadConfig(path, cwd())
  if (loaded && loaded.file.messages.length > 0) {
    const { formatMessages } = await import('./format-messages.ts')
    terminal.error(formatMessages(loaded.file, terminal))
    throw new BuildError(
      'INVALID_OPTION',
      `Cannot use ${loaded.file.path}, correct it as shown above`,
    )
  }
  const options = {
    ...loaded?.options,
    ...flags,
    ...(flags.only ? { outputs: [...flags.only] } : {}),
  }
  if (options.templates !== undefined) checkTemplatesFolder(options.templates)
  return {
    options,
    flags: ofPaper(flags),
    config: ofPaper(loaded?.options ?? {}),
    ...(loaded ? { configPath: loaded.file.path } : {}),
  }
}
