/** A document, or only its body where the page has the rest already. */
export interface ShownDocument {
  readonly html: string
  /** Whether the head of the page stays as it is. */
  readonly keepsHead: boolean
}

/**
 * Shows another document in the page.
 *
 * Runs in the page: everything that it needs stands inside.
 */
export function showDocument({ html, keepsHead }: ShownDocument): void {
  const next = new DOMParser().parseFromString(html, 'text/html')
  if (!keepsHead) {
    const root = document.documentElement
    for (const { name } of [...root.attributes]) root.removeAttribute(name)
    for (const { name, value } of next.documentElement.attributes)
      root.setAttribute(name, value)
    document.head.replaceWith(document.importNode(next.head, true))
  }
  document.body.replaceWith(document.importNode(next.body, true))
}
