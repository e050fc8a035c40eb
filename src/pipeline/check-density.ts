import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { reportTooLarge } from './check-limits.ts'
import type { Limits } from '../model/limits.ts'

/** Characters that pieces and nodes are counted in. */
const stretch = 100_000

/**
 * Reports a text that is in more pieces than anybody writes: each costs the parser as much as a long line does.
 *
 * Counts before anything is parsed. A paper of more than 100,000 characters may have more pieces in proportion; a
 * shorter one may have as many.
 *
 * @param text the paper, as `decodePaper` returns it
 * @param file to report on
 * @returns whether the paper can be parsed
 */
export function checkPieces(
  text: string,
  file: VFile,
  limits: Limits,
): boolean {
  const stretches = stretchesOf(text)
  const most = limits.pieces * stretches
  let pieces = 0
  /** 1-based line of the first piece that is too many. */
  let first: number | undefined
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    pieces += piecesOf(line)
    if (pieces > most) first ??= index + 1
  }
  if (first === undefined) return true
  const many = Math.ceil(pieces / stretches)
  const what = `paper of ${many} lines, cells, tags and marks in ${stretch} characters`
  reportTooLarge(file, what, 'pieces', limits, { line: first, column: 1 })
  return false
}

/**
 * What a line may become: a block, or one for each cell between two `|`; and one for each mark of a container, each tag or
 * pair of tags.
 */
function piecesOf(line: string): number {
  if (line.trim() === '') return 0
  const bars = line.match(/\|/g)?.length ?? 0
  const starts = line.match(/<[a-z]/gi)?.length ?? 0
  const ends = line.match(/<\/[a-z]/gi)?.length ?? 0
  const containers = line.match(/:{3}|\?{3}|!{3}/g)?.length ?? 0
  return Math.max(1, bars - 1) + Math.max(starts, ends) + containers
}

/**
 * Reports a paper of more blocks, marked words, links and texts than anybody writes: each is rendered in every output.
 *
 * @param tree of the paper
 * @param text the paper; a longer one may have more in proportion, as in `checkPieces`
 * @param file to report on
 * @returns whether outputs can be made
 */
export function checkNodes(
  tree: Root,
  text: string,
  file: VFile,
  limits: Limits,
): boolean {
  const stretches = stretchesOf(text)
  const most = limits.nodes * stretches
  let nodes = 0
  let first: Nodes | undefined
  visit(tree, (node) => {
    if (++nodes > most) first ??= node
  })
  if (!first) return true
  const many = Math.ceil(nodes / stretches)
  const what = `paper of ${many} blocks, marked words and texts in ${stretch} characters`
  reportTooLarge(file, what, 'nodes', limits, first)
  return false
}

function stretchesOf(text: string): number {
  return Math.max(1, text.length / stretch)
}
