/**
 * Reads the character references of HTML that we wrote ourselves.
 *
 * @param html text or value of an attribute
 */
export function unescapeHtml(html: string): string {
  return html
    .replaceAll(/&#x([\da-f]+);/gi, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
