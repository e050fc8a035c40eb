import { wordsOf } from '../config/words.ts'
import type { GalleryPaper } from '../model/gallery-card.ts'
import type { Lang } from '../model/paper.ts'
import { galleryHtml } from '../render/gallery-html.ts'
import { withPolicy } from '../render/policy.ts'
import { embedFonts } from '../render/print-html/fonts.ts'

/** How a gallery looks. */
export interface GalleryOptions {
  /** Language of its own words. @default 'ko' */
  readonly lang?: Lang
  /** Folder whose templates win over ours. */
  readonly templates?: string
}

/**
 * Makes the gallery of some papers, fonts included. The same papers give the same bytes.
 *
 * @param papers in the order in which they are shown
 * @param inputs hash of what it is made of, to be known again by
 * @param isForParticipants whether it is to stand on a site without the host's files
 * @throws {BuildError} `TEMPLATE_INVALID`
 */
export async function galleryPage(
  papers: readonly GalleryPaper[],
  { lang = 'ko', templates }: GalleryOptions,
  inputs: string,
  isForParticipants = false,
): Promise<string> {
  const html = galleryHtml(papers, {
    lang,
    words: wordsOf(lang),
    isShared: isForParticipants,
    inputs,
    ...(templates === undefined ? {} : { templates }),
  })
  return withPolicy((await embedFonts(html)).html)
}
