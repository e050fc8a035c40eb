import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hasSharedMemory } from '../../src/print/shared-memory.ts'

test('memory is not shared where no folder for it is', () => {
  expect(hasSharedMemory(join(tmpdir(), 'studydeck-no-such-folder'))).toBe(
    false,
  )
})

test('memory is not shared in a folder without room', () => {
  expect(hasSharedMemory('/proc')).toBe(false)
})
