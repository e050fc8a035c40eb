import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryFolder, type Folder } from '../support/folder.ts'
import { openRoom, type PlayerRoom } from '../support/player-room.ts'
import { studydeck } from '../support/terminal.ts'

let room: PlayerRoom
let folder: Folder
const paper = await readFile('test/support/paper.md', 'utf8')
const doubtful = paper.slice(0, paper.lastIndexOf('> **[답변]**'))

const build = (...argv: string[]) =>
  studydeck('build', '--out', join(folder.path, 'out'), ...argv)

beforeAll(async () => {
  room = await openRoom()
  folder = await temporaryFolder()
  const good = await folder.write('10회차 #2.md', paper)
  await folder.write('2회차.md', doubtful)
  expect((await build(good, '--only', 'host/deck.html,share')).code).toBe(0)
  // A second build: the gallery keeps what the first one made.
  const bad = join(folder.path, '2회차.md')
  expect((await build(bad, '--only', 'host/answers')).code).toBe(1)
})

afterAll(async () => {
  await room.close()
  await folder[Symbol.asyncDispose]()
})

async function openGallery(
  name = 'out',
  colours = 'light',
  width = 1280,
): Promise<Page> {
  const page = await room.browser.newPage()
  await page.setViewport({ width, height: 800 })
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: colours },
  ])
  const path = join(folder.path, name, 'index.html')
  await page.goto(pathToFileURL(path).href)
  return page
}

/** What stands in the gallery, paper by paper. */
function papersOn(page: Page) {
  return page.$$eval('article', (articles) =>
    articles.map((article) => ({
      text: article
        .querySelector<HTMLElement>('.about')!
        .innerText.replaceAll(/\n+/g, '\n'),
      picture: article.querySelector('img')?.naturalWidth ?? 0,
      groups: [...article.querySelectorAll<HTMLElement>('.group')].map(
        (group) => group.innerText.split('\n').filter(Boolean).join(' | '),
      ),
    })),
  )
}

test('it shows every paper with its counts, its title slide and what can be opened', async () => {
  const page = await openGallery()
  const title = '백엔드 스터디 6회차 문제\n2026-02-06\n주제 2개문제 3개'
  expect(await papersOn(page)).toEqual([
    {
      text: title,
      picture: 0,
      groups: [
        '진행자용 | 정답과 해설 1쪽',
        '참가자용 | 나눠 줄 파일이 없습니다. 문제지의 오류를 먼저 고치세요.',
      ],
    },
    {
      text: title,
      picture: 640,
      groups: [
        expect.stringMatching(/^진행자용 \| 슬라이드 \d+장$/),
        '참가자용 | 활동지 2쪽 | 노트 | Jupyter 노트북',
      ],
    },
  ])
})

test('every link leads to a file that is there', async () => {
  const page = await openGallery()
  const links = await page.$$eval('a', (all) => all.map(({ href }) => href))
  expect(links).toHaveLength(5)
  for (const link of links)
    expect((await readFile(new URL(link))).length, link).toBeGreaterThan(0)
})

test('the picture is the title slide, without what lies around it', async () => {
  const page = await openGallery()
  const corners = await page.$eval('img', (image) => {
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth
    canvas.height = image.naturalHeight
    const context = canvas.getContext('2d', { willReadFrequently: true })!
    context.drawImage(image, 0, 0)
    return [
      [0, 0],
      [639, 0],
      [320, 100],
    ].map(([x = 0, y = 0]) => [...context.getImageData(x, y, 1, 1).data])
  })
  expect(corners).toEqual(corners.map(() => [20, 23, 31, 255]))
})

test.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 320],
])('axe finds nothing to mend, %s, %i px wide', async (colours, width) => {
  const page = await openGallery('out', colours, width)
  await page.evaluate(axe.source)
  const violations = await page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as { axe: typeof axe }
    return (await run.run()).violations.map(({ id, nodes }) => [
      id,
      nodes.map(({ html }) => html),
    ])
  })
  expect(violations).toEqual([])
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth),
  ).toBeLessThanOrEqual(width)
})

test('it needs nothing but itself, and two builds give the same bytes', async () => {
  expect(room.problems).toEqual([])
  const path = join(folder.path, 'out/index.html')
  const first = await readFile(path)
  await rm(path)
  await build(join(folder.path, '2회차.md'), '--only', 'host/answers')
  expect((await readFile(path)).equals(first)).toBe(true)
})

test('--site makes a folder of what participants get, and takes back what is withheld', async () => {
  const site = join(folder.path, 'site')
  const path = join(folder.path, '10회차 #2.md')
  await build(path, '--only', 'share', '--site', site)
  expect(await folder.files('site')).toEqual([
    '10회차 #2/share/notebook.html',
    '10회차 #2/share/notebook.ipynb',
    '10회차 #2/share/worksheet.pdf',
    'index.html',
  ])
  const page = await openGallery('site')
  expect(await papersOn(page)).toMatchObject([
    { picture: 0, groups: ['참가자용 | 활동지 2쪽 | 노트 | Jupyter 노트북'] },
  ])
  await folder.write('10회차 #2.md', doubtful)
  await build(path, '--only', 'share', '--site', site)
  expect(await folder.files('site')).toEqual(['index.html'])
  await page.reload()
  expect(await page.$eval('main', (main) => main.innerText)).toContain(
    '아직 만든 자료가 없습니다.',
  )
})

test('of a paper that cannot be read any more it says that nothing is handed out', async () => {
  const out = join(folder.path, 'emptied')
  const path = await folder.write('비움.md', paper)
  const only = ['--out', out, '--only', 'share/notebook.ipynb']
  const withheld = async () =>
    (await readFile(join(out, 'index.html'), 'utf8')).includes(
      '<p class="withheld">',
    )
  expect((await studydeck('build', path, ...only)).code).toBe(0)
  expect(await withheld()).toBe(false)
  await folder.write('비움.md', '')
  expect((await studydeck('build', path, ...only)).code).toBe(1)
  expect(await folder.files('emptied')).not.toContain(
    '비움/share/notebook.ipynb',
  )
  expect(await withheld()).toBe(true)
  await folder.write('비움.md', paper)
  expect((await studydeck('build', path, ...only)).code).toBe(0)
  expect(await folder.files('emptied')).toContain('비움/share/notebook.ipynb')
  expect(await withheld()).toBe(false)
})

test("somebody's own index.html is left alone", async () => {
  await using other = await temporaryFolder()
  const path = await other.write('1회차.md', paper)
  await other.write('index.html', '<title>My site</title>')
  const { code, error } = await studydeck('build', path, '--out', other.path)
  expect(code).toBe(2)
  expect(error).toMatch(
    /^studydeck: Cannot write .*index.html, which studydeck did not make, choose another folder with --out\n$/,
  )
  expect(await other.files()).toEqual(['1회차.md', 'index.html'])
  const out = join(other.path, 'out')
  const same = await studydeck('build', path, '--out', out, '--site', out)
  expect(same.code).toBe(2)
  expect(same.error).toContain('choose another folder with --site')
})
