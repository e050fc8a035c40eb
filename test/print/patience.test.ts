import { setTimeout as pause } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { Patience } from '../../src/print/patience.ts'

test('time in which nothing could be heard does not count', async () => {
  let isOver = false
  new Patience(300, () => {
    isOver = true
  })
  const busy = performance.now() + 600
  while (performance.now() < busy);
  await pause(0)
  expect(isOver).toBe(false)
  await vi.waitFor(() => {
    expect(isOver).toBe(true)
  }, 5000)
})

test('it ends once, later where it was extended, and not at all where it was stopped', async () => {
  const end = vi.fn()
  vi.useFakeTimers()
  const patience = new Patience(1000, end)
  const stopped = new Patience(1000, end)
  patience.extend(1000)
  stopped.stop()
  await vi.advanceTimersByTimeAsync(1500)
  expect(end).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(5000)
  expect(end).toHaveBeenCalledTimes(1)
  vi.useRealTimers()
})
