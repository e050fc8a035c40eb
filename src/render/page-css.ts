import { katexCss } from './print-html/katex-css.ts'
import { templateText } from './templates.ts'
import type { PaperSize } from '../model/paper-options.ts'

/** Sizes of paper in mm, portrait. B5 is the one of Korean shops (JIS). */
const paperSizes: Readonly<
  Record<PaperSize, { readonly width: number; readonly height: number }>
> = {
  A4: { width: 210, height: 297 },
  Letter: { width: 215.9, height: 279.4 },
  B5: { width: 182, height: 257 },
}

/** What the stylesheet of a printed document is made with. */
interface PageOptions {
  readonly paperSize: PaperSize
  /** User's folder of templates. */
  readonly templates?: string | undefined
}

/**
 * Stylesheet that every printed document starts with: the size and the edges of its pages.
 *
 * @param title plain text, for the running head
 * @param options the paper
 */
export function pageCss(
  title: string,
  { paperSize, templates }: PageOptions,
): string {
  const { width, height } = paperSizes[paperSize]
  return [
    `@page { size: ${width}mm ${height}mm }`,
    `:root { --page-width: ${width}mm; --page-height: ${height}mm }`,
    `:root { --running-head: ${cssString(title)} }`,
    templateText('page.css', templates),
  ].join('\n')
}

/**
 * Stylesheet of a document whose text flows over pages.
 *
 * @param name of its own stylesheet, such as `worksheet.css`
 * @param title plain text, for the running head
 * @param options the paper
 */
export function flowCss(
  name: string,
  title: string,
  options: PageOptions,
): string {
  return [
    pageCss(title, options),
    templateText('print.css', options.templates),
    templateText(name, options.templates),
    katexCss(),
  ].join('\n')
}

/** @see https://drafts.csswg.org/cssom/#serialize-a-string, and `<`, which could end the style element. */
function cssString(text: string): string {
  const escaped = text.replaceAll(
    // eslint-disable-next-line no-control-regex -- controls are what is looked for
    /["\\<\u0000-\u001f\u007f]/g,
    (character) => `\\${character.codePointAt(0)?.toString(16) ?? ''} `,
  )
  return `"${escaped}"`
}
