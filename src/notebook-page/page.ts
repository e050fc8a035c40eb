/** Words that the script shows: `data-…` of the body, filled from `templates/locales/`. */
export type PageWord =
  | 'showAll'
  | 'hideAll'
  | 'found'
  | 'notKept'
  | 'imported'
  | 'notImported'
  | 'exportName'

/**
 * A word of the page.
 *
 * @param name which one
 * @param n what stands for `{n}`
 */
export function pageWord(name: PageWord, n?: number): string {
  return (document.body.dataset[name] ?? '').replace('{n}', String(n))
}

/**
 * Elements of the page, in order.
 *
 * @param selector CSS selector
 * @param type what they must be; others are left out
 */
export function all<Kind extends Element>(
  selector: string,
  type: abstract new () => Kind,
  root: ParentNode = document,
): Kind[] {
  return [...root.querySelectorAll(selector)].filter(
    (element): element is Kind => element instanceof type,
  )
}

/**
 * Runs a handler for an event of the one element that a selector finds; a user's own template may have left it out.
 *
 * @param selector CSS selector
 * @param type name of the event
 */
export function on(
  selector: string,
  type: string,
  handler: (element: HTMLElement) => void,
): void {
  for (const element of all(selector, HTMLElement))
    element.addEventListener(type, () => {
      handler(element)
    })
}

/**
 * Tells readers, and those who listen, what happened.
 *
 * @param text one sentence
 */
export function say(text: string): void {
  for (const status of all('[role=status]', HTMLElement))
    status.textContent = text
}
