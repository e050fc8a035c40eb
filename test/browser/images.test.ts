import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { cleanSvg } from '../../src/images/clean-svg.ts'
import { dataUrlOf, shrink } from '../../src/images/shrink.ts'
import { Browser } from '../../src/print/index.ts'
import { imagePrint } from '../../src/gate/image-print.ts'
import { pngOf } from '../gate/planted.ts'
import { temporaryFolder } from '../support/folder.ts'
import { readPdf } from '../support/pdf.ts'
import { studydeck } from '../support/terminal.ts'

const browser = new Browser()

afterAll(() => browser.close())

/** Noise on the left half, white on the right one: its sides can be told. */
const noise = (x: number, y: number): number =>
  x < 4000 ? (x * 2654435761 + y * 40503 * x) % 251 : 255

function bytesOf(dataUrl: string): Buffer {
  return Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64')
}

test('an image with more pixels than a projector is scaled, always to the same bytes', async () => {
  const huge = bytesOf(pngOf(8000, 400, noise))
  const scaled = await shrink(huge, 'image/png', browser)
  expect(imagePrint(bytesOf(scaled!)).size).toEqual({
    width: 2560,
    height: 128,
  })
  expect(await shrink(huge, 'image/png', browser)).toBe(scaled)
  const whites = await browser.withPage('<!doctype html>', (page) =>
    page.evaluate(async (url) => {
      const image = new Image()
      image.src = url
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.naturalWidth
      canvas.height = image.naturalHeight
      const context = canvas.getContext('2d')!
      context.drawImage(image, 0, 0)
      return [100, 2400].map((x) => {
        const { data } = context.getImageData(x, 30, 60, 60)
        return data.every((value) => value === 255)
      })
    }, scaled!),
  )
  expect(whites).toEqual([false, true])
})

test('an image that fits stays as it is, and one that cannot be drawn is none', async () => {
  const small = bytesOf(pngOf(2560, 10))
  expect(await shrink(small, 'image/png', browser)).toBe(
    dataUrlOf(small, 'image/png'),
  )
  const broken = bytesOf(pngOf(3000, 10)).fill(0, 40)
  expect(await shrink(broken, 'image/png', browser)).toBeUndefined()
})

/** PNG of what a picture shows on a page. */
async function drawn(svg: string): Promise<string> {
  const cleaned = await cleanSvg(svg)
  const url = dataUrlOf(Buffer.from(cleaned!), 'image/svg+xml')
  const shot = await browser.withPage(
    `<!doctype html><body style="margin:0"><img src="${url}">`,
    (page) => page.screenshot({ x: 0, y: 0, width: 60, height: 60 }),
  )
  return Buffer.from(shot).toString('base64')
}

test('Hangul in an SVG is drawn, though no font of the machine has it', async () => {
  const of = (letter: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><text x="10" y="45" font-size="40" font-family="sans-serif">${letter}</text></svg>`
  // Empty boxes would all look the same.
  expect(await drawn(of('가'))).not.toBe(await drawn(of('뷁')))
  expect(await drawn(of('가'))).not.toBe(await drawn(of('　')))
})

test('a paper shows its images, and the place of those it lacks, and answers keep theirs', async () => {
  await using folder = await temporaryFolder()
  await folder.write('그림/질문.png', bytesOf(pngOf(41, 31)))
  await folder.write('그림/답.png', bytesOf(pngOf(43, 33)))
  const path = await folder.write(
    '1회차.md',
    [
      '# 스터디 1회차',
      '1. 무엇인가? ![상자](그림/질문.png) ![화살표](none.png) [기록](./a.pdf)',
      '> **[답변]** 요청입니다. ![요청](그림/%EB%8B%B5.png)',
    ].join('\n\n'),
  )
  const out = join(folder.path, 'out')
  const { code, error } = await studydeck('build', path, '--out', out)
  expect(code).toBe(0)
  expect(error).toMatch(/1회차\.md\n {2}3:27-3:43 .* image-missing/)
  expect(error).toContain('that is not there')
  expect(error).toContain('Unexpected link to the file `./a.pdf`')
  const text = async (name: string): Promise<string> =>
    readFile(join(out, '1회차', name), 'utf8')
  const pdf = async (name: string) =>
    (await readPdf(await readFile(join(out, '1회차', name)))).pages

  for (const name of ['host/deck.html', 'share/notebook.html']) {
    const html = await text(name)
    expect(html, name).toContain(pngOf(41, 31))
    expect(html, name).toMatch(/class="missing"[^>]*>(?:그림 없음|그림을 넣을)/)
    expect(html, name).not.toMatch(/href="[^"]*a\.pdf"/)
    expect(html.includes(pngOf(43, 33)), name).toBe(name.startsWith('host'))
  }
  for (const name of ['host/deck.pdf', 'share/worksheet.pdf']) {
    const pages = await pdf(name)
    const shown = pages.map((page) => page.text.replaceAll(/\s/g, '')).join('')
    expect(shown, name).toMatch(/그림없음|그림을넣을수없습니다/)
    expect(shown, name).toContain('기록')
    expect(pages.flatMap(({ links }) => links)).toEqual([])
  }
  for (const folderName of ['host', 'share']) {
    const notebook = await text(`${folderName}/notebook.ipynb`)
    const images = [41, 43].map((width) =>
      notebook.includes(pngOf(width, width - 10).split(',')[1]!),
    )
    expect(images).toEqual([true, folderName === 'host'])
    expect(notebook).toContain('[그림 없음]')
  }
})
