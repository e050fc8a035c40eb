import { bodyWidth, type Setting } from '../layout/boxes.ts'
import { boxOf } from './box.ts'

/** Pixels of the room that fitting again may have to keep free. */
export const slack = 120

/** What would have to be smaller still breaks its words instead. */
const leastScale = 0.6

/**
 * Measures the body of a slide as it is set now.
 *
 * @param divides whether it is divided where it does not fit: only then its boxes are needed
 */
export function settingOf(section: HTMLElement, divides: boolean): Setting {
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
  const excess = Math.max(0, ...excesses)
  return {
    room,
    height,
    wraps: elements.some((element) =>
      [element, ...element.querySelectorAll('pre')].some(isWrapped),
    ),
    excess,
    boxes:
      divides && (height > room - slack || excess > 1)
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
