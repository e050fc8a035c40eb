import type {
  Code,
  Construct,
  Effects,
  Extension,
  State,
  TokenizeContext,
  Tokenizer,
} from 'micromark-util-types'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mathText: 'mathText'
    mathTextSequence: 'mathTextSequence'
    mathTextData: 'mathTextData'
  }
}

const dollar = 36
const backslash = 92
/** Characters to look for a closing bracket: a formula is shorter, and parsing stays linear. */
const maximalLength = 2000

/**
 * Extends micromark by `$…$`, `\(…\)` and `\[…\]`, where they can only mean math.
 *
 * Pandoc's rule, and stricter, as papers are full of prices and shell variables: all on one line (`\[…\]` may be longer);
 * no space after the first and before the last dollar; no letter or digit before the first and after the last; no Hangul
 * inside unless there is a TeX command as well. `\(…\)` and `\[…\]` may be escaped brackets: they are math when they hold
 * something other than digits and words, or a letter alone in round ones.
 *
 * @see https://pandoc.org/MANUAL.html#math
 */
export function mathTextSyntax(): Extension {
  return {
    text: {
      [dollar]: {
        name: 'mathText',
        tokenize: tokenizeDollar,
        // `remark-math` tries its own construct wherever ours says that one may start.
        previous: (code) => code !== dollar,
      } satisfies Construct,
      [backslash]: { name: 'mathText', tokenize: tokenizeBracket },
    },
  }
}

function isWord(code: Code): boolean {
  return (
    code !== null && code > 0 && /[A-Za-z0-9]/.test(String.fromCharCode(code))
  )
}

function isLineEnd(code: Code): boolean {
  return code === null || code < -2
}

function isSpace(code: Code): boolean {
  return code === null || code < 0 || code === 32
}

function hasHangulOnly(text: string): boolean {
  return /[가-힣]/.test(text) && !/\\[A-Za-z]/.test(text)
}

function tokenizeDollar(
  this: TokenizeContext,
  effects: Effects,
  ok: State,
  nok: State,
): State {
  let text = ''
  let last: Code = null
  const before = this.previous

  return (code) => {
    if (before === dollar || before === backslash || isWord(before))
      return nok(code)
    effects.enter('mathText')
    effects.enter('mathTextSequence')
    effects.consume(code)
    effects.exit('mathTextSequence')
    return first
  }

  function first(code: Code): State | undefined {
    if (isSpace(code) || code === dollar) return nok(code)
    effects.enter('mathTextData')
    return data(code)
  }

  function data(code: Code): State | undefined {
    if (isLineEnd(code)) return nok(code)
    if (code === dollar && last !== backslash) {
      if (isSpace(last) || hasHangulOnly(text)) return nok(code)
      effects.exit('mathTextData')
      effects.enter('mathTextSequence')
      effects.consume(code)
      effects.exit('mathTextSequence')
      return after
    }
    text += code !== null && code > 0 ? String.fromCharCode(code) : ' '
    last = last === backslash && code === backslash ? null : code
    effects.consume(code)
    return data
  }

  function after(code: Code): State | undefined {
    if (isWord(code) || code === dollar) return nok(code)
    effects.exit('mathText')
    return ok(code)
  }
}

function isBracketMath(text: string, isRound: boolean): boolean {
  if (hasHangulOnly(text)) return false
  return (
    /\\[A-Za-z]|[=^_+<>]/.test(text) ||
    (isRound && /^\s*[A-Za-z](?:\s*\(.*\)|'|\d)?\s*$/.test(text))
  )
}

function tokenizeBracket(
  this: TokenizeContext,
  effects: Effects,
  ok: State,
  nok: State,
): State {
  let text = ''
  let close = 0

  return (code) => {
    effects.enter('mathText')
    effects.enter('mathTextSequence')
    effects.consume(code)
    return open
  }

  function open(code: Code): State | undefined {
    if (code !== 40 && code !== 91) return nok(code)
    close = code === 40 ? 41 : 93
    effects.consume(code)
    effects.exit('mathTextSequence')
    return between
  }

  function between(code: Code): State | undefined {
    if (code === null || text.length > maximalLength) return nok(code)
    if (code === backslash)
      return effects.attempt(
        {
          tokenize: closingBracket(close, text),
          partial: true,
        },
        ok,
        escape,
      )(code)
    if (!isLineEnd(code)) {
      effects.enter('mathTextData')
      return data(code)
    }
    if (close === 41) return nok(code)
    text += '\n'
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    return between
  }

  function escape(code: Code): State | undefined {
    text += '\\'
    effects.enter('mathTextData')
    effects.consume(code)
    return (escaped) => (isLineEnd(escaped) ? data(escaped) : consume(escaped))
  }

  function data(code: Code): State | undefined {
    if (!isLineEnd(code) && code !== backslash) return consume(code)
    effects.exit('mathTextData')
    return between(code)
  }

  function consume(code: Code): State | undefined {
    text += code !== null && code > 0 ? String.fromCharCode(code) : ' '
    effects.consume(code)
    return data
  }
}

/** Makes the tokenizer of a closing bracket, which there is only after what can be math. */
function closingBracket(bracket: number, text: string): Tokenizer {
  return (effects, ok, nok) => (code) => {
    effects.enter('mathTextSequence')
    effects.consume(code)
    return (end) => {
      if (end !== bracket || !isBracketMath(text, bracket === 41))
        return nok(end)
      effects.consume(end)
      effects.exit('mathTextSequence')
      effects.exit('mathText')
      return ok
    }
  }
}
