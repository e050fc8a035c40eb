import { toString } from 'mdast-util-to-string'
import type { BuildContext } from './context.ts'
import type { PaperSize } from '../model/paper-options.ts'
import { standardPortions } from '../model/portions.ts'
import type { Block, Paper, Question } from '../model/paper.ts'
import { documentPortions } from '../render/document-portions.ts'
import { hasTableToFill, heightByHand } from '../render/answer-space.ts'
import { flowCss } from '../render/page-css.ts'
import { embedFonts } from '../render/print-html/fonts.ts'
import type { HtmlRenderer } from '../render/print-html/renderer.ts'

/**
 * Measures how tall each answer is when it is written by hand.
 *
 * Tables do not count where the question has one to fill in.
 *
 * The answers are laid out in a document of their own, which is thrown away: the worksheet's document never has them.
 *
 * @param paper paper with answers
 * @param renderer knows the languages of the answers
 * @returns heights in mm by question id
 */
export async function measureAnswers(
  paper: Paper,
  renderer: HtmlRenderer,
  paperSize: PaperSize,
  context: BuildContext,
): Promise<ReadonlyMap<string, number>> {
  const questions = paper.topics.flatMap((topic) => topic.questions)
  if (questions.length === 0) return new Map()
  const answers = questions.map(writtenBlocks)
  const bodies = answers.map((blocks) => renderer.blocks(blocks))
  const { html } = await embedFonts(
    measuringDocument(bodies, paper, paperSize, context.templates),
  )
  const portions = documentPortions(html, context.portions ?? standardPortions)
  const sizes: { width: number; height: number }[] = []
  for (const portion of portions)
    sizes.push(
      ...(await context.browser.withPage(portion(), (page) =>
        page.evaluate(sizesOf, '.answer'),
      )),
    )
  return new Map(
    questions.map(({ id }, index) => {
      const size = sizes[index] ?? { width: 0, height: 0 }
      const text = toString(answers[index], { includeImageAlt: false })
      return [id, heightByHand({ ...size, characters: text.length })]
    }),
  )
}

function writtenBlocks({ answers, prompt }: Question): readonly Block[] {
  const [only, ...more] = answers
  const hasTable = hasTableToFill(prompt)
  // As they are: other outputs show them too, and the renderer knows them again.
  if (only && more.length === 0 && !hasTable) return only.body
  return answers
    .flatMap(({ body }) => body)
    .filter(({ type }) => type !== 'table' || !hasTable)
}

function measuringDocument(
  bodies: readonly string[],
  paper: Paper,
  paperSize: PaperSize,
  templates: string | undefined,
): string {
  const css = [
    flowCss('worksheet.css', '', { paperSize, templates }),
    // Margins of the first and last block count: they are space too.
    '.answer { display: flow-root }',
  ].join('\n')
  const answers = bodies.map(
    (body) =>
      `<section class="question"><div class="answer">${body}</div></section>`,
  )
  return `<!doctype html><html lang="${paper.lang}"><head><meta charset="utf-8"><style>${css}</style></head><body><section class="topic">${answers.join('')}</section></body></html>`
}

/** Runs in the page. */
function sizesOf(selector: string): { width: number; height: number }[] {
  return [...document.querySelectorAll(selector)].map((element) => {
    const { width, height } = element.getBoundingClientRect()
    return { width, height }
  })
}
