import { destinationLinks } from './destinations.ts'
import { flowCss } from './page-css.ts'
import { paperFacts } from './paper-facts.ts'
import type { HtmlRenderer } from './print-html/renderer.ts'
import { renderTemplate } from './templates.ts'
import type { Words } from '../config/words.ts'
import type { PaperSize } from '../model/paper-options.ts'
import type { PassageView } from '../view/passage-view.ts'

/** What passages are made with besides their view. */
export interface PassageOptions {
  readonly renderer: HtmlRenderer
  readonly words: Words
  readonly paperSize: PaperSize
  /** User's folder of templates. */
  readonly templates?: string
}

/**
 * Makes the passages as an HTML document to print, without its fonts.
 *
 * @param view the situations
 * @param options how they are shown
 * @throws {BuildError} `TEMPLATE_INVALID`
 */
export function passageHtml(
  view: PassageView,
  options: PassageOptions,
): string {
  const { renderer, words, templates } = options
  return renderTemplate(
    'passage.hbs',
    {
      lang: view.lang,
      title: view.title,
      facts: paperFacts(view, words),
      words,
      topics: view.topics.map(({ title, heading, situation }, index) => ({
        id: `topic-${index + 1}`,
        heading: title === '' ? undefined : renderer.inline(heading),
        situation: renderer.blocks(situation),
      })),
      destinations: destinationLinks(view.topics),
      css: flowCss('passage.css', view.title, options),
    },
    templates,
  )
}
