import {
  mkdir,
  mkdtemp,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Root } from 'mdast'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { VFile } from 'vfile'
import type { PageSource } from '../../src/model/browser-page.ts'
import { standardLimits } from '../../src/model/limits.ts'
import { loadImages, type ImageOptions } from '../../src/images/index.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let folder = ''

beforeEach(async () => {
  const outside = await mkdtemp(join(tmpdir(), 'studydeck-images-'))
  folder = join(outside, 'paper')
  await mkdir(join(folder, '그림'), { recursive: true })
  await writeFile(join(outside, 'secret.png'), png)
  await writeFile(join(folder, '그림', '구조 1.png'), png)
  await writeFile(join(folder, '그림', '가나.png'.normalize('NFD')), png)
  await writeFile(join(folder, '다라.png'), png)
  await writeFile(join(folder, 'a.gif'), Buffer.from('GIF89a', 'latin1'))
  await writeFile(join(folder, 'a.webp'), 'RIFF....WEBPVP8 ')
  await writeFile(join(folder, 'a.avif'), '....ftypavif')
  await writeFile(join(folder, 'a.jpg'), Buffer.from('ffd8ffe0', 'hex'))
  await writeFile(join(folder, 'broken.svg'), '<svg><g></svg>')
  await writeFile(join(folder, 'huge.png'), png)
  await truncate(join(folder, 'huge.png'), 21 * 1024 * 1024)
  await writeFile(join(folder, 'text.png'), 'not an image')
  await writeFile(
    join(folder, 'a.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
  )
  await symlink(join(outside, 'secret.png'), join(folder, 'link.png'))
})

afterEach(async () => {
  await rm(join(folder, '..'), { recursive: true })
})

const browser: PageSource = {
  withPage: () => Promise.reject(new Error('Unexpected use of a browser')),
}

function load(...urls: string[]) {
  return loadWith({}, ...urls)
}

async function loadWith(options: Partial<ImageOptions>, ...urls: string[]) {
  const file = new VFile({ path: join(folder, 'paper.md') })
  const tree: Root = {
    type: 'root',
    children: urls.map((url, index) => ({
      type: 'paragraph',
      children: [
        {
          type: 'image',
          url,
          position: {
            start: { line: index + 1, column: 1 },
            end: { line: index + 1, column: 2 },
          },
        },
      ],
    })),
  }
  const images = await loadImages(tree, file, { browser, ...options })
  return {
    found: [...images.keys()],
    images,
    messages: file.messages.map(
      ({ ruleId, line }) => `${String(line)} ${String(ruleId)}`,
    ),
    reasons: file.messages.map(({ reason }) => reason),
  }
}

test('images beside the paper are embedded, however their names are written', async () => {
  const urls = [
    './그림/구조 1.png',
    './그림/%EA%B5%AC%EC%A1%B0%201.png',
    '그림/가나.png',
    '다라.png'.normalize('NFD'),
    '다라.png?raw=true',
    'a.gif',
    'a.webp',
    'a.avif',
    'a.jpg',
    'a.svg',
    `data:image/png;base64,${png.toString('base64')}`,
  ]
  const { found, images, messages } = await load(...urls)
  expect(messages).toEqual([])
  expect(found).toEqual(urls)
  expect(images.get('그림/가나.png')?.dataUrl).toBe(
    `data:image/png;base64,${png.toString('base64')}`,
  )
  expect(images.get('a.svg')?.dataUrl).toMatch(/^data:image\/svg\+xml;base64,/)
})

test('what is wrong with an image is said as it is', async () => {
  const { reasons } = await load(
    'none.png',
    'A.SVG',
    '../secret.png',
    'link.png',
    'text.png',
    'broken.svg',
    'huge.png',
  )
  expect(reasons).toEqual([
    "Unexpected image `none.png` that is not there, expected a file in the paper's folder",
    "Unexpected image `A.SVG` that is not there, expected a file in the paper's folder",
    "Unexpected image `../secret.png` outside the paper's folder, expected a file in it",
    "Unexpected image `link.png` outside the paper's folder, expected a file in it",
    'Unexpected content of `text.png`, expected a PNG, JPEG, GIF, WebP, AVIF or SVG image',
    'Unexpected content of `broken.svg`, expected a PNG, JPEG, GIF, WebP, AVIF or SVG image',
    'Unexpected size of the image `huge.png`, expected at most 20 MB',
  ])
})

/** A head that promises 65,000 × 65,000 pixels (WebP knows 16,384), and nothing behind it. */
const bombs = {
  'bomb.png': `89504e470d0a1a0a0000000d49484452${'0000fde8'.repeat(2)}0806000000${'00'.repeat(8)}`,
  'bomb.gif': `474946383961${'e8fd'.repeat(2)}f70000${'00'.repeat(24)}`,
  'bomb.webp': `52494646ffffff00574542505650385810000000${'00'.repeat(4)}ff3f00ff3f00${'00'.repeat(8)}`,
  'bomb.jpg': `ffd8ffc0001108${'fde8'.repeat(2)}03${'00'.repeat(24)}`,
  'bomb.avif': `0000001c6674797061766966000000000000001469737065${'00'.repeat(4)}${'0000fde8'.repeat(2)}${'00'.repeat(12)}`,
}

test('an image that would fill the memory is never opened', async () => {
  for (const [name, hex] of Object.entries(bombs))
    await writeFile(join(folder, name), Buffer.from(hex, 'hex'))
  const { found, reasons, messages } = await load(...Object.keys(bombs))
  expect(found).toEqual([])
  expect(messages).toEqual(
    Object.keys(bombs).map((_, index) => `${String(index + 1)} image-missing`),
  )
  expect(reasons).toEqual(
    Object.keys(bombs).map(
      (name) =>
        `Unexpected size of the image \`${name}\`, expected at most 100 megapixels`,
    ),
  )
})

test('the limit of pixels can be changed', async () => {
  await writeFile(
    join(folder, 'small.png'),
    Buffer.from(bombs['bomb.png'].replaceAll('0000fde8', '00000bb8'), 'hex'),
  )
  const { reasons } = await loadWith(
    { limits: { ...standardLimits, pixels: 8 } },
    'small.png',
  )
  expect(reasons).toEqual([
    'Unexpected size of the image `small.png`, expected at most 8 megapixels',
  ])
})

test('nothing outside the folder of the paper is read', async () => {
  const { found, messages } = await load(
    '../secret.png',
    'link.png',
    '%2e%2e/secret.png',
    join(folder, '..', 'secret.png'),
    'file:///etc/passwd',
  )
  expect(found).toEqual([])
  expect(messages).toEqual([
    '1 image-missing',
    '2 image-missing',
    '3 image-missing',
    '4 image-missing',
    '5 image-remote',
  ])
})

test('remote images, missing files and files that are no images are reported once each', async () => {
  const { found, messages } = await load(
    'https://example.com/a.png',
    'none.png',
    'text.png',
    '그림',
    'none.png',
  )
  expect(found).toEqual([])
  expect(messages).toEqual([
    '1 image-remote',
    '2 image-missing',
    '3 image-missing',
    '4 image-missing',
  ])
})

test('images on the web are fetched where that is allowed', async () => {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'image/png').end(png)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/a.png`
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'))
  const refused = await load(url)
  const { images, messages } = await loadWith({ allowRemote: true }, url)
  server.close()
  vi.unstubAllEnvs()
  expect(refused.messages).toEqual(['1 image-remote'])
  expect(messages).toEqual([])
  expect(images.get(url)?.dataUrl).toBe(
    `data:image/png;base64,${png.toString('base64')}`,
  )
})
