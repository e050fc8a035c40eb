import { readFileSync } from 'node:fs'
import type { Paper } from '../../src/model/paper.ts'
import type { Images } from '../../src/model/image.ts'
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
