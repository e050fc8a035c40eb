import type { QuestionPart } from '../model/paper.ts'
import type { OutlineEntry } from '../print/index.ts'
import { numberLabel } from '../render/labels.ts'
import { shortTitle } from '../render/short-text.ts'

/** A topic of any view, as far as bookmarks need it. */
export interface OutlineTopic {
  readonly title: string
  /** Left out where only topics have bookmarks. */
  readonly questions?: readonly QuestionPart[]
}

/**
 * Names the bookmarks of a PDF: topics, and below them their questions.
 *
 * @param topics topics of any view, in order
 * @param pages 0-based pages by destination, from `destinationPages`
 */
export function outlineOf(
  topics: readonly OutlineTopic[],
  pages: ReadonlyMap<string, number>,
): OutlineEntry[] {
  return topics.flatMap((topic, index) => {
    const children = (topic.questions ?? []).flatMap((question) =>
      entry(questionTitle(question), pages.get(`question-${question.id}`)),
    )
    if (topic.title === '') return children
    return entry(topic.title, pages.get(`topic-${index + 1}`)).map((own) => ({
      ...own,
      children,
    }))
  })
}

function entry(title: string, page: number | undefined): OutlineEntry[] {
  return page === undefined ? [] : [{ title, page }]
}

function questionTitle(question: QuestionPart): string {
  return `${numberLabel(question.number)} ${shortTitle(question, 60)}`
}
