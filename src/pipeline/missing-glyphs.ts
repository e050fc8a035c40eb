import type { VFile } from 'vfile'
import { report } from '../model/report.ts'

/**
 * Reports characters that no font of ours has, at the place where the paper first uses each.
 *
 * What another output already reported is not said again.
 *
 * @param characters from `fontCss`
 * @param file paper's file
 */
export function reportMissingGlyphs(
  characters: readonly string[],
  file: VFile,
): void {
  for (const character of characters) {
    const reason = `Unexpected character \`${character}\` (${codeOf(character)}), expected one that the fonts have`
    if (file.messages.some((message) => message.reason === reason)) continue
    report(
      file,
      'glyph-missing',
      reason,
      placeOf(character, String(file.value)),
      'Write it in other characters, or as an image.',
    )
  }
}

function codeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

function placeOf(
  character: string,
  text: string,
): { line: number; column: number } | undefined {
  const offset = text.indexOf(character)
  if (offset === -1) return undefined
  const lines = text.slice(0, offset).split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}
