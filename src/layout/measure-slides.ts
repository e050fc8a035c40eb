import type { Box, Line, Setting } from './boxes.ts'

/** One way to set a slide's text. */
export interface MeasuredFit {
  /** Classes of the theme. */
  readonly classes: string
  /** Whether a slide that does not fit is divided: only then its boxes are needed. */
  readonly divides: boolean
  /** What a slide must have, as a selector, so that it is set in this fit. */
  readonly only?: string
}

/** What to measure. */
export interface MeasureRequest {
  /** Fits, which replace each other on every slide. */
  readonly fits: readonly MeasuredFit[]
}

/**
 * Measures the body of every slide of the page in every fit.
 *
 * Runs in the page: everything that it needs stands inside.
 *
 * @returns by slide, by fit; `null` for a fit that is out of the question
 */
// eslint-disable-next-line max-lines-per-function -- it is sent to the page as one function
export function measureSlides({ fits }: MeasureRequest): (Setting | null)[][] {
  /** What is fuller in the plain fit does not fit in large type. */
  const mostComposed = 0.7
  /** Pixels of a body that is as wide as a slide allows. */
  const bodyWidth = 1120
  /** What would have to be smaller still breaks its words instead. */
  const leastScale = 0.6
  /** Pixels of the room that fitting again may have to keep free. */
  const slack = 120
  /** Tags whose children a page may be broken between. */
  const divisible = new Set([
    'ul',
    'ol',
    'li',
    'blockquote',
    'table',
    'thead',
    'tbody',
  ])
  const blocks = new Set([
    ...divisible,
    'p',
    'pre',
    'div',
    'hr',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
  ])

  const sections = [
    ...document.querySelectorAll<HTMLElement>('.slide > section'),
  ]
  const kept = sections.map(({ className }) => className)
  const plain = Math.max(
    0,
    fits.findIndex(({ divides }) => divides),
  )
  const settings = sections.map((): (Setting | null)[] => fits.map(() => null))
  measureIn(plain, () => true)
  for (const index of fits.keys())
    if (index !== plain)
      measureIn(index, (setting) =>
        index < plain ? isEmpty(setting) : isFull(setting),
      )
  for (const [at, section] of sections.entries())
    section.className = kept[at] ?? ''
  return settings

  /** All slides that need it at once: every change between two measurements costs a layout. */
  function measureIn(
    index: number,
    isNeeded: (plain: Setting) => boolean,
  ): void {
    const fit = fits[index]
    if (!fit) return
    const needed = sections.flatMap((section, at) => {
      const own = settings[at]
      const first = own?.[plain]
      const isMeant = !fit.only || section.querySelector(fit.only) !== null
      return own && isMeant && (!first || isNeeded(first))
        ? [{ section, own, classes: `${kept[at] ?? ''} ${fit.classes}` }]
        : []
    })
    for (const { section, classes } of needed) section.className = classes
    for (const { section, own } of needed)
      own[index] = measureSection(section, fit.divides)
  }

  /** Larger type only where the plain fit leaves room. */
  function isEmpty({ room, height }: Setting): boolean {
    return height <= room * mostComposed
  }

  /** Smaller type only where the plain fit is too full. */
  function isFull({ room, height, wraps, excess }: Setting): boolean {
    return height > room - slack || wraps || excess > 1
  }

  function measureSection(section: HTMLElement, divides: boolean): Setting {
    const frame = section.getBoundingClientRect()
    const elements = bodyOf(section)
    const style = getComputedStyle(section)
    const end = frame.bottom - parseFloat(style.paddingBottom)
    const right = frame.right - parseFloat(style.paddingRight)
    const rects = elements.map((element) => element.getBoundingClientRect())
    const top = rects[0]?.top ?? end
    const height = Math.max(0, ...rects.map((rect) => rect.bottom - top))
    const room = end - top
    const excesses = elements.map((element) => excessOf(element, right))
    return {
      room,
      height,
      wraps: elements.some((element) =>
        [element, ...element.querySelectorAll('pre')].some(isWrapped),
      ),
      excess: Math.max(0, ...excesses),
      boxes:
        divides &&
        (height > room - slack || excesses.some((excess) => excess > 1))
          ? elements.map((element, index) => ({
              ...boxOf(element, frame.top),
              excess: excesses[index] ?? 0,
            }))
          : [],
    }
  }

  function bodyOf(section: Element): Element[] {
    return [...section.children].filter(
      (child) => !child.matches('header, footer, h1'),
    )
  }

  /**
   * In pixels of a full body, so that what stands indented or on a question comes out just as wide as its room.
   * Words of what is not a formula may be broken instead of getting ever smaller.
   */
  function excessOf(element: Element, right: number): number {
    const wide = 'table, pre, img, svg:not(svg svg), .katex-base'
    const inside = [element, ...element.querySelectorAll(wide)]
    return Math.max(
      0,
      ...inside.map((inner) => {
        const rect = inner.getBoundingClientRect()
        const excess = ((rect.right - right) / (right - rect.left)) * bodyWidth
        return inner.matches('.katex-base')
          ? excess
          : Math.min(excess, bodyWidth / leastScale - bodyWidth)
      }),
    )
  }

  /** Whether a line of code is longer than its box. */
  function isWrapped(element: Element): boolean {
    if (element.tagName !== 'PRE') return false
    const style = getComputedStyle(element)
    const inner =
      element.clientHeight -
      parseFloat(style.paddingTop) -
      parseFloat(style.paddingBottom)
    const rows = Math.round(inner / parseFloat(style.lineHeight))
    return rows > element.textContent.replace(/\n$/, '').split('\n').length
  }

  function boxOf(element: Element, origin: number): Box {
    const tag = element.tagName.toLowerCase()
    const { top, bottom } = element.getBoundingClientRect()
    const place = { tag, top: top - origin, bottom: bottom - origin, excess: 0 }
    if (tag === 'table')
      return {
        ...place,
        boxes: [...element.querySelectorAll('tr')].map((row) =>
          flat(row, origin),
        ),
        lines: [],
        ink: '',
      }
    if (tag === 'pre')
      return { ...place, boxes: [], ...codeLines(element, origin) }
    if (divisible.has(tag))
      return {
        ...place,
        boxes: childBoxes(element, origin),
        lines: [],
        ink: '',
      }
    return {
      ...place,
      boxes: [],
      ...textLines([element], origin, place.bottom),
    }
  }

  function flat(element: Element, origin: number): Box {
    const { top, bottom } = element.getBoundingClientRect()
    return {
      tag: element.tagName.toLowerCase(),
      top: top - origin,
      bottom: bottom - origin,
      excess: 0,
      boxes: [],
      lines: [],
      ink: '',
    }
  }

  /** Blocks of a box; runs of text between them count as blocks too. */
  function childBoxes(element: Element, origin: number): Box[] {
    const boxes: Box[] = []
    let run: Node[] = []
    const endRun = () => {
      if (run.some((node) => inkOf(node) !== ''))
        boxes.push(runBox(run, origin))
      run = []
    }
    for (const node of element.childNodes) {
      if (node instanceof Element && blocks.has(node.tagName.toLowerCase())) {
        endRun()
        boxes.push(boxOf(node, origin))
      } else run.push(node)
    }
    endRun()
    return boxes
  }

  function runBox(nodes: Node[], origin: number): Box {
    const range = document.createRange()
    range.setStartBefore(nodes[0] ?? document.body)
    range.setEndAfter(nodes[nodes.length - 1] ?? document.body)
    const rects = [...range.getClientRects()]
    const top = Math.min(...rects.map((rect) => rect.top)) - origin
    const bottom = Math.max(...rects.map((rect) => rect.bottom)) - origin
    return {
      tag: 'text',
      top,
      bottom,
      excess: 0,
      boxes: [],
      ...textLines(nodes, origin, bottom),
    }
  }

  function inkOf(node: Node): string {
    if (node instanceof Text) return node.data.replace(/\s/g, '')
    if (!(node instanceof Element)) return ''
    if (node.matches('.katex, img, svg')) return '\uFFFC'
    return [...node.childNodes].map(inkOf).join('')
  }

  /** Lines begin where a word stands lower than the line so far. */
  function textLines(
    nodes: Node[],
    origin: number,
    end: number,
  ): { lines: Line[]; ink: string } {
    const marks: { start: number; top: number; bottom: number }[] = []
    let ink = ''
    const visit = (node: Node): void => {
      if (node instanceof Text) {
        for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
          mark(rectOf(node, index))
          ink += word
        }
      } else if (node instanceof Element) {
        if (node.matches('.katex, img, svg')) {
          mark(node.getBoundingClientRect())
          ink += '\uFFFC'
        } else node.childNodes.forEach(visit)
      }
    }
    const mark = ({ top, bottom }: { top: number; bottom: number }): void => {
      const last = marks[marks.length - 1]
      if (!last || (top + bottom) / 2 > last.bottom)
        marks.push({ start: ink.length, top, bottom })
      else {
        last.top = Math.min(last.top, top)
        last.bottom = Math.max(last.bottom, bottom)
      }
    }
    nodes.forEach(visit)
    const lines = marks.map(({ start, top }, index): Line => {
      const next = marks[index + 1]
      const bottom = next
        ? (marks[index] as Line).bottom / 2 + next.top / 2 - origin
        : end
      return { start, top: top - origin, bottom }
    })
    return { lines, ink }
  }

  function rectOf(node: Text, index: number): DOMRect {
    const range = document.createRange()
    range.setStart(node, index)
    range.setEnd(node, index + 1)
    return range.getBoundingClientRect()
  }

  /** Lines of the source; one of them may be wrapped over several lines of the page. */
  function codeLines(
    element: Element,
    origin: number,
  ): { lines: Line[]; ink: string } {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const texts: { node: Text; start: number }[] = []
    let source = ''
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      texts.push({ node, start: source.length })
      source += node.data
    }
    const size = parseFloat(getComputedStyle(element).lineHeight)
    const inner = element.getBoundingClientRect()
    const padding = parseFloat(getComputedStyle(element).paddingTop)
    let top = inner.top + padding - origin
    const lines: Line[] = []
    let start = 0
    for (const line of source.replace(/\n$/, '').split('\n')) {
      const first = topAt(texts, start)
      const last = topAt(texts, start + Math.max(0, line.length - 1))
      const rows = line === '' ? 1 : 1 + Math.round((last - first) / size)
      lines.push({ start, top, bottom: top + rows * size })
      top += rows * size
      start += line.length + 1
    }
    return { lines, ink: source.replace(/\s/g, '') }
  }

  function topAt(
    texts: { node: Text; start: number }[],
    offset: number,
  ): number {
    const found = texts.findLast(
      ({ node, start }) => start <= offset && offset < start + node.length,
    )
    return found ? rectOf(found.node, offset - found.start).top : 0
  }
}
