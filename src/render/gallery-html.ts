import { paperFacts } from './paper-facts.ts'
import { renderTemplate, templateText } from './templates.ts'
import { word } from '../config/word.ts'
import type { Words } from '../config/words.ts'
import type { GalleryPaper } from '../model/gallery-card.ts'
import { isShared, outputNames, type OutputName } from '../model/output.ts'
import type { Lang } from '../model/paper.ts'

/** What a gallery is made with besides its papers. */
export interface GalleryHtmlOptions {
  readonly lang: Lang
  readonly words: Words
  /** Whether it is for participants alone: nothing of the host's is in it, not even a picture of a slide. */
  readonly isShared: boolean
  /** Hash of what it is made of, to be known again by. */
  readonly inputs: string
  /** User's folder of templates. */
  readonly templates?: string
}

/** Key of each output's name in `templates/locales/*.json`. */
const labels: Readonly<Record<OutputName, string>> = {
  'host/deck.html': 'galleryDeck',
  'host/deck.pdf': 'galleryDeckPdf',
  'host/deck.md': 'galleryDeckMd',
  'host/answers.pdf': 'galleryAnswers',
  'host/notebook.html': 'galleryNotebook',
  'host/notebook.ipynb': 'galleryJupyter',
  'share/worksheet.pdf': 'galleryWorksheet',
  'share/notebook.html': 'galleryNotebook',
  'share/notebook.ipynb': 'galleryJupyter',
  'share/passage.pdf': 'passage',
  'share/handout.pdf': 'galleryHandout',
  'share/deck-questions.pdf': 'galleryQuestionDeck',
}

/**
 * Makes `index.html`, the page with everything that was built, as one document without its fonts.
 *
 * @param papers in the order in which they are shown
 * @param options for whom it is, and its language
 * @throws {BuildError} `TEMPLATE_INVALID`
 */
export function galleryHtml(
  papers: readonly GalleryPaper[],
  options: GalleryHtmlOptions,
): string {
  const { lang, words, templates } = options
  return renderTemplate(
    'gallery.hbs',
    {
      lang,
      title: word(words, options.isShared ? 'galleryShare' : 'gallery'),
      words,
      inputs: options.inputs,
      css: templateText('gallery.css', templates),
      papers: papers.map((paper) => paperData(paper, options)),
    },
    templates,
  )
}

function paperData(
  { folder, card, files }: GalleryPaper,
  options: GalleryHtmlOptions,
): object {
  const { words } = options
  const link = (name: OutputName): object => ({
    href: [folder, ...name.split('/')].map(encodeURIComponent).join('/'),
    label: word(words, labels[name]),
    pages: pagesOf(name, card.pages[name], words),
  })
  const group = (name: 'host' | 'share'): object => ({
    name,
    label: word(words, `gallery${name === 'host' ? 'Host' : 'Share'}Links`),
    links: outputNames
      .filter((one) => isShared(one) === (name === 'share'))
      .filter((one) => files.includes(one))
      .map(link),
  })
  return {
    folder,
    lang: card.lang,
    title: card.title,
    facts: paperFacts(card, words),
    counts: [
      word(words, 'galleryTopics', card.topics),
      word(words, 'galleryQuestions', card.questions),
    ],
    thumbnail: options.isShared ? undefined : card.thumbnail,
    groups: [
      ...(files.some((one) => !isShared(one)) && !options.isShared
        ? [group('host')]
        : []),
      ...(card.withheld || files.some(isShared) ? [group('share')] : []),
    ],
  }
}

function pagesOf(
  name: OutputName,
  pages: number | undefined,
  words: Words,
): string {
  if (pages === undefined) return ''
  const isDeck = /\/deck\b/.test(name)
  return word(words, isDeck ? 'gallerySlides' : 'galleryPages', pages)
}
