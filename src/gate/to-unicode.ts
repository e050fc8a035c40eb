/**
 * Reads which text each code of a font stands for, from its ToUnicode map.
 *
 * @param map the map without its filters
 * @see ISO 32000-1, 9.10.3 "ToUnicode CMaps"
 */
export function readToUnicode(map: string): ReadonlyMap<number, string> {
  const texts = new Map<number, string>()
  for (const lines of sections(map, 'bfchar')) {
    const pair = /<([\da-f]+)>\s*<([\da-f]*)>/gi
    for (const [, code = '', target = ''] of lines.matchAll(pair)) {
      texts.set(Number.parseInt(code, 16), fromUtf16(target))
    }
  }
  for (const lines of sections(map, 'bfrange')) addRanges(texts, lines)
  return texts
}

function sections(map: string, name: string): string[] {
  const section = new RegExp(`begin${name}([\\s\\S]*?)end${name}`, 'g')
  return Array.from(map.matchAll(section), ([, lines = '']) => lines)
}

/** `<first> <last> <target>`, where the target counts up, or `<first> <last> [<target> …]`. */
function addRanges(texts: Map<number, string>, lines: string): void {
  const range = /<([\da-f]+)>\s*<([\da-f]+)>\s*(?:<([\da-f]*)>|\[([^\]]*)\])/gi
  for (const match of lines.matchAll(range)) {
    const [, first = '', last = '', target = '', list] = match
    const start = Number.parseInt(first, 16)
    const end = Math.min(Number.parseInt(last, 16), start + 0xffff)
    const targets = list?.match(/[\da-f]+/gi)
    for (let code = start; code <= end; code++) {
      const text = targets
        ? fromUtf16(targets[code - start] ?? '')
        : countedUp(fromUtf16(target), code - start)
      texts.set(code, text)
    }
  }
}

function countedUp(text: string, count: number): string {
  const last = text.at(-1)
  if (last === undefined) return ''
  return text.slice(0, -1) + String.fromCharCode(last.charCodeAt(0) + count)
}

function fromUtf16(hex: string): string {
  const bytes = Buffer.from(hex, 'hex')
  return bytes.length % 2 === 0 ? bytes.swap16().toString('utf16le') : ''
}
