import type { PaperSize } from '../model/paper-options.ts'

/** Sizes of paper in mm, portrait. B5 is the one of Korean shops (JIS). */
const paperSizes: Readonly<
  Record<PaperSize, { readonly width: number; readonly height: number }>
> = {
  A4: { width: 210, height: 297 },
  Letter: { width: 215.9, height: 279.4 },
  B5: { width: 182, height: 257 },
}

/**
 * CSS that a printed document starts with: its page size, and its title for the running head.
 *
 * @param size name of the paper size
 * @param title plain text
 */
export function pageCss(size: PaperSize, title: string): string {
  const { width, height } = paperSizes[size]
  return [
    `@page { size: ${width}mm ${height}mm }`,
    `:root { --page-width: ${width}mm; --page-height: ${height}mm }`,
    `:root { --running-head: ${cssString(title)} }`,
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
