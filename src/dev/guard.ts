import type { IncomingMessage } from 'node:http'

/**
 * Says why a request is refused.
 *
 * Only this machine reaches the port, but so does every web page that its user has open: a foreign name that leads here
 * (DNS rebinding) shows in `Host`, a foreign page in `Origin` or `Sec-Fetch-Site`. Following a link here is no harm.
 *
 * @see https://w3c.github.io/webappsec-fetch-metadata/
 * @param port that we listen on
 * @returns status and text; `undefined` when all is well
 */
export function refusal(
  { method, headers }: IncomingMessage,
  port: number,
): { status: number; text: string } | undefined {
  if (method !== 'GET' && method !== 'HEAD')
    return { status: 405, text: 'Expected GET or HEAD' }
  const hosts = ['127.0.0.1', 'localhost'].map((name) => `${name}:${port}`)
  if (!hosts.includes(headers.host?.toLowerCase() ?? ''))
    return {
      status: 403,
      text: `Unexpected Host, expected ${hosts.join(' or ')}`,
    }
  const { origin } = headers
  const isForeign =
    origin !== undefined && !hosts.some((host) => origin === `http://${host}`)
  const site = headers['sec-fetch-site'] ?? 'none'
  const isOurs = site === 'same-origin' || site === 'none'
  if (isForeign || (!isOurs && headers['sec-fetch-mode'] !== 'navigate'))
    return { status: 403, text: 'Unexpected request from another site' }
  return undefined
}
