import type { MeasuredFit, Setting } from '../layout/boxes.ts'
import { slack, settingOf } from './setting.ts'

/** What is fuller in the plain fit does not fit in large type. */
const mostComposed = 0.7

/** A slide of the page, with what is known of it. */
interface MeasuredSlide {
  readonly section: HTMLElement
  /** Classes that it has whatever the fit. */
  readonly className: string
  /** By fit. */
  readonly settings: (Setting | null)[]
}

/**
 * Measures the body of every slide of the page in every fit.
 *
 * @param fits replace each other on every slide
 * @returns by slide, by fit; `null` for a fit that is out of the question
 */
export function measureSlides(
  fits: readonly MeasuredFit[],
): (Setting | null)[][] {
  const slides = [
    ...document.querySelectorAll<HTMLElement>('.slide > section'),
  ].map((section): MeasuredSlide => {
    const { className } = section
    return { section, className, settings: fits.map(() => null) }
  })
  const plain = Math.max(
    0,
    fits.findIndex(({ divides }) => divides),
  )
  setIn(slides, fits[plain], plain)
  for (const [index, fit] of fits.entries()) {
    if (index === plain) continue
    const isNeeded = index < plain ? isEmpty : isFull
    const needed = slides.filter(({ settings }) => {
      const first = settings[plain]
      return !first || isNeeded(first)
    })
    setIn(needed, fit, index)
  }
  for (const { section, className } of slides) section.className = className
  return slides.map(({ settings }) => settings)
}

/** All slides at once: every change between two measurements costs a layout. */
function setIn(
  slides: readonly MeasuredSlide[],
  fit: MeasuredFit | undefined,
  index: number,
): void {
  if (!fit) return
  const { classes, divides, only } = fit
  const meant = slides.filter(
    ({ section }) => !only || section.querySelector(only) !== null,
  )
  for (const { section, className } of meant)
    section.className = `${className} ${classes}`
  for (const { section, settings } of meant)
    settings[index] = settingOf(section, divides)
}

/** Larger type only where the plain fit leaves room. */
function isEmpty({ room, height }: Setting): boolean {
  return height <= room * mostComposed
}

/** Smaller type only where the plain fit is too full. */
function isFull({ room, height, wraps, excess }: Setting): boolean {
  return height > room - slack || wraps || excess > 1
}
