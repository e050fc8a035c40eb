/** Where a character of a text stands. */
export function characterRect(node: Text, index: number): DOMRect {
  const range = document.createRange()
  range.setStart(node, index)
  range.setEnd(node, index + 1)
  return range.getBoundingClientRect()
}
