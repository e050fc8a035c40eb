/** Media types of what a template may bring along besides text, by extension. */
const mediaTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

/**
 * Media type of a picture or font that a template names.
 *
 * @param path of the file
 * @returns `undefined` for anything else
 */
export function templateMediaType(path: string): string | undefined {
  return mediaTypes[path.slice(path.lastIndexOf('.') + 1).toLowerCase()]
}

/**
 * Whether an output can depend on a file of a templates folder.
 *
 * @param path of the file
 */
export function isTemplateFile(path: string): boolean {
  return (
    /\.(?:hbs|css|json)$/.test(path) || templateMediaType(path) !== undefined
  )
}
