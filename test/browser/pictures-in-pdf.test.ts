import { afterAll, expect, test } from 'vitest'
import { gate } from '../../src/gate/index.ts'
import { Browser } from '../../src/print/index.ts'
import { paperOf } from '../gate/paper-of.ts'

const browser = new Browser()
afterAll(() => browser.close())

/** Two pictures of one size, as screenshots and drawing programs write them. */
async function twoPictures(
  opacity: number,
): Promise<readonly [string, string]> {
  return browser.withPage('<!doctype html>', (page) =>
    page.evaluate(drawBoth, opacity),
  )
}

/** Runs in the page. */
function drawBoth(opacity: number): [string, string] {
  const draw = (text: string): string => {
    const canvas = document.createElement('canvas')
    canvas.width = 300
    canvas.height = 200
    const context = canvas.getContext('2d')
    if (!context) return ''
    const colours = context.createLinearGradient(0, 0, 300, 200)
    colours.addColorStop(0, 'tomato')
    colours.addColorStop(1, 'teal')
    context.globalAlpha = opacity
    context.fillStyle = colours
    context.fillRect(0, 0, 300, 200)
    context.globalAlpha = 1
    context.fillStyle = 'black'
    context.font = '40px sans-serif'
    context.fillText(text, 20, 100)
    return canvas.toDataURL('image/png')
  }
  return [draw('question'), draw('answer')]
}

const paper = paperOf('상황', [
  { prompt: '무엇인가? ![](question.png)', answer: '![](answer.png)' },
])

test.each([
  ['opaque', 1],
  ['that one can see through', 0.5],
])(
  'a picture of an answer is found in a PDF among %s ones of its size',
  async (_, opacity) => {
    const [question, answer] = await twoPictures(opacity)
    const images = new Map([
      ['question.png', { dataUrl: question }],
      ['answer.png', { dataUrl: answer }],
    ])
    const placesIn = async (url: string) => {
      const contents = await browser.withPage(
        `<!doctype html><img src="${url}">`,
        (page) => page.pdf(),
      )
      const { hits } = await gate(
        paper,
        [{ path: 'share/worksheet.pdf', contents }],
        { images },
      )
      return hits.map(({ place, line }) => `${place} ${line}`)
    }
    expect(await placesIn(question)).toEqual([])
    expect(await placesIn(answer)).toEqual(['images 10'])
  },
)
