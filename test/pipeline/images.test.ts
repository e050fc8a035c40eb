import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Root } from 'mdast'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { VFile } from 'vfile'
import { loadImages } from '../../src/pipeline/images.ts'

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

async function load(...urls: string[]) {
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
  const images = await loadImages(tree, file)
  return {
    found: [...images.keys()],
    images,
    messages: file.messages.map(
      ({ ruleId, line }) => `${String(line)} ${String(ruleId)}`,
    ),
  }
}

test('images beside the paper are embedded, however their names are written', async () => {
  const urls = [
    './그림/구조 1.png',
    './그림/%EA%B5%AC%EC%A1%B0%201.png',
    '그림/가나.png',
    'a.svg',
  ]
  const { found, images, messages } = await load(...urls)
  expect(messages).toEqual([])
  expect(found).toEqual(urls)
  expect(images.get('그림/가나.png')?.dataUrl).toBe(
    `data:image/png;base64,${png.toString('base64')}`,
  )
  expect(images.get('a.svg')?.dataUrl).toMatch(/^data:image\/svg\+xml;base64,/)
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
