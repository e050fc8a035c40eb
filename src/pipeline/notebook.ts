import { readFileSync } from 'node:fs'
import type { BuildContext } from './context.ts'
import { reportMissingGlyphs } from './missing-glyphs.ts'
import { shownNodes } from './shown-nodes.ts'
import { packagePath } from '../config/package-root.ts'
import type { OutputFile, OutputName } from '../model/output.ts'
import type { Paper } from '../model/paper.ts'
import { notebookHtml } from '../render/notebook-html.ts'
import { notebookJson } from '../render/notebook-json.ts'
import { withPolicy } from '../render/policy.ts'
import { embedFonts } from '../render/print-html/fonts.ts'
import { htmlRenderer } from '../render/print-html/renderer.ts'
import {
  hostNotebookView,
  shareNotebookView,
  type HostNotebookView,
  type ShareNotebookView,
} from '../view/notebook-view.ts'

/**
 * Builds the notebooks: for the host with answers, for participants without.
 *
 * @param paper paper with answers; participants get none of one whose split is not certain
 * @param context what every output is built with
 * @throws {BuildError} when a template fails
 */
export async function buildNotebooks(
  paper: Paper,
  context: BuildContext,
): Promise<OutputFile[]> {
  const host = await notebooks('host', hostNotebookView(paper), paper, context)
  if (!paper.certain) return host
  const shared = shareNotebookView(paper, context.withHints ?? false)
  return [...host, ...(await notebooks('share', shared, paper, context))]
}

async function notebooks(
  folder: 'host' | 'share',
  view: HostNotebookView | ShareNotebookView,
  paper: Paper,
  context: BuildContext,
): Promise<OutputFile[]> {
  const page: OutputName = `${folder}/notebook.html`
  const jupyter: OutputName = `${folder}/notebook.ipynb`
  const files: OutputFile[] = []
  if (context.wanted.has(page))
    files.push(file(page, await notebookPage(view, paper, context)))
  if (context.wanted.has(jupyter))
    files.push(file(jupyter, notebookJson(view, context)))
  return files
}

async function notebookPage(
  view: HostNotebookView | ShareNotebookView,
  paper: Paper,
  { words, images, templates, file }: BuildContext,
): Promise<string> {
  const script = readFileSync(packagePath('dist', 'notebook-page.js'), 'utf8')
  const html = notebookHtml(view, {
    renderer: await htmlRenderer(shownNodes(paper), { images, words }),
    words,
    script,
    ...(templates === undefined ? {} : { templates }),
  })
  // Words that the script shows stand in attributes.
  const document = await embedFonts(html, Object.values(words).join(''))
  reportMissingGlyphs(document.missing, file)
  return withPolicy(document.html, script)
}

function file(path: OutputName, text: string): OutputFile {
  return { path, contents: new TextEncoder().encode(text) }
}
