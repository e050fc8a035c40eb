import { root, on } from './dom.ts'
import { currentSlide } from './moves.ts'
import type { PlayerSlide } from './deck.ts'
import { fitFont } from './font-fit.ts'
import type { Player } from './player.ts'
import type { State } from './state.ts'
import { showSteps } from './steps.ts'

/** Size of a slide before it is scaled, in CSS pixels. */
export const slideSize = { width: 1280, height: 720 } as const

/** Where the current slide lies in the window. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** The place where the current slide is shown. */
export interface Stage {
  /** Places the slide anew, after the window or the panel changed its size. */
  readonly place: () => void
  /** Point of the window in slide pixels. */
  readonly toSlide: (x: number, y: number) => readonly [number, number]
}

/** How much of the screen a zoomed block fills, and the largest magnification. */
const zoomFill = 0.92
const zoomMost = 4

/**
 * Shows the current slide with its steps, scaled into a box of the window.
 *
 * @param box free space for the slide; asked again by every `place()`
 */
export function createStage(player: Player, box: () => Box): Stage {
  const { deck, store } = player
  let shown: PlayerSlide | undefined
  const place = (): void => {
    placeSlide(box(), store.state)
  }
  const show = (state: State): void => {
    const slide = currentSlide(deck, state)
    if (shown !== slide) {
      shown?.element.removeAttribute('data-current')
      slide.element.setAttribute('data-current', '')
      shown = slide
    }
    showSteps(slide.steps, state.step)
    fitFont(slide, state.font)
    place()
  }
  store.subscribe(show)
  on(window, 'resize', place)
  show(store.state)
  return {
    place,
    toSlide: (x, y) => {
      const rect = currentSlide(
        deck,
        store.state,
      ).element.getBoundingClientRect()
      const scale = rect.width / slideSize.width
      return [
        Math.round((x - rect.left) / scale),
        Math.round((y - rect.top) / scale),
      ]
    },
  }
}

/** The whole window; upright, the slide stays at the top and the controls get the rest. */
export function windowBox(): Box {
  const { innerWidth: width, innerHeight: height } = window
  const upright = height > width
  return {
    left: 0,
    top: 0,
    width,
    height: upright ? (width * slideSize.height) / slideSize.width : height,
  }
}

/** All sizes are handed to CSS as variables, so that printing, which has no use for them, is not touched. */
function placeSlide(box: Box, { zoom }: State): void {
  const base = Math.min(
    box.width / slideSize.width,
    box.height / slideSize.height,
  )
  const part = zoom ?? { x: 0, y: 0, ...slideSize }
  const scale = zoom
    ? Math.min(
        (box.width * zoomFill) / part.width,
        (box.height * zoomFill) / part.height,
        base * zoomMost,
      )
    : base
  const set = (name: string, value: number, unit = 'px'): void => {
    root.style.setProperty(`--sd-${name}`, `${value}${unit}`)
  }
  // Only enlarging is animated: a slide that comes up or a window that grows must not slide about.
  root.toggleAttribute('data-zoomed', zoom !== undefined)
  set('left', box.left)
  set('top', box.top)
  set('width', box.width)
  set('height', box.height)
  set('x', box.width / 2 - (part.x + part.width / 2) * scale)
  set('y', box.height / 2 - (part.y + part.height / 2) * scale)
  set('scale', scale, '')
  set('base', base, '')
}
