import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { repairEmphasis } from './emphasis.ts'
import { foldMarks } from './fold-marks.ts'
import { readIndentedProse } from './indented-prose.ts'
import { convertInlineHtml } from './inline-html.ts'
import { dropLostMarks } from './lost-marks.ts'
import { normalisedLines } from './normalise.ts'
import { mapPositions } from './positions.ts'
import { parseInChunks } from './parse-chunks.ts'
import { resolveReferences } from './references.ts'
import { scanPaper } from './scan.ts'
import { undoSetextAccidents } from './setext.ts'
import { tidy } from './tidy.ts'
import type { Memo } from '../model/memo.ts'

/**
 * Parses a paper. Never throws; what is uncertain is reported.
 *
 * The tree is mdast as ARCHITECTURE.md describes it, with `container` and `directive` nodes. Positions point into `text`.
 *
 * @param text the paper, as `decodePaper` returns it
 * @param file file to report on
 * @param memo where the paper is parsed again and again
 */
export function parsePaper(text: string, file: VFile, memo?: Memo): Root {
  const scanned = scanPaper(normalisedLines(text), file)
  const source = scanned.lines.map((line) => line.text).join('\n')
  const tree = parseInChunks(source, memo)
  undoSetextAccidents(tree, source)
  foldMarks(tree, scanned.marks)
  readIndentedProse(tree, source, scanned)
  repairEmphasis(tree, source)
  mapPositions(tree, scanned.lines, text)
  dropLostMarks(tree, file)
  convertInlineHtml(tree, file)
  resolveReferences(tree)
  tidy(tree, text)
  return tree
}
