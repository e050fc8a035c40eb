import { measureAnswers } from './answer-heights.ts'
import type { BuildContext } from './context.ts'
import { printDocument } from './print-document.ts'
import { shownNodes } from './shown-nodes.ts'
import type { OutputFile } from '../model/output.ts'
import type { Paper } from '../model/paper.ts'
import { htmlRenderer } from '../render/print-html/renderer.ts'
import { worksheetHtml } from '../render/worksheet.ts'
import { hintedWorksheetView, worksheetView } from '../view/worksheet-view.ts'

/**
 * Builds `share/worksheet.pdf`: the questions with space to write, and no answer.
 *
 * @param paper a paper whose split is certain; none is made of another
 * @param context what every output is built with
 * @throws {BuildError} when a template or the browser fails
 */
export async function buildWorksheet(
  paper: Paper,
  context: BuildContext,
): Promise<OutputFile[]> {
  if (!context.wanted.has('share/worksheet.pdf') || !paper.certain) return []
  const { words, images, templates, pageSize: paperSize = 'A4' } = context
  const renderer = await htmlRenderer(shownNodes(paper), { images, words })
  const view = context.withHints
    ? hintedWorksheetView(paper)
    : worksheetView(paper)
  const html = worksheetHtml(view, {
    renderer,
    words,
    paperSize,
    answerHeights: await measureAnswers(paper, renderer, paperSize, context),
    ...(templates === undefined ? {} : { templates }),
  })
  return [
    {
      path: 'share/worksheet.pdf',
      ...(await printDocument(html, view, context)),
    },
  ]
}
