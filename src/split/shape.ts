/** How a question begins. */
export type Shape =
  | 'heading'
  | 'label'
  | 'quoted-label'
  | 'title'
  | 'bold-number'
  | 'item'
  | 'quote'
  | 'row'
  | 'paragraph'
  | 'bullet'

/**
 * Whether a question that begins this way is one for sure: a list item or a plain paragraph may be part of an answer.
 *
 * @param shape how it begins
 */
export function isSureStart(shape: Shape): boolean {
  return (
    shape === 'heading' ||
    shape === 'label' ||
    shape === 'title' ||
    shape === 'row'
  )
}

/** A place at which a question begins. */
export interface BodyStart {
  readonly at: number
  readonly shape: Shape
}
