import type { ListItem, PhrasingContent } from 'mdast'
import type { Words } from '../../config/words.ts'
import type { Question, QuestionPart } from '../../model/paper.ts'
import type { DeckQuestion, DeckTopic, DeckView } from '../../view/deck-view.ts'
import { facts, span, text } from './inline.ts'
import { shortened } from './plain-text.ts'
import { portableBody, portableTitle, type BodyContext } from './portable.ts'
import { accentOf, type Slide } from './slide.ts'
import { fill, word } from './words.ts'

/** How much of a topic's title the header repeats. */
const headerLength = 44

/** Makes the slides of one question: `questionSlides` or `askedSlides`. */
type SlidesOfQuestion<Asked extends QuestionPart> = (
  question: DeckQuestion<Asked>,
  topic: number,
  header: string,
  context: BodyContext,
) => Slide[]

/**
 * Makes the slides of a deck, each as tall as its content: fitting them comes later.
 *
 * @param view what to show
 * @param context what bodies have in common: images, words, footnotes
 * @param ofQuestion slides of one question: with answers, or for participants
 */
export function slidesOf<Asked extends QuestionPart = Question>(
  view: DeckView<Asked>,
  context: BodyContext,
  ofQuestion: SlidesOfQuestion<Asked>,
): Slide[] {
  const topics = view.topics.filter(({ title }) => title !== '')
  return [
    titleSlide(view, context.words),
    ...(topics.length > 1 ? [agendaSlide(topics, view, context)] : []),
    ...view.topics.flatMap((topic) =>
      topicSlides(topic, view, context, ofQuestion),
    ),
  ]
}

function titleSlide(view: DeckView<QuestionPart>, words: Words): Slide {
  return {
    kind: 'title',
    classes: [],
    header: '',
    place: '',
    ...(view.round === undefined
      ? {}
      : { tag: fill(words, 'deckRound', view.round) }),
    title: [text(view.title)],
    body: facts([view.date, view.author].filter((fact) => fact !== undefined)),
  }
}

function agendaSlide(
  topics: readonly DeckTopic<QuestionPart>[],
  view: DeckView<QuestionPart>,
  context: BodyContext,
): Slide {
  return {
    kind: 'agenda',
    classes: [],
    header: shortened(view.title, headerLength),
    place: '',
    title: [text(word(context.words, 'deckAgenda'))],
    body: [
      {
        type: 'list',
        ordered: true,
        start: 1,
        spread: false,
        children: topics.map((topic) => agendaItem(topic, context)),
      },
    ],
  }
}

function agendaItem(
  topic: DeckTopic<QuestionPart>,
  context: BodyContext,
): ListItem {
  const { length } = topic.questions
  const children = [
    ...span(
      `topic accent-${accentOf(topic.number)}`,
      headingOf(topic, context),
    ),
    ...(length === 0
      ? []
      : [
          text(' '),
          ...span('count', [
            text(fill(context.words, 'deckQuestionCount', length)),
          ]),
        ]),
  ]
  return {
    type: 'listItem',
    spread: false,
    children: [{ type: 'paragraph', children }],
  }
}

function topicSlides<Asked extends QuestionPart>(
  topic: DeckTopic<Asked>,
  view: DeckView<Asked>,
  context: BodyContext,
  ofQuestion: SlidesOfQuestion<Asked>,
): Slide[] {
  const header = shortened(topic.title || view.title, headerLength)
  return [
    ...(topic.title === '' ? [] : [dividerSlide(topic, context)]),
    ...(topic.situation.length === 0
      ? []
      : [situationSlide(topic, header, context)]),
    ...topic.questions.flatMap((question) =>
      ofQuestion(question, topic.number, header, context),
    ),
  ]
}

function dividerSlide(
  topic: DeckTopic<QuestionPart>,
  context: BodyContext,
): Slide {
  const { length } = topic.questions
  return {
    kind: 'topic',
    classes: [],
    topic: topic.number,
    header: '',
    place: '',
    number: String(topic.number).padStart(2, '0'),
    title: headingOf(topic, context),
    body:
      length === 0
        ? []
        : [
            {
              type: 'paragraph',
              children: [
                text(fill(context.words, 'deckQuestionCount', length)),
              ],
            },
          ],
  }
}

function situationSlide(
  topic: DeckTopic<QuestionPart>,
  header: string,
  context: BodyContext,
): Slide {
  return {
    kind: 'situation',
    classes: [],
    topic: topic.number,
    header,
    place: '',
    title: [text(word(context.words, 'situation'))],
    body: portableBody(topic.situation, context),
  }
}

function headingOf(
  topic: DeckTopic<QuestionPart>,
  context: BodyContext,
): PhrasingContent[] {
  const heading = portableTitle(topic.heading, context)
  return heading.length > 0 ? heading : [text(topic.title)]
}
