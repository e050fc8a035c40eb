import type { RuleId } from '../model/rules.ts'

/** An image's bytes, or why there are none. */
export type FoundImage =
  { readonly bytes: Uint8Array } | { readonly problem: ImageProblem }

/** Why an image cannot be embedded. */
export interface ImageProblem {
  /** @default 'image-missing' */
  readonly rule?: RuleId
  /** "Unexpected X, expected Y" */
  readonly reason: string
  /** How to fix it. */
  readonly note: string
}

/** The address of an image as a message shows it: a `data:` URL would fill the screen. */
export function shownUrl(url: string): string {
  return url.length > 80 ? `${url.slice(0, 79)}…` : url
}

/** What is said of an image with too many bytes or pixels. */
export function tooLarge(
  url: string,
  most: number,
  unit: 'MB' | 'megapixels' = 'MB',
): ImageProblem {
  return {
    reason: `Unexpected size of the image \`${shownUrl(url)}\`, expected at most ${most} ${unit}`,
    note: 'Save it smaller: a slide shows no more than 2560 pixels a side.',
  }
}
