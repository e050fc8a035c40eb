import { createHash } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  shownUrl,
  tooLarge,
  type FoundImage,
  type ImageProblem,
} from './found-image.ts'
import { standardLimits } from '../model/limits.ts'
import { mediaType } from './media-type.ts'
import { cacheFolder, makePrivateFolder } from '../print/private-folder.ts'

/** How long one image may take, in milliseconds. */
const timeLimit = 20_000

/**
 * Gives an image on the web: from the user's cache, or fetched once into it.
 *
 * Redirects are followed to http and https only, as `fetch` does: https://fetch.spec.whatwg.org/#http-redirect-fetch.
 *
 * @param url as the author wrote it, `http:` or `https:`
 * @param folder of the images in the cache
 * @param most megabytes that it may have
 */
export async function fetchImage(
  url: string,
  folder = join(cacheFolder(), 'images'),
  most: number = standardLimits.image,
): Promise<FoundImage> {
  const path = join(folder, createHash('sha256').update(url).digest('hex'))
  const kept = await readFile(path).catch(() => undefined)
  // A damaged file is fetched anew.
  if (kept && mediaType(kept)) return { bytes: kept }
  const fetched = await download(url, most)
  if ('bytes' in fetched) await keep(path, folder, fetched.bytes)
  return fetched
}

async function download(url: string, most: number): Promise<FoundImage> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(timeLimit),
      headers: { accept: 'image/*' },
    })
    const why = refusal(response)
    if (why !== undefined) {
      await response.body?.cancel()
      return { problem: notFetched(url, why) }
    }
    const bytes = await bodyOf(response, most * 1024 ** 2)
    return bytes ? { bytes } : { problem: tooLarge(url, most) }
  } catch (error) {
    return { problem: notFetched(url, failure(error as Error)) }
  }
}

/** Why an answer is no image, if it is none. */
function refusal({ ok, status, headers }: Response): string | undefined {
  if (!ok) return `which the server answers with ${status}`
  const type = headers.get('content-type') ?? 'of no type'
  return type.startsWith('image/') ? undefined : `which is \`${type}\``
}

function failure({ name, message, cause }: Error): string {
  if (name === 'TimeoutError')
    return `that cannot be fetched within ${timeLimit / 1000} seconds`
  const { code } = (cause ?? {}) as NodeJS.ErrnoException
  return `that cannot be fetched (${code ?? message})`
}

/** At most as many bytes as an image may have; `undefined` when there are more, whatever the headers say. */
async function bodyOf(
  { body }: Response,
  most: number,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  if (!body) return new Uint8Array()
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > most) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Two builds at once write the same bytes; the rename keeps either from reading half of them. */
async function keep(
  path: string,
  folder: string,
  bytes: Uint8Array,
): Promise<void> {
  if (!mediaType(bytes)) return
  try {
    makePrivateFolder(folder)
    const temporary = `${path}.${process.pid}.tmp`
    await writeFile(temporary, bytes, { mode: 0o600 })
    await rename(temporary, path)
  } catch {
    // Without a cache it is fetched at the next build again.
  }
}

function notFetched(url: string, why: string): ImageProblem {
  return {
    rule: 'image-unreachable',
    reason: `Unexpected image \`${shownUrl(url)}\` ${why}, expected an image on the web`,
    note: 'Open the address in a browser, or save the image next to the paper and link it by its relative path.',
  }
}
