import { all, pageWord, say } from './page.ts'

/** Shows only the questions and situations that have the words of the search field, and marks these. */
export function startSearch(): void {
  for (const field of all('.search', HTMLInputElement)) {
    const search = (): void => {
      show(field.value)
    }
    field.addEventListener('input', search)
    // A reload may bring the field's text back.
    search()
  }
}

function show(query: string): void {
  const words = query
    .normalize('NFC')
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
  let found = 0
  for (const part of all('[data-part]', HTMLElement)) {
    const has = includesAll(part, words)
    part.hidden = !has
    if (has) found += 1
    openAnswers(part, words)
    for (const link of all(`a[href="#${part.id}"]`, HTMLElement))
      link.hidden = !has
  }
  for (const topic of all('.topic', HTMLElement)) {
    topic.hidden =
      all('[data-part]:not([hidden])', HTMLElement, topic).length === 0
    const heading = topic.querySelector('h2')
    for (const link of all(`nav a[href="#${heading?.id ?? ''}"]`, HTMLElement))
      link.hidden = topic.hidden
  }
  mark(words)
  if (words.length > 0) say(pageWord('found', found))
  else say('')
}

function includesAll(part: HTMLElement, words: readonly string[]): boolean {
  const text = `${part.textContent} ${all('textarea', HTMLTextAreaElement, part)
    .map(({ value }) => value)
    .join(' ')}`.toLowerCase()
  return words.every((word) => text.includes(word))
}

/** An answer that has what is searched for opens, else nobody would see why its question was found. */
function openAnswers(part: HTMLElement, words: readonly string[]): void {
  if (words.length === 0) return
  for (const details of all('details', HTMLDetailsElement, part)) {
    const text = details.textContent.toLowerCase()
    if (words.some((word) => text.includes(word))) details.open = true
  }
}

/** Marks by the CSS Custom Highlight API: the document stays as it is. Browsers without it show no marks. */
function mark(words: readonly string[]): void {
  if (!('highlights' in CSS)) return
  CSS.highlights.delete('found')
  if (words.length === 0) return
  const ranges = all('[data-part]:not([hidden])', HTMLElement).flatMap((part) =>
    rangesIn(part, words),
  )
  CSS.highlights.set('found', new Highlight(...ranges))
}

function rangesIn(part: HTMLElement, words: readonly string[]): Range[] {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT)
  const ranges: Range[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node.nodeValue ?? '').toLowerCase()
    for (const word of words)
      for (
        let at = text.indexOf(word);
        at !== -1;
        at = text.indexOf(word, at + word.length)
      ) {
        const range = new Range()
        range.setStart(node, at)
        range.setEnd(node, at + word.length)
        ranges.push(range)
      }
  }
  return ranges
}
