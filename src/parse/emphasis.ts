import type { Parents, PhrasingContent, RootContent, Text } from 'mdast'
import { eachInnerParent } from './inner-parents.ts'
import { joinTexts } from './join-texts.ts'

/** `**` that are mended in one paragraph: more are no emphasis, and renderers take the square of their number in time. */
const mostStars = 400

/**
 * Makes strong what stands between literal `**`, within one paragraph.
 *
 * Markdown leaves `**정답:**④` and the like as it is, since nothing but a space may follow a `:**`. Stars that the author
 * escaped stay.
 *
 * @param source text that the tree was parsed from
 */
export function repairEmphasis(tree: Parents, source: string): void {
  for (const child of tree.children)
    eachInnerParent(child, (inner) => {
      repairEmphasis(inner, source)
    })
  tree.children = repaired(tree.children as RootContent[], source)
}

function repaired(nodes: RootContent[], source: string): RootContent[] {
  const stars = nodes
    .filter((node) => isRepairable(node, source))
    .flatMap((node) => node.value.match(/\*\*/g) ?? [])
  if (stars.length === 0 || stars.length > mostStars) return nodes
  const out: RootContent[] = []
  /** Index in `out` of the `**` that may open. */
  let opener: number | undefined
  for (const piece of nodes.flatMap((node): RootContent[] =>
    isRepairable(node, source) ? pieces(node) : [node],
  )) {
    if (!isStars(piece)) {
      out.push(piece)
      continue
    }
    const before = out.at(-1)
    if (
      opener !== undefined &&
      before !== out[opener] &&
      !endsInSpace(before)
    ) {
      const [start, ...children] = out.splice(opener)
      out.push(strong(start, piece, children as PhrasingContent[]))
      opener = undefined
    } else {
      opener = out.length
      out.push(piece)
    }
  }
  return joinTexts(out)
}

function isRepairable(node: RootContent, source: string): node is Text {
  if (node.type !== 'text' || !node.value.includes('**')) return false
  const { start, end } = node.position ?? {}
  return !source.slice(start?.offset ?? 0, end?.offset ?? 0).includes('\\*')
}

function isStars(node: RootContent): node is Text {
  return node.type === 'text' && node.value === '**'
}

function endsInSpace(node: RootContent | undefined): boolean {
  return node?.type === 'text' && /\s$/.test(node.value)
}

/** Cuts a text at its `**`, which become nodes of their own. */
function pieces(node: Text): Text[] {
  return node.value
    .split(/(\*\*)/)
    .filter((value) => value !== '')
    .map((value) => ({ ...node, value }))
}

function strong(
  start: RootContent | undefined,
  end: Text,
  children: PhrasingContent[],
): RootContent {
  const position =
    start?.position && end.position
      ? { position: { start: start.position.start, end: end.position.end } }
      : {}
  return { type: 'strong', children, ...position }
}
