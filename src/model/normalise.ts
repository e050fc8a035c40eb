/**
 * Text as the gate compares it: letters and digits only, composed, lower case, without any space.
 *
 * Line breaks, bullets, Markdown marks and quotation marks differ between outputs; letters and digits do not.
 */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

/** Words of a text in their order, each as `normalise` gives it. */
export function wordsIn(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}
