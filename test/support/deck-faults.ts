/** What a person would not want to see on a slide. */
export interface Faults {
  readonly slides: number
  /** Boxes beyond their slide. */
  readonly beyond: string[]
  /** Text smaller than 24 pixels, code and diagrams smaller than 16. */
  readonly small: string[]
  /** Words that were broken although a line would have held them. */
  readonly broken: string[]
  /** Marks that Markdown should have taken. */
  readonly literal: string[]
  /** Slides that are less than a quarter full although they continue another. */
  readonly widows: string[]
  /** Headings and sentences with a colon whose content begins on the next slide. */
  readonly dangling: string[]
}

/** Looks at every slide of the page. Runs in the page: everything that it needs stands inside. */
export function findFaults(): Faults {
  const faults: Faults = {
    slides: 0,
    beyond: [],
    small: [],
    broken: [],
    literal: [],
    widows: [],
    dangling: [],
  }
  const slides = [...document.querySelectorAll<HTMLElement>('.slide')]
  for (const [index, slide] of slides.entries()) {
    const section = slide.querySelector('section')!
    const frame = slide.getBoundingClientRect()
    const name = (element: Element) =>
      `${index + 1} ${element.tagName} ${element.textContent.slice(0, 40)}`
    const body = [
      ...section.querySelectorAll<HTMLElement>(
        'h1, h1 ~ :not(footer), h1 ~ :not(footer) *, header ~ p',
      ),
    ]
    let bottom = frame.top
    for (const element of body) {
      const rect = element.getBoundingClientRect()
      if (rect.width * rect.height === 0 || element.closest('svg, .katex'))
        continue
      if (!element.matches('.number')) bottom = Math.max(bottom, rect.bottom)
      const isBeyond =
        rect.left < frame.left - 1 ||
        rect.right > frame.right + 1 ||
        rect.top < frame.top - 1 ||
        rect.bottom > frame.bottom - 60
      if (isBeyond && !element.matches('.number'))
        faults.beyond.push(name(element))
    }
    const isContinued = /^([2-9]|\d\d)\//.test(slide.dataset['part'] ?? '')
    const start = section.querySelector('h1')!.getBoundingClientRect().bottom
    const room = frame.bottom - 76 - start
    if (isContinued && bottom - start < room / 4)
      faults.widows.push(`${(bottom - start) / room} ${name(section)}`)
    const [at, of] = (slide.dataset['part'] ?? '').split('/')
    const last = [
      ...section.querySelectorAll(
        'h1 ~ :is(h2, h3, h4, h5, h6, p, pre, table, div), h1 ~ :is(ul, ol, blockquote) :is(li, p, pre, table)',
      ),
    ].at(-1)
    const introduces =
      last?.matches('h2, h3, h4, h5, h6') === true ||
      (last?.matches('p, li') === true &&
        /[:：]$/.test(last.textContent.trim()))
    if (at !== of && introduces) faults.dangling.push(name(last))
    for (const part of section.querySelectorAll('.katex-base')) {
      const rect = part.getBoundingClientRect()
      if (rect.left < frame.left - 1 || rect.right > frame.right + 1)
        faults.beyond.push(name(part))
    }
    for (const label of section.querySelectorAll<SVGTextElement>('svg text')) {
      const scale = label.getScreenCTM()?.a ?? 0
      const size = parseFloat(getComputedStyle(label).fontSize) * scale
      if (size < 15.5) faults.small.push(`${size} ${name(label)}`)
    }
    const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      const parent = node.parentElement!
      if (
        parent.closest(
          'header, footer, .katex, svg, .part, .tag, .number, sup, sub',
        ) ||
        node.data.trim() === ''
      )
        continue
      // What is too wide for a slide and cannot be divided is scaled, and the paper's author told.
      const scale = /\bscale-(\d\d)\b/.exec(section.className)?.[1]
      const isScaled = scale !== undefined && parent.closest('table') !== null
      const zoom = isScaled ? Number(scale) / 100 : 1
      const size = parseFloat(getComputedStyle(parent).fontSize) / zoom
      const least = parent.closest('pre, code, kbd') ? 16 : 24
      if (size < least - 0.01) faults.small.push(`${size} ${name(parent)}`)
      if (!parent.closest('pre, code') && /\*\*|&#x|~~/.test(node.data))
        faults.literal.push(name(parent))
      if (parent.closest('pre, code')) continue
      const box = parent.closest('p, li, td, th, div, h1, h2, h3, h4, h5, h6')!
      const style = getComputedStyle(box)
      const width =
        box.getBoundingClientRect().width -
        parseFloat(style.paddingLeft) -
        parseFloat(style.paddingRight)
      const rectsOf = (start: number, length: number) => {
        const range = document.createRange()
        range.setStart(node, start)
        range.setEnd(node, start + length)
        return [...range.getClientRects()].filter((rect) => rect.width > 0)
      }
      for (const { 0: run, index: at } of node.data.matchAll(/\S+/g)) {
        const wide = rectsOf(at, run.length).reduce(
          (sum, rect) => sum + rect.width,
          0,
        )
        if (wide > width - 1) continue
        // A short word with hyphens is one word, but in a table's narrow column.
        const words = parent.closest('td, th')
          ? /[\p{L}\p{N}]+/gu
          : /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu
        for (const { 0: word, index } of run.matchAll(words)) {
          if (word.includes('-') && word.length > 20) continue
          const tops = rectsOf(at + index, word.length).map(({ top }) => top)
          if (Math.max(...tops) - Math.min(...tops) > 8)
            faults.broken.push(`${slide.dataset['title'] ?? ''}: ${word}`)
        }
      }
    }
  }
  return { ...faults, slides: slides.length }
}
