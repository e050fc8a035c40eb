import { createHash } from 'node:crypto'
import { unescapeHtml } from './unescape-html.ts'

/**
 * Gives a finished page its content security policy, behind the sanitiser a second wall: nothing is fetched, no form is
 * sent, and no script, stylesheet or `style` attribute counts that was not there when the page was made.
 *
 * Stylesheets are those of the head, where only templates write. An attribute can fetch nothing and run nothing, so that
 * those of the whole body are taken as they are: formulas, code and diagrams are full of them.
 *
 * @see https://www.w3.org/TR/CSP3/
 * @param html whole page, with its fonts and without a policy; it must not be changed afterwards
 * @param script our own script as it stands in the page, if it has one
 */
export function withPolicy(html: string, script?: string): string {
  const end = html.indexOf('</head>')
  const head = html.slice(0, end).replaceAll(/<script\b[\s\S]*?<\/script>/g, '')
  const styles = textsIn(head, /<style>([\s\S]*?)<\/style>/g)
  const attributes = textsIn(html.slice(end), /\sstyle="([^"]*)"/g)
  const policy = [
    "default-src 'none'",
    'img-src data:',
    'font-src data:',
    `style-src 'unsafe-hashes' ${hashesOf([...styles, ...attributes.map(unescapeHtml)])}`,
    ...(script === undefined ? [] : [`script-src ${hashesOf([script])}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`
  // Behind the encoding, which browsers look for in the first kilobyte only.
  return html.replace(
    /<meta charset="[^"]*">|<head>/,
    (start) => `${start}\n${meta}`,
  )
}

function textsIn(html: string, pattern: RegExp): string[] {
  return [...new Set([...html.matchAll(pattern)].map(([, text = '']) => text))]
}

function hashesOf(texts: readonly string[]): string {
  return texts
    .map(
      (text) =>
        `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
    )
    .join(' ')
}
