import { plainText } from './plain-text.ts'
import { stepsOf, type Step } from './steps.ts'

/** What a slide shows; `summary` is the player's own last slide. */
type SlideKind =
  'title' | 'agenda' | 'topic' | 'situation' | 'question' | 'answer' | 'summary'

/** One slide of the page. */
export interface PlayerSlide {
  readonly index: number
  /** The `.slide` box, 1280 × 720 CSS pixels before scaling. */
  readonly element: HTMLElement
  readonly section: HTMLElement
  readonly kind: SlideKind
  /** 1-based; 0 before the first topic. */
  readonly topic: number
  /** Id such as `2-3`; empty where the slide belongs to no question. */
  readonly question: string
  readonly title: string
  /** At least one; only answers have more. */
  readonly steps: readonly Step[]
  /** Name in the address: `q2-3`, `a2-3/2` … */
  readonly address: string
  /** Planned minutes of the question, or of the slide where there is none. */
  readonly minutes: number
}

/** One question with the slides that show it. */
export interface PlayerQuestion {
  readonly id: string
  readonly title: string
  readonly topic: number
  readonly minutes: number
  readonly slides: readonly PlayerSlide[]
}

/** Everything that the player knows about the page; read again where somebody changes it. */
export interface PlayerDeck {
  slides: readonly PlayerSlide[]
  questions: readonly PlayerQuestion[]
  /** Titles by topic number. */
  topics: ReadonlyMap<number, string>
  /** Pages without the player's own summary. */
  pages: number
}

const fallbackMinutes = 5

/** Reads the slides of the page. */
export function readDeck(main: HTMLElement): PlayerDeck {
  const planned = Number(main.dataset['defaultMinutes']) || fallbackMinutes
  const seen = new Map<string, number>()
  const slides = [...main.querySelectorAll<HTMLElement>(':scope > .slide')].map(
    (element, index) => {
      const slide = readSlide(element, index, planned)
      const times = (seen.get(slide.address) ?? 0) + 1
      seen.set(slide.address, times)
      return times === 1
        ? slide
        : { ...slide, address: `${slide.address}/${times}` }
    },
  )
  return {
    slides,
    questions: readQuestions(slides),
    topics: new Map(
      slides
        .filter(({ kind }) => kind === 'topic')
        .map(({ topic, title }) => [topic, title]),
    ),
    pages: slides.filter((slide) => slide.kind !== 'summary').length,
  }
}

function readSlide(
  element: HTMLElement,
  index: number,
  planned: number,
): PlayerSlide {
  const data = element.dataset
  const section = element.querySelector('section') ?? element
  const kind = (data['kind'] ?? 'title') as SlideKind
  const topic = Number(data['topic'] ?? 0)
  const question = data['question'] ?? ''
  const heading = section.querySelector('h1, h2, h3')
  const steps = kind === 'answer' ? stepsOf(section) : []
  return {
    index,
    element,
    section,
    kind,
    topic,
    question,
    title: data['title'] ?? (heading ? plainText(heading) : ''),
    steps: steps.length > 0 ? steps : [[]],
    address: addressOf(kind, topic, question, index),
    minutes: Number(data['minutes']) || planned,
  }
}

function addressOf(
  kind: SlideKind,
  topic: number,
  question: string,
  index: number,
): string {
  if (kind === 'summary') return 'end'
  if (question) return `${kind === 'answer' ? 'a' : 'q'}${question}`
  if (topic) return `${kind === 'situation' ? 's' : 't'}${topic}`
  return String(index + 1)
}

function readQuestions(slides: readonly PlayerSlide[]): PlayerQuestion[] {
  const own = (id: string): PlayerSlide[] =>
    slides.filter(({ question }) => question === id)
  return slides
    .filter((slide) => slide.question && own(slide.question)[0] === slide)
    .map(({ question: id, title, topic, minutes }) => ({
      id,
      title,
      topic,
      minutes,
      slides: own(id),
    }))
}
