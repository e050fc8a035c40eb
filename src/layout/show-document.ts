/**
 * Shows another document in the page: what both have in their heads, such as fonts and styles, is not read again.
 *
 * Runs in the page: everything that it needs stands inside.
 *
 * @param html whole document
 */
export function showDocument(html: string): void {
  const next = new DOMParser().parseFromString(html, 'text/html')
  if (next.head.innerHTML !== document.head.innerHTML)
    document.head.replaceWith(document.importNode(next.head, true))
  document.body.replaceWith(document.importNode(next.body, true))
}
