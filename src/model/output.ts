/** One file of a build, not yet written. A build is a list of them. */
export interface OutputFile {
  /** Below the output folder, with `/`: `1회차/share/worksheet.pdf`. */
  readonly path: string
  readonly contents: Uint8Array
  /** SHA-256 of the pictures in the HTML that a PDF was printed from: it packs them anew, or draws them. */
  readonly pictures?: readonly string[]
  /** Its pages or slides, where it has any. */
  readonly pages?: number
  /** PNG of its title, where it has one: for the gallery. */
  readonly thumbnail?: Uint8Array
}

/** Files of one paper, in the order in which they are listed to the user. */
export const outputNames = [
  'host/deck.html',
  'host/deck.pdf',
  'host/deck.md',
  'host/answers.pdf',
  'host/notebook.html',
  'host/notebook.ipynb',
  'share/worksheet.pdf',
  'share/notebook.html',
  'share/notebook.ipynb',
  'share/passage.pdf',
  'share/handout.pdf',
  'share/deck-questions.pdf',
] as const

/** Path of one output below the paper's own folder. */
export type OutputName = (typeof outputNames)[number]

/** Outputs that are made only when they are asked for. */
const onRequest: ReadonlySet<OutputName> = new Set([
  'share/passage.pdf',
  'share/handout.pdf',
  'share/deck-questions.pdf',
])

/** Outputs that every build makes. */
export const usualOutputs: readonly OutputName[] = outputNames.filter(
  (name) => !onRequest.has(name),
)

/**
 * Whether participants get this file.
 *
 * @param path output below the paper's folder, such as `share/worksheet.pdf`
 */
export function isShared(path: string): boolean {
  return path.startsWith('share/')
}
