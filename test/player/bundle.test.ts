import { expect, it } from 'vitest'
import { bundlePage } from '../../scripts/page-bundle.js'

it('stays within 40 kB, with its style', async () => {
  const script = await bundlePage('player')
  expect(Buffer.byteLength(script)).toBeLessThanOrEqual(40_000)
})

it('can stand in a page, and asks nothing of the network or of eval', async () => {
  const script = await bundlePage('player')
  expect(script).not.toMatch(/<\/script|<!--/i)
  expect(script).not.toMatch(
    /\bfetch\(|XMLHttpRequest|WebSocket|\beval\(|new Function/,
  )
  expect(script.match(/https?:\/\/[^"'`]*/g)).toEqual([
    'http://www.w3.org/2000/svg',
  ])
})
