import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { packagePath } from '../config/package-root.ts'

/** What a page that was served knows of itself. */
export interface PageIdentity {
  /** Folder of the paper; empty for the gallery. */
  readonly folder: string
  /** Output that the page shows. */
  readonly name: string
  /** Hash of what is shown: another one means that the page is old. */
  readonly revision: string
}

/**
 * Adds to a page, as it is served and never as it is built, the script that reloads it, and lets its content security
 * policy pass that script and its connection to us.
 *
 * @param html whole document
 */
export function livePage(html: string, identity: PageIdentity): string {
  const script = `window.studydeckDev=${jsonInScript(identity)};${clientScript()}`
  const hash = createHash('sha256').update(script).digest('base64')
  const page = html.replace(
    /(<meta http-equiv="Content-Security-Policy" content=")([^"]*)"/,
    (_, start: string, policy: string) =>
      `${start}${relaxed(policy, `'sha256-${hash}'`)}"`,
  )
  const tag = `<script>${script}</script>`
  // Behind everything else in the head, policy included. A function, because `$&` in a string would be replaced.
  return page.includes('</head>')
    ? page.replace('</head>', () => `${tag}</head>`)
    : page + tag
}

/** Adds sources to the directives of a policy. */
function relaxed(policy: string, script: string): string {
  const directives = new Map(
    policy
      // Templates escape what they fill in, `=` included.
      .replaceAll(/&#x([\da-f]+);/gi, (_, code: string) =>
        String.fromCodePoint(Number.parseInt(code, 16)),
      )
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .map(([name = '', ...sources]) => [name, sources]),
  )
  const add = (name: string, source: string): void => {
    directives.set(name, [...(directives.get(name) ?? []), source])
  }
  add('script-src', script)
  add('connect-src', "'self'")
  add('img-src', "'self'")
  return [...directives]
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ')
}

let client: string | undefined

function clientScript(): string {
  client ??= readFileSync(packagePath('dist', 'dev-client.js'), 'utf8')
  return client
}

/** JSON that no `</script>` can end. */
function jsonInScript(value: object): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`)
}
