import { addAbortListener } from 'node:events'

/**
 * Waits for something that a browser does, for as long as that browser is there.
 *
 * Not a race with one promise for the browser's end: that one would keep all that ever ran against it, such as every PDF,
 * until the browser ends.
 *
 * @param doing what the browser does
 * @param gone aborted when the browser ends
 * @throws Error when it ends first
 * @see https://github.com/nodejs/node/issues/17469
 */
export async function unlessGone<Result>(
  doing: Promise<Result>,
  gone: AbortSignal,
): Promise<Result> {
  let listener: Disposable | undefined
  const end = new Promise<never>((_, reject) => {
    listener = addAbortListener(gone, () => {
      reject(new Error('The browser is gone'))
    })
  })
  try {
    return await Promise.race([doing, end])
  } finally {
    listener?.[Symbol.dispose]()
  }
}
