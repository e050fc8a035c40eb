import { renderTemplate, templateText } from '../templates.ts'
import { plainText } from './plain-text.ts'
import type { Slide } from './slide.ts'

/** Everything that one page with slides is made of. */
export interface DeckPage {
  readonly title: string
  readonly author?: string
  readonly lang: string
  /** Colours that the page starts with. @default 'light' */
  readonly colours?: string
  /** Minutes to discuss a question that does not name its own. @default the player's */
  readonly minutes?: number
  readonly slides: readonly Slide[]
  /** What Marp made of the slides, in the same order. */
  readonly sections: readonly string[]
  readonly themeCss: string
  readonly fontCss: string
  /** What the player says, where it is not Korean. */
  readonly playerWords?: Readonly<Record<string, string>>
  /** The player's script; left out where nothing is to run. */
  readonly player?: string
}

/**
 * Puts slides into one self-contained page: see "deck.html" in ARCHITECTURE.md for its elements.
 *
 * Whoever hands it out gives it its policy first (`withPolicy`).
 *
 * @param templates user's folder of templates
 */
export function deckHtml(page: DeckPage, templates?: string): string {
  const player = page.player ?? ''
  return renderTemplate(
    'deck.html.hbs',
    {
      title: page.title,
      author: page.author ?? '',
      lang: page.lang,
      colours: page.colours ?? 'light',
      minutes: page.minutes,
      fonts: page.fontCss,
      theme: page.themeCss,
      frame: templateText('deck.css', templates),
      player,
      playerWords: page.playerWords ? jsonInHtml(page.playerWords) : '',
      slides: page.slides.map((slide, index) => ({
        data: dataOf(slide),
        section: page.sections[index] ?? '',
        notes: slide.notes ?? [],
      })),
    },
    templates,
  )
}

/** JSON that no `</script>` can end. */
function jsonInHtml(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`)
}

function dataOf(slide: Slide): { name: string; value: string }[] {
  const { kind, topic, question, part, minutes } = slide
  const values = {
    kind,
    topic,
    question,
    part: part ? `${part.index}/${part.of}` : undefined,
    minutes,
    title: titleOf(slide),
  }
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value: String(value) }],
  )
}

/** Title for lists: without number, label and part. */
function titleOf({ title, body }: Slide): string {
  return plainText(title) || plainText(body).slice(0, 80)
}
