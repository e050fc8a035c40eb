/**
 * Runs in the page: takes away the last rows to write on when a page would have nothing else.
 *
 * Columns as tall and wide as a page break where pages will, so the document is laid out in columns for a moment.
 * Where more than a third of the question's rows stand on the last page, that is space which is wanted, and stays.
 *
 * @returns how many pages there will be
 * @param question selector of questions; the last one's rows may go
 */
export function trimLastPage(question: string): number {
  const { style } = document.body
  const width = document.body.getBoundingClientRect().width
  style.columnWidth = `${width}px`
  style.columnGap = '0'
  style.columnFill = 'auto'
  style.height = 'var(--text-height)'
  const columnOf = (element: Element): number =>
    Math.floor((element.getBoundingClientRect().left + 1) / width)
  const rows = [...document.querySelectorAll(question)]
    .slice(-1)
    .flatMap((last) => [...last.querySelectorAll('.space > *')])
  const lastColumn = Math.max(0, ...rows.map(columnOf))
  const alone = rows.filter((row) => columnOf(row) === lastColumn)
  if (alone.length <= rows.length / 3) for (const row of alone) row.remove()
  const pages = Math.round(document.body.scrollWidth / width)
  for (const name of ['column-width', 'column-gap', 'column-fill', 'height'])
    style.removeProperty(name)
  return pages
}
