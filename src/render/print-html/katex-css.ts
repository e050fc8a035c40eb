import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

let css: string | undefined

/** KaTeX's stylesheet without its fonts, which are embedded as far as a document uses them. */
export function katexCss(): string {
  css ??= readFileSync(
    createRequire(import.meta.url).resolve('katex/dist/katex.min.css'),
    'utf8',
  ).replaceAll(/@font-face\{[^}]*\}/g, '')
  return css
}
