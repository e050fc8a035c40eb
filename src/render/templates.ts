import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Handlebars from 'handlebars'
import { embedTemplateFiles } from './embed-template-files.ts'
import { packagePath } from '../config/package-root.ts'
import { BuildError } from '../model/build-error.ts'

/** A file of `templates/`: the user's own where they have one, else ours. */
interface Template {
  /** Path for messages: below `templates/` for ours, as the user gave it for theirs. */
  readonly path: string
  readonly source: string
}

/** Helpers that a template may use are `if`, `unless`, `each` and `with`; these two of Handlebars' own are shut off. */
const knownHelpers = { log: false, lookup: false }

/** Handlebars checks only what is printed; this makes it check `{{#if name}}` and `{{#each name}}` too. */
class StrictPaths extends Handlebars.Visitor {
  override PathExpression(path: hbs.AST.PathExpression): void {
    Object.assign(path, { strict: true })
  }
}

/**
 * Fills a Handlebars template.
 *
 * Strict: a name that the data does not have is an error, never an empty place. `{{name}}` escapes for HTML,
 * `{{{name}}}` does not. Data are plain objects; nothing of their prototypes can be reached.
 *
 * @param name file below `templates/`, such as `worksheet.hbs`
 * @param data every name that the template may use
 * @param folder user's folder, whose file of that name wins over ours; its pictures and fonts are embedded
 * @throws {BuildError} `TEMPLATE_INVALID` with file and line, when the template does not parse or uses an unknown name
 */
export function renderTemplate(
  name: string,
  data: Readonly<Record<string, unknown>>,
  folder?: string,
): string {
  const { path, source } = findTemplate(name, folder)
  try {
    return compiled(source)(data)
  } catch (error) {
    throw new BuildError(
      'TEMPLATE_INVALID',
      `Cannot fill the template ${path}:${lineOf(error)}, ${reasonOf(error)}`,
      { cause: error },
    )
  }
}

/** Compiling takes longer than filling, and a deck is filled at least twice. */
const templates = new Map<string, Handlebars.TemplateDelegate<unknown>>()

function compiled(source: string): Handlebars.TemplateDelegate<unknown> {
  const known = templates.get(source)
  if (known) return known
  const program = Handlebars.parse(source)
  new StrictPaths().accept(program)
  const template = Handlebars.compile<unknown>(program, {
    strict: true,
    knownHelpers,
    knownHelpersOnly: true,
  })
  templates.set(source, template)
  return template
}

/**
 * Reads a stylesheet, or another file of `templates/` that is taken as it is.
 *
 * @param name file below `templates/`, such as `worksheet.css`
 * @param folder user's folder, whose file of that name wins over ours
 * @throws {BuildError} `TEMPLATE_INVALID` when neither folder has it
 */
export function templateText(name: string, folder?: string): string {
  return findTemplate(name, folder).source
}

function findTemplate(name: string, folder: string | undefined): Template {
  const own = folder === undefined ? undefined : join(folder, name)
  const path =
    own !== undefined && existsSync(own) ? own : packagePath('templates', name)
  const isOwn = path === own
  let source: string
  try {
    source = readFileSync(path, 'utf8')
  } catch (error) {
    throw new BuildError(
      'TEMPLATE_INVALID',
      `Cannot read the template ${isOwn ? own : `templates/${name}`}, check that it is a readable file`,
      { cause: error },
    )
  }
  return isOwn && folder !== undefined
    ? { path: own, source: embedTemplateFiles(source, folder, own) }
    : { path: `templates/${name}`, source }
}

function lineOf(error: unknown): number {
  if (error instanceof Error) {
    if ('lineNumber' in error && typeof error.lineNumber === 'number')
      return error.lineNumber
    // Handlebars' parser gives the line only in its text.
    const [, line] = /line (\d+)/.exec(error.message) ?? []
    if (line !== undefined) return Number(line)
  }
  return 1
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const [, unknownName] = /^"(.+?)" not defined/.exec(message) ?? []
  const [, unknownHelper] = /unknown helper (\S+)/.exec(message) ?? []
  const name = unknownName ?? unknownHelper
  return name === undefined
    ? `correct it: ${message.split('\n')[0] ?? ''}`
    : `use a name that exists instead of \`${name}\``
}
