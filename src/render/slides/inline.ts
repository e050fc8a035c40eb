import type { Html, Paragraph, PhrasingContent, Text } from 'mdast'

/** Text node. */
export function text(value: string): Text {
  return { type: 'text', value }
}

/** Raw inline HTML of ours. The only HTML that a deck has besides what the parser lets through. */
export function html(value: string): Html {
  return { type: 'html', value }
}

/**
 * Wraps phrasing in a `<span>` that the theme knows and every other Marp theme ignores.
 *
 * @param name class of the span
 */
export function span(
  name: string,
  children: readonly PhrasingContent[],
): PhrasingContent[] {
  return [html(`<span class="${name}">`), ...children, html('</span>')]
}

/** Escapes text for an HTML attribute or an HTML text. */
export function escapeHtml(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** One line of short facts, each in its own span; nothing for no facts. */
export function facts(values: readonly string[]): Paragraph[] {
  if (values.length === 0) return []
  const children = values.flatMap((value, index) => [
    ...(index === 0 ? [] : [text(' ')]),
    ...span('fact', [text(value)]),
  ])
  return [{ type: 'paragraph', children }]
}
