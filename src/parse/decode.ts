import type { VFile } from 'vfile'
import { report } from '../model/report.ts'

/**
 * Turns the bytes of a paper into text: UTF-8, UTF-16 with a byte order mark, or CP949 as Korean Windows programs write it.
 *
 * Never throws. Reports `file-encoding` where the bytes are no text, `file-encoding-legacy` where they were CP949 and
 * `file-empty` where nothing is left to read; the text is empty after the first and the last.
 *
 * @param bytes contents of the file
 * @param file file to report on
 * @returns the text without its byte order mark; line endings are still the author's
 */
export function decodePaper(bytes: Uint8Array, file: VFile): string {
  const text = decode(bytes, file)
  if (text?.trim() === '') {
    report(file, 'file-empty', 'Unexpected empty file, expected a paper')
    return ''
  }
  return text ?? ''
}

function decode(bytes: Uint8Array, file: VFile): string | undefined {
  const text = decodeAs(encodingOf(bytes), bytes)
  if (text !== undefined && !text.includes('\0')) return text
  const legacy = text === undefined ? decodeAs('euc-kr', bytes) : undefined
  if (legacy !== undefined && isKoreanText(legacy)) {
    report(
      file,
      'file-encoding-legacy',
      'Unexpected CP949 (EUC-KR) file, expected UTF-8',
      undefined,
      'The text was converted for this build; save the file as UTF-8 to be safe.',
    )
    return legacy
  }
  report(
    file,
    'file-encoding',
    text === undefined
      ? 'Unexpected bytes that are neither UTF-8 nor CP949, expected a text file'
      : 'Unexpected NUL characters, expected a text file',
    undefined,
    'Save the paper as UTF-8.',
  )
  return undefined
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

/** The decoder drops the byte order mark of its own encoding. */
function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Nearly any bytes decode as CP949 to something: real text is mostly Hangul, with no controls and little else. */
function isKoreanText(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- controls are what is looked for
  if (/[\0-\x08\x0e-\x1f\x80-\x9f\ue000-\uf8ff]/.test(text)) return false
  const letters = text.match(/[^\0-\x7f]/g)?.length ?? 0
  const hangul = text.match(/[가-힣]/g)?.length ?? 0
  return hangul >= 2 && hangul * 2 >= letters
}
