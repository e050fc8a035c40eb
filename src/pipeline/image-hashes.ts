import { dirname } from 'node:path'
import { sha256 } from './sha256.ts'
import { readImageFile } from '../images/image-file.ts'

/**
 * Hashes the images beside a paper, as they are now.
 *
 * @param path of the paper
 * @param urls as the author wrote them; those of the web and of `data:` are left out
 * @returns hash by URL; of an image that cannot be read, what is wrong with it
 */
export async function hashImages(
  path: string,
  urls: readonly string[],
): Promise<Record<string, string>> {
  const local = urls.filter((url) => !/^(?:[a-z][a-z\d+.-]+:|\/\/)/i.test(url))
  return Object.fromEntries(
    await Promise.all(
      local.map(async (url) => {
        const found = await readImageFile(dirname(path), url)
        return [
          url,
          'bytes' in found ? sha256(found.bytes) : found.problem.reason,
        ] as const
      }),
    ),
  )
}
