import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { platform } from 'node:process'
import { brotliCompressSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { unpackShell } from '../../src/print/bundled-shell.ts'
import { isPrivateGroup } from '../../src/print/private-group.ts'
import { tarOf } from './tar-of.ts'

vi.mock(import('../../src/print/private-group.ts'), { spy: true })

let folder: string
let packed: string
let cache: string

beforeEach(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'studydeck-test-'))
  packed = join(folder, 'package/bin')
  cache = join(folder, 'cache/studydeck')
  mkdirSync(packed, { recursive: true })
  writeFileSync(join(folder, 'package/package.json'), '{"version":"1.2.3"}')
  writePacked('chromium.br', 'program')
  writePacked(
    'al2023.tar.br',
    tarOf([{ path: 'lib/libnss3.so', contents: 'nss' }]),
  )
  writePacked(
    'fonts.tar.br',
    tarOf([
      { path: 'fonts/Open_Sans/a.ttf', contents: 'font' },
      { path: 'fonts.conf', contents: '' },
    ]),
  )
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

function writePacked(name: string, contents: string | Buffer): void {
  writeFileSync(join(packed, name), brotliCompressSync(contents))
}

function contentsOf(path: string): string {
  return readFileSync(path, 'utf8')
}

// The shell runs on Linux only; elsewhere there are no owners to check.
describe.skipIf(platform === 'win32')('unpackShell()', () => {
  it('unpacks once, and only for us', async () => {
    const onUnpack = vi.fn()
    const shell = await unpackShell(packed, onUnpack, cache)
    const again = await unpackShell(packed, onUnpack, cache)
    const home = join(cache, 'headless-shell-1.2.3')
    expect(onUnpack).toHaveBeenCalledOnce()
    expect(again.executablePath).toBe(shell.executablePath)
    expect(shell.executablePath).toBe(join(home, 'chromium'))
    expect(contentsOf(shell.executablePath)).toBe('program')
    expect(contentsOf(join(shell.libraries, 'libnss3.so'))).toBe('nss')
    expect(contentsOf(join(home, 'fonts/a.ttf'))).toBe('font')
    expect(contentsOf(shell.fontConfiguration)).toContain('>fonts</dir>')
    expect(
      [cache, home, shell.executablePath, shell.libraries].map((path) =>
        (statSync(path).mode & 0o777).toString(8),
      ),
    ).toEqual(['700', '700', '700', '700'])
    expect(readdirSync(cache)).toEqual(['headless-shell-1.2.3'])
  })

  it('writes down what it unpacked', async () => {
    const shell = await unpackShell(packed, undefined, cache)
    const receipt = JSON.parse(
      contentsOf(join(dirname(shell.executablePath), 'unpacked.json')),
    ) as { files: { path: string; size: number; sha256: string }[] }
    expect(receipt.files.map(({ path, size }) => [path, size])).toEqual([
      ['chromium', 7],
      ['lib/libnss3.so', 3],
      ['fonts/a.ttf', 4],
      ['fonts.conf', expect.any(Number)],
    ])
    expect(receipt.files[0]!.sha256).toBe(
      '1310ca2c8932dbd118668bd97442558a3e1f546b5e15c69699dfbd6024f548d8',
    )
  })

  it.each([
    [
      'changed',
      (home: string) => {
        appendFileSync(join(home, 'chromium'), '!')
      },
    ],
    [
      'missing',
      (home: string) => {
        rmSync(join(home, 'lib/libnss3.so'))
      },
    ],
    [
      'replaced by a link',
      (home: string) => {
        rmSync(join(home, 'chromium'))
        symlinkSync('/bin/true', join(home, 'chromium'))
      },
    ],
    [
      'writable for others',
      (home: string) => {
        chmodSync(join(home, 'chromium'), 0o777)
      },
    ],
    [
      'in a folder that others can write to',
      (home: string) => {
        chmodSync(home, 0o777)
      },
    ],
    [
      'without a readable receipt',
      (home: string) => {
        writeFileSync(join(home, 'unpacked.json'), '{')
      },
    ],
  ])('unpacks again when a file is %s', async (_, damage) => {
    const first = await unpackShell(packed, undefined, cache)
    damage(dirname(first.executablePath))
    const onUnpack = vi.fn()
    const second = await unpackShell(packed, onUnpack, cache)
    expect(onUnpack).toHaveBeenCalledOnce()
    expect(second.executablePath).toBe(first.executablePath)
    expect(contentsOf(second.executablePath)).toBe('program')
    expect(contentsOf(join(second.libraries, 'libnss3.so'))).toBe('nss')
  })

  it('lets two builds unpack at once', async () => {
    const shells = await Promise.all(
      [1, 2, 3].map(() => unpackShell(packed, undefined, cache)),
    )
    expect(
      new Set(shells.map(({ executablePath }) => executablePath)).size,
    ).toBe(1)
    expect(contentsOf(shells[0]!.executablePath)).toBe('program')
    expect(readdirSync(cache)).toEqual(['headless-shell-1.2.3'])
  })

  it.each([
    [
      'is a link',
      () => {
        mkdirSync(join(folder, 'elsewhere'), { recursive: true })
        mkdirSync(dirname(cache), { recursive: true })
        symlinkSync(join(folder, 'elsewhere'), cache)
      },
    ],
    [
      'is open to others',
      () => {
        mkdirSync(cache, { recursive: true })
        chmodSync(cache, 0o777)
      },
    ],
    [
      'lies in a folder that others can write to',
      () => {
        mkdirSync(cache, { recursive: true, mode: 0o700 })
        chmodSync(dirname(cache), 0o777)
      },
    ],
    [
      'cannot be made',
      () => {
        writeFileSync(join(folder, 'cache'), '')
      },
    ],
  ])(
    'takes a folder of its own, and removes it, where the cache %s',
    async (_, prepare) => {
      prepare()
      const shell = await unpackShell(packed, undefined, cache)
      const own = dirname(shell.executablePath)
      expect(own.startsWith(folder)).toBe(false)
      expect(statSync(own).mode & 0o777).toBe(0o700)
      expect(contentsOf(shell.executablePath)).toBe('program')
      shell.cleanup()
      expect(existsSync(own)).toBe(false)
    },
  )

  it('takes nothing from a folder that others can write to, however well it looks', async () => {
    const planted = await unpackShell(packed, undefined, cache)
    chmodSync(dirname(cache), 0o777)
    const onUnpack = vi.fn()
    const shell = await unpackShell(packed, onUnpack, cache)
    expect(onUnpack).toHaveBeenCalledOnce()
    expect(shell.executablePath).not.toBe(planted.executablePath)
    shell.cleanup()
  })

  it('does not run what was planted before it was there', async () => {
    const home = join(cache, 'headless-shell-1.2.3')
    mkdirSync(join(home, 'lib'), { recursive: true, mode: 0o700 })
    writeFileSync(join(home, 'chromium'), 'planted', { mode: 0o700 })
    const shell = await unpackShell(packed, undefined, cache)
    expect(contentsOf(shell.executablePath)).toBe('program')
  })

  // Only root can give things away.
  it.runIf(process.getuid?.() === 0).each([
    ['the cache', () => cache],
    ['the folder above', () => dirname(cache)],
    ['the unpacked browser', () => join(cache, 'headless-shell-1.2.3')],
    ['its program', () => join(cache, 'headless-shell-1.2.3/chromium')],
  ])('does not run what somebody else owns: %s', async (_, stolen) => {
    const first = await unpackShell(packed, undefined, cache)
    appendFileSync(first.executablePath, ' planted')
    chownSync(stolen(), 12_345, 12_345)
    const shell = await unpackShell(packed, undefined, cache)
    expect(contentsOf(shell.executablePath)).toBe('program')
    shell.cleanup()
  })

  // Only root can give a folder to a group that it is not in.
  it.runIf(process.getuid?.() === 0)(
    'takes nothing from a folder that a group of others can write to',
    async () => {
      const planted = await unpackShell(packed, undefined, cache)
      chownSync(dirname(cache), 0, 12_345)
      chmodSync(dirname(cache), 0o770)
      const shell = await unpackShell(packed, undefined, cache)
      expect(shell.executablePath).not.toBe(planted.executablePath)
      shell.cleanup()
    },
  )

  it('keeps what it has unpacked where only our own group can write (umask 002)', async () => {
    const { gid } = statSync(folder)
    vi.mocked(isPrivateGroup).mockImplementation((group) => group === gid)
    await unpackShell(packed, undefined, cache)
    chmodSync(dirname(cache), 0o775)
    const onUnpack = vi.fn()
    await unpackShell(packed, onUnpack, cache)
    expect(onUnpack).not.toHaveBeenCalled()
    vi.mocked(isPrivateGroup).mockReset()
  })

  it('runs nothing where no folder is safe', async () => {
    chmodSync(folder, 0o777)
    vi.stubEnv('TMPDIR', folder)
    await expect(unpackShell(packed, undefined, cache)).rejects.toThrow(
      'Others could replace',
    )
    vi.unstubAllEnvs()
  })

  it('leaves nothing behind when the package is damaged', async () => {
    writeFileSync(join(packed, 'chromium.br'), 'no brotli')
    await expect(unpackShell(packed, undefined, cache)).rejects.toThrow()
    expect(readdirSync(cache)).toEqual([])
  })
})
