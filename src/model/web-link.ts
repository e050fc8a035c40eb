import type { Link } from 'mdast'

/**
 * Whether a link leads somewhere from a file that stands alone: to the web or to a mailbox, not to the author's files.
 *
 * @param link of a paper
 */
export function isWebLink({ url }: Pick<Link, 'url'>): boolean {
  return /^(?:https?|mailto):/i.test(url)
}
