import { expect, it } from 'vitest'
import { readTar } from '../../src/print/tar.ts'
import { tarOf } from './tar-of.ts'

it('reads regular files with their mode and leaves out folders', () => {
  const archive = tarOf([
    { path: 'lib/', type: '5' },
    { path: 'lib/a.so', contents: 'a'.repeat(600), mode: 0o755 },
    { path: 'lib/b', contents: '' },
  ])
  expect(
    readTar(archive).map(({ path, mode, contents }) => ({
      path,
      mode,
      contents: Buffer.from(contents).toString(),
    })),
  ).toEqual([
    { path: 'lib/a.so', mode: 0o755, contents: 'a'.repeat(600) },
    { path: 'lib/b', mode: 0o644, contents: '' },
  ])
})

it('reads nothing from nothing', () => {
  expect(readTar(new Uint8Array())).toEqual([])
})

it('refuses an archive that is cut off', () => {
  const archive = tarOf([{ path: 'a', contents: 'a'.repeat(600) }])
  expect(() => readTar(archive.subarray(0, 700))).toThrow(
    'Unexpected end of tar',
  )
})
