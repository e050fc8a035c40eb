import { pageCss } from './page-css.ts'
import { paperFacts } from './paper-facts.ts'
import { renderTemplate, templateText } from './templates.ts'
import type { Words } from '../config/words.ts'
import type { PaperSize } from '../model/paper-options.ts'
import type { PaperHeading } from '../view/paper-heading.ts'

/** Slides that stand on one page. */
export const slidesPerPage = 2

/** Lines to write notes on below a slide. */
const noteLines = 4

/** What a handout is made with. */
export interface HandoutOptions {
  /** One `<section>` a slide, in order. */
  readonly sections: readonly string[]
  /** Stylesheets of the slides: fonts and theme. */
  readonly slideCss: string
  readonly words: Words
  readonly paperSize: PaperSize
  /** User's folder of templates. */
  readonly templates?: string
}

/**
 * Makes the handout as an HTML document to print: slides two on a page, each above lines for notes.
 *
 * @param heading of the slides' view
 * @param options the slides and how they are shown
 * @throws {BuildError} `TEMPLATE_INVALID`
 */
export function handoutHtml(
  heading: PaperHeading,
  { sections, slideCss, words, paperSize, templates }: HandoutOptions,
): string {
  const head = [heading.title, ...paperFacts(heading, words)].join(' · ')
  return renderTemplate(
    'handout.hbs',
    {
      lang: heading.lang,
      title: heading.title,
      words,
      slides: sections.map((section) => ({
        section,
        lines: Array.from({ length: noteLines }, (_, index) => index + 1),
      })),
      css: [
        slideCss,
        pageCss(head, { paperSize, templates }),
        templateText('handout.css', templates),
      ].join('\n'),
    },
    templates,
  )
}
