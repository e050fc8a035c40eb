import { styleText } from 'node:util'

/** Colours text, or leaves it as it is. */
export type Paint = (
  format: Parameters<typeof styleText>[0],
  text: string,
) => string

/**
 * Chooses how to colour. Whoever prints knows whether their stream takes colours: Node would ask about standard output.
 *
 * @param hasColours whether what is printed may have them
 */
export function painter(hasColours: boolean): Paint {
  return hasColours
    ? (format, text) => styleText(format, text, { validateStream: false })
    : (_, text) => text
}
