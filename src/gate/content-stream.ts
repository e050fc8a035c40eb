/** One operator of a content stream with the operands that texts need. */
export interface Operation {
  readonly operator: string
  /** Strings among the operands, decoded to bytes, as Latin-1; those inside arrays and dictionaries too. */
  readonly strings: readonly string[]
  /** Last name among the operands, without its slash. */
  readonly name: string | undefined
}

const tokens =
  /%[^\r\n]*|\/([^\s()<>[\]{}/%]*)|<<|>>|<([\da-fA-F\s]*)>|(\()|[[\]{}]|([^\s()<>[\]{}/%]+)/g

/**
 * Reads the operators of a content stream that have a string or a name.
 *
 * @param content stream without its filters, as Latin-1
 * @see ISO 32000-1, 7.8.2 "Content streams"
 * @throws {Error} when a string does not end
 */
export function* operationsOf(content: string): Generator<Operation> {
  const token = new RegExp(tokens)
  let strings: string[] = []
  let name: string | undefined
  for (let match; (match = token.exec(content));) {
    const [, nameToken, hex, bracket, word] = match
    if (nameToken !== undefined) name = nameToken
    else if (hex !== undefined) strings.push(fromHex(hex))
    else if (bracket !== undefined) {
      const { text, end } = literalString(content, token.lastIndex)
      strings.push(text)
      token.lastIndex = end
    } else if (word !== undefined && !isNumber(word)) {
      yield { operator: word, strings, name }
      strings = []
      name = undefined
      if (word === 'ID') token.lastIndex = endOfImage(content, token.lastIndex)
    }
  }
}

function isNumber(word: string): boolean {
  return /^[+\-.\d]/.test(word)
}

/** An odd last digit counts as if a zero followed. */
function fromHex(hex: string): string {
  const digits = hex.replaceAll(/\s/g, '')
  return Buffer.from(
    digits.length % 2 === 0 ? digits : `${digits}0`,
    'hex',
  ).toString('latin1')
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
}

/** Reads `(…)` from after its bracket: brackets inside come in pairs or escaped. */
function literalString(
  content: string,
  start: number,
): { text: string; end: number } {
  const part = /\\(?:([0-7]{1,3})|\r\n|([\s\S]))|[()]|[^\\()]+/g
  part.lastIndex = start
  let text = ''
  let depth = 1
  for (let match; (match = part.exec(content));) {
    const [all, octal, escaped] = match
    if (octal !== undefined) {
      text += String.fromCharCode(Number.parseInt(octal, 8) & 0xff)
    } else if (escaped !== undefined) {
      text += /[\r\n]/.test(escaped) ? '' : (escapes[escaped] ?? escaped)
    } else if (!all.startsWith('\\')) {
      if (all === '(') depth++
      if (all === ')') depth--
      if (depth === 0) return { text, end: part.lastIndex }
      text += all
    }
  }
  throw new Error('Unexpected end of a string in a content stream')
}

/** Where the bytes of an inline image end, which may look like anything. */
function endOfImage(content: string, start: number): number {
  const end = /\sEI(?=\s|$)/g
  end.lastIndex = start
  return end.exec(content) ? end.lastIndex : content.length
}
