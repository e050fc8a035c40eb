import type { BrowserContext } from 'puppeteer-core'

/** What a page can ask for, by the names of https://www.w3.org/TR/permissions-registry/ */
const permissions = [
  ...['camera', 'clipboard-read', 'clipboard-write', 'geolocation'],
  ...['local-fonts', 'microphone', 'midi', 'notifications'],
  ...['persistent-storage', 'screen-wake-lock', 'storage-access'],
]

/**
 * Refuses documents everything that a browser would ask its user for.
 *
 * @param context in which they are loaded
 */
export async function denyPermissions(context: BrowserContext): Promise<void> {
  const denied = permissions.map(
    (name) => ({ permission: { name }, state: 'denied' }) as const,
  )
  // Chrome 156 refuses to be told about one origin without TLS, even what it shall refuse.
  await context.setPermission('*', ...denied)
}
