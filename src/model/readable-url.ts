const escapes = /(?:%[\da-f]{2})+/giu
/** What JavaScript's own `escape` writes. */
const units = /%u([\da-f]{4})/giu
/** Addresses that were copied from another address are escaped again. */
const mostTimes = 3

/**
 * An address as people read it: `%ED%9C%98` as `휘`, also where other characters of the address are escaped wrongly, where it is escaped
 * twice, and where old pages escape EUC-KR or UTF-16.
 *
 * @param url target of a link, as written
 */
export function readableUrl(url: string): string {
  let text = url
  for (let times = 0; times < mostTimes; times++) {
    const next = text
      .replaceAll(units, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
      .replaceAll(escapes, decoded)
    if (next === text) break
    text = next
  }
  return text
}

function decoded(run: string): string {
  const bytes = Buffer.from(run.replaceAll('%', ''), 'hex')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Cut off in a character, or another encoding: both readings are looked at.
    return ['utf-8', 'euc-kr']
      .map((encoding) => new TextDecoder(encoding).decode(bytes))
      .join(' ')
  }
}
