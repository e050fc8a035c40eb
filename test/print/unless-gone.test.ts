import { setTimeout } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { unlessGone } from '../../src/print/unless-gone.ts'

test('gives what the browser did, or says that it is gone', async () => {
  const gone = new AbortController()
  const never = new Promise<never>(() => undefined)
  await expect(unlessGone(Promise.resolve(1), gone.signal)).resolves.toBe(1)
  const waiting = unlessGone(never, gone.signal)
  gone.abort()
  await expect(waiting).rejects.toThrow('The browser is gone')
  await expect(unlessGone(never, gone.signal)).rejects.toThrow('gone')
})

// A build of 2,000 questions had every PDF of its portions in memory, 100 MB of them.
test('keeps no result for as long as the browser is there', async () => {
  const { signal } = new AbortController()
  const results: WeakRef<object>[] = []
  for (let count = 0; count < 10; count++)
    results.push(
      new WeakRef(await unlessGone(Promise.resolve({ count }), signal)),
    )
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  // What is asked of a weak reference stays until the next turn of the event loop.
  await setTimeout(0)
  collect()
  expect(results.filter((result) => result.deref() !== undefined)).toEqual([])
  expect(signal.aborted).toBe(false)
})
