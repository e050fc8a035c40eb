import type { PhrasingContent } from 'mdast'
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown'
import type {
  Code,
  Construct,
  Effects,
  Extension,
  State,
} from 'micromark-util-types'
import type { Node } from 'unist'
import { markEnd, markStart } from './normalise.ts'

/** A marked line, before `foldMarks`. */
export interface PaperMark extends Node {
  type: 'paperMark'
  /** Index into the scanner's marks. */
  index: number
  children: PhrasingContent[]
}

declare module 'mdast' {
  interface BlockContentMap {
    paperMark: PaperMark
  }
  interface RootContentMap {
    paperMark: PaperMark
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    paperMark: 'paperMark'
    paperMarkIndex: 'paperMarkIndex'
    paperMarkSequence: 'paperMarkSequence'
  }
}

const startCode = markStart.charCodeAt(0)
const endCode = markEnd.charCodeAt(0)

/** Extends micromark by marked lines: blocks of one line that may interrupt a paragraph. Their text is inline Markdown. */
export function markSyntax(): Extension {
  const mark: Construct = { name: 'paperMark', tokenize: tokenizeMark }
  // Tried before indented code, so that no depth of indentation hides a mark.
  return {
    flow: { [startCode]: mark },
    flowInitial: { [-2]: mark, [-1]: mark, 32: mark },
    disable: { null: ['htmlFlow'] },
  }
}

/** Extends mdast by nodes for marked lines. */
export function markFromMarkdown(): FromMarkdownExtension {
  return {
    enter: {
      paperMark(token) {
        this.enter({ type: 'paperMark', index: -1, children: [] }, token)
      },
    },
    exit: {
      paperMark(token) {
        this.exit(token)
      },
      paperMarkIndex(token) {
        const mark = this.stack.at(-1) as PaperMark
        mark.index = Number(this.sliceSerialize(token))
      },
    },
  }
}

function isSpace(code: Code): boolean {
  return code === -2 || code === -1 || code === 32
}

function isLineEnd(code: Code): boolean {
  return code === null || code < -2
}

function tokenizeMark(effects: Effects, ok: State, nok: State): State {
  return (code) => {
    if (!isSpace(code)) return begin(code)
    effects.enter('linePrefix')
    return indentation(code)
  }

  function indentation(code: Code): State | undefined {
    if (isSpace(code)) {
      effects.consume(code)
      return indentation
    }
    effects.exit('linePrefix')
    return begin(code)
  }

  function begin(code: Code): State | undefined {
    if (code !== startCode) return nok(code)
    effects.enter('paperMark')
    effects.enter('paperMarkSequence')
    effects.consume(code)
    effects.exit('paperMarkSequence')
    effects.enter('paperMarkIndex')
    return index
  }

  function index(code: Code): State | undefined {
    if (isLineEnd(code)) return nok(code)
    if (code !== endCode) {
      effects.consume(code)
      return index
    }
    effects.exit('paperMarkIndex')
    effects.enter('paperMarkSequence')
    effects.consume(code)
    effects.exit('paperMarkSequence')
    return afterIndex
  }

  function afterIndex(code: Code): State | undefined {
    if (isLineEnd(code)) {
      effects.exit('paperMark')
      return ok(code)
    }
    effects.enter('chunkText', { contentType: 'text' })
    return text(code)
  }

  function text(code: Code): State | undefined {
    if (!isLineEnd(code)) {
      effects.consume(code)
      return text
    }
    effects.exit('chunkText')
    effects.exit('paperMark')
    return ok(code)
  }
}
