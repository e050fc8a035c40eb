import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { report } from '../model/report.ts'

/**
 * Tells the host of links to files: what studydeck makes goes from hand to hand alone, so they would lead nowhere and
 * only their text is shown.
 *
 * @param tree the paper
 * @param file its file: takes a message for each target, at its first link
 */
export function reportLocalLinks(tree: Root, file: VFile): void {
  const told = new Set<string>()
  visit(tree, 'link', (node) => {
    const { url } = node
    if (/^(?:[a-z][a-z\d+.-]*:|\/\/|#|$)/i.test(url) || told.has(url)) return
    told.add(url)
    report(
      file,
      'link-local',
      `Unexpected link to the file \`${url.slice(0, 80)}\`, expected a web address`,
      node,
      'Only its text is shown: put the file on the web and link it there, or hand it out beside the worksheet.',
    )
  })
}
