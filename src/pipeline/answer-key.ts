import type { BuildContext } from './context.ts'
import { printDocument } from './print-document.ts'
import { shownNodes } from './shown-nodes.ts'
import type { OutputFile } from '../model/output.ts'
import type { Paper } from '../model/paper.ts'
import { answerKeyHtml } from '../render/answer-key.ts'
import { htmlRenderer } from '../render/print-html/renderer.ts'
import { answerKeyView } from '../view/answer-key-view.ts'

/**
 * Builds `host/answers.pdf`: every answer in full, under the numbers of the worksheet.
 *
 * @param paper paper with answers
 * @param context what every output is built with
 * @throws {BuildError} when a template or the browser fails
 */
export async function buildAnswerKey(
  paper: Paper,
  context: BuildContext,
): Promise<OutputFile[]> {
  if (!context.wanted.has('host/answers.pdf')) return []
  const { words, images, templates, pageSize: paperSize = 'A4' } = context
  const view = answerKeyView(paper)
  const html = answerKeyHtml(view, {
    renderer: await htmlRenderer(shownNodes(paper), { images, words }),
    words,
    paperSize,
    ...(templates === undefined ? {} : { templates }),
  })
  return [
    {
      path: 'host/answers.pdf',
      ...(await printDocument(html, view, context)),
    },
  ]
}
