import type { BuildContext } from './context.ts'
import { printDocument } from './print-document.ts'
import type { OutputFile } from '../model/output.ts'
import type { Paper } from '../model/paper.ts'
import { report } from '../model/report.ts'
import { passageHtml } from '../render/passage.ts'
import { htmlRenderer } from '../render/print-html/renderer.ts'
import { passageView } from '../view/passage-view.ts'

/**
 * Builds `share/passage.pdf`: the situations alone, to be read before the meeting.
 *
 * @param paper a paper whose split is certain; none is made of another, nor of one without situations
 * @param context what every output is built with
 * @throws {BuildError} when a template or the browser fails
 */
export async function buildPassage(
  paper: Paper,
  context: BuildContext,
): Promise<OutputFile[]> {
  const { wanted, words, images, templates, pageSize: paperSize } = context
  if (!wanted.has('share/passage.pdf') || !paper.certain) return []
  const view = passageView(paper)
  if (view.topics.length === 0) {
    report(
      context.file,
      'situation-missing',
      'Unexpected paper without a situation, expected one to make share/passage.pdf of',
      undefined,
      'Write what is read first under a heading `상황`, or leave out share/passage.pdf.',
    )
    return []
  }
  const html = passageHtml(view, {
    renderer: await htmlRenderer(
      view.topics.flatMap(({ situation }) => situation),
      { images, words },
    ),
    words,
    paperSize: paperSize ?? 'A4',
    ...(templates === undefined ? {} : { templates }),
  })
  return [
    {
      path: 'share/passage.pdf',
      ...(await printDocument(html, view, context)),
    },
  ]
}
