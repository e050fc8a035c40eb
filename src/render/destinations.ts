/**
 * Invisible links to every topic and question of a document, so that the browser writes the page of each into the PDF
 * as a named destination (`topic-1`, `question-1-2`), from which bookmarks are made.
 *
 * @param topics topics of any view, in order
 */
export function destinationLinks(
  topics: readonly {
    readonly title: string
    readonly questions?: readonly { readonly id: string }[]
  }[],
): string {
  return linksTo(
    topics.flatMap(({ questions = [] }, index) => [
      `topic-${index + 1}`,
      ...questions.map(({ id }) => `question-${id}`),
    ]),
  )
}

/** Invisible links to elements by their ids. */
export function linksTo(ids: readonly string[]): string {
  return `<div hidden>${ids.map((id) => `<a href="#${id}"></a>`).join('')}</div>`
}
