import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { wordsOf } from '../../src/config/words.ts'
import type { Images } from '../../src/model/image.ts'
import { outputNames } from '../../src/model/output.ts'
import type { Paper } from '../../src/model/paper.ts'
import type { BuildContext } from '../../src/pipeline/context.ts'
import type { Browser } from '../../src/print/index.ts'
import { split } from './split.ts'

/** A paper with one of everything that paper and notebooks show. */
export const onPaperMarkdown = readFileSync(
  'test/fixtures/on-paper/input.md',
  'utf8',
)

/** `onPaperMarkdown`, split. */
export function onPaper(): Paper {
  return split(onPaperMarkdown).paper
}

/** One red pixel, for the image of `onPaperMarkdown`. */
export const onePixel: Images = new Map([
  [
    './handshake.png',
    {
      dataUrl:
        'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
    },
  ],
])

/** What `onPaper` is built with: every output, in Korean. */
export function contextOnPaper(browser: Browser): BuildContext {
  return {
    file: new VFile({ path: 'paper.md' }),
    browser,
    images: onePixel,
    words: wordsOf('ko'),
    wanted: new Set(outputNames),
  }
}
