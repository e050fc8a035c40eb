import type { GalleryCard } from '../model/gallery-card.ts'
import type { OutputFile } from '../model/output.ts'
import type { Paper } from '../model/paper.ts'

/**
 * Takes from a paper and its outputs what the gallery shows.
 *
 * @param paper any paper
 * @param files its outputs, with paths below its folder
 * @param withheld whether participants get nothing
 */
export function cardOf(
  paper: Paper,
  files: readonly OutputFile[],
  withheld: boolean,
): GalleryCard {
  const { title, lang, round, date, topics } = paper
  const thumbnail = files.find((file) => file.thumbnail)?.thumbnail
  return {
    title,
    lang,
    ...(round === undefined ? {} : { round }),
    ...(date === undefined ? {} : { date }),
    topics: topics.filter((topic) => topic.title !== '').length,
    questions: topics.reduce((sum, topic) => sum + topic.questions.length, 0),
    pages: Object.fromEntries(
      files.flatMap(({ path, pages }) =>
        pages === undefined ? [] : [[path, pages]],
      ),
    ),
    ...(thumbnail === undefined ? {} : { thumbnail: pngUrl(thumbnail) }),
    withheld,
  }
}

/**
 * What is known of outputs of an earlier build stays true as long as they are not made again.
 *
 * @param earlier card of the files on disk
 * @param card of this build
 */
export function mergeCards(
  earlier: GalleryCard | undefined,
  card: GalleryCard,
): GalleryCard {
  const thumbnail = card.thumbnail ?? earlier?.thumbnail
  return {
    ...card,
    pages: { ...earlier?.pages, ...card.pages },
    ...(thumbnail === undefined ? {} : { thumbnail }),
  }
}

function pngUrl(png: Uint8Array): string {
  return `data:image/png;base64,${Buffer.from(png).toString('base64')}`
}
