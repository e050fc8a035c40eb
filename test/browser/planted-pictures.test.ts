import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutputName } from '../../src/model/output.ts'
import { buildPaper } from '../../src/pipeline/build-paper.ts'
import { Browser } from '../../src/print/index.ts'
import { temporaryFolder } from '../support/folder.ts'

const browser = new Browser()
afterAll(() => browser.close())

/** Pictures of one size in every format, by extension: [of the question, of the answer]. */
const pictures = new Map<string, readonly [Buffer, Buffer]>()
const width = 300
const height = 200

beforeAll(async () => {
  for (const type of ['png', 'jpeg', 'webp']) {
    const drawn = await browser.withPage('<!doctype html>', (page) =>
      page.evaluate(drawBoth, { type, width, height }),
    )
    pictures.set(type, [bytesOf(drawn[0]), bytesOf(drawn[1])])
  }
  pictures.set('gif', [gifOf(1), gifOf(2)])
  // No browser writes AVIF: these two are of one colour each, beside white.
  pictures.set('avif', [drawnBefore('question'), drawnBefore('answer')])
  pictures.set('svg', [svgOf('circle r="90"'), svgOf('path d="M9 9h90v90"')])
})

function drawnBefore(name: string): Buffer {
  return readFileSync(new URL(`pictures/${name}.avif`, import.meta.url))
}

/** Runs in the page. */
function drawBoth(options: {
  type: string
  width: number
  height: number
}): [string, string] {
  const draw = (colour: string): string => {
    const canvas = document.createElement('canvas')
    canvas.width = options.width
    canvas.height = options.height
    const context = canvas.getContext('2d')
    if (!context) return ''
    context.fillStyle = colour
    context.fillRect(9, 9, 99, 99)
    return canvas.toDataURL(`image/${options.type}`)
  }
  return [draw('tomato'), draw('teal')]
}

function bytesOf(dataUrl: string): Buffer {
  return Buffer.from(dataUrl.replace(/^.*,/, ''), 'base64')
}

/**
 * A GIF of one colour, without compression: no code is reached that has more bits.
 *
 * @see https://www.w3.org/Graphics/GIF/spec-gif89a.txt appendix F
 */
function gifOf(colour: number): Buffer {
  const head = Buffer.alloc(13)
  head.write('GIF89a')
  head.writeUInt16LE(width, 6)
  head.writeUInt16LE(height, 8)
  head.set([0xf6, 0, 0], 10)
  const image = Buffer.from([0x2c, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7])
  image.writeUInt16LE(width, 5)
  image.writeUInt16LE(height, 7)
  const [clear, end] = [128, 129]
  const blocks = Array.from({ length: (width * height) / 100 }, () =>
    Buffer.from([101, clear, ...Array<number>(100).fill(colour)]),
  )
  return Buffer.concat([
    head,
    Buffer.from(Array.from({ length: 128 * 3 }, (_, at) => at % 256)),
    image,
    ...blocks,
    Buffer.from([1, end, 0, 0x3b]),
  ])
}

/** Without a word, and with what is cleaned away. */
function svgOf(shape: string): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><script>1</script><${shape}/></svg>`,
  )
}

/** Builds a paper whose answer alone has a picture, with a template that shows one of the two. */
async function buildWith(
  type: string,
  planted: 0 | 1,
  template: string,
  output: OutputName,
): Promise<{ files: string[]; rules: string[] }> {
  await using folder = await temporaryFolder()
  const both = pictures.get(type)!
  await folder.write(`question.${type}`, both[0])
  await folder.write(`answer.${type}`, both[1])
  const path = await folder.write(
    'paper.md',
    `# 시험\n\n## 첫째\n\n### 상황\n\n느립니다.\n\n### 문제\n\n1. 무엇인가? ![](question.${type})\n\n> **[답변]** ![](answer.${type})\n`,
  )
  const media = type === 'svg' ? 'svg+xml' : type
  const image = `<img src="data:image/${media};base64,${both[planted].toString('base64')}">`
  await folder.write(
    `templates/${template}`,
    readFileSync(`templates/${template}`, 'utf8').replace(
      /<body[^>]*>/,
      (body) => `${body}${image}`,
    ),
  )
  const { files, file } = await buildPaper(path, {
    browser,
    folder: 'paper',
    wanted: new Set([output]),
    templates: `${folder.path}/templates`,
  })
  return {
    files: files.map((each) => each.path),
    rules: file.messages.map(({ ruleId }) => ruleId ?? ''),
  }
}

test.each([
  ...['png', 'jpeg', 'webp', 'gif', 'avif', 'svg'].map(
    (type) => [type, 'worksheet.hbs', 'share/worksheet.pdf'] as const,
  ),
  ['webp', 'passage.hbs', 'share/passage.pdf'],
  ['webp', 'handout.hbs', 'share/handout.pdf'],
  ['webp', 'deck.html.hbs', 'share/deck-questions.pdf'],
] as const)(
  'a %s that only the answer has is found behind %s, and %s is not written',
  async (type, template, output) => {
    expect(await buildWith(type, 1, template, output)).toEqual({
      files: [],
      rules: ['answer-leaked'],
    })
    expect(await buildWith(type, 0, template, output)).toEqual({
      files: [`paper/${output}`],
      rules: [],
    })
  },
  60_000,
)
