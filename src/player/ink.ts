import { svg, root } from './dom.ts'
import { currentSlide } from './moves.ts'
import { followPen, type PenActions } from './pen.ts'
import type { Player } from './player.ts'
import { slideSize, type Stage } from './stage.ts'
import type { Stroke } from './state.ts'

/** What the pointer is. */
export type Tool = 'none' | 'laser' | 'pen' | 'eraser'

/** Place of the laser's dot in slide pixels; null when it is off the slide. */
export type LaserPoint = readonly [number, number] | null

/** Pen and laser on the current slide. */
export interface Ink {
  readonly tool: () => Tool
  /** Takes a tool, or puts it away when it is in hand. */
  readonly take: (tool: Tool) => void
  readonly undo: () => void
  readonly clear: () => void
  /** Shows the dot of the other window's laser. */
  readonly showLaser: (point: LaserPoint) => void
}

/** How near (slide pixels) the eraser must come to a line. */
const eraserReach = 16

/**
 * Lays a drawing over the current slide.
 *
 * @param pointed told where this window's laser points
 */
export function createInk(
  player: Player,
  stage: Stage,
  pointed: (point: LaserPoint) => void,
): Ink {
  const { store, main } = player
  const drawing = strokesOf(player)
  const { draw, showLaser } = createSheet(player)
  let tool: Tool = 'none'
  const point = (place: LaserPoint): void => {
    showLaser(place)
    pointed(place)
  }
  const take = (wanted: Tool): void => {
    tool = wanted === tool ? 'none' : wanted
    const { dataset } = root
    if (tool === 'none') delete dataset['tool']
    else dataset['tool'] = tool
    point(null)
  }
  const show = (): void => {
    draw(drawing.get())
  }
  store.subscribe(show)
  const pen: PenActions = {
    tool: () => tool,
    point,
    draft: (stroke) => {
      draw([...drawing.get(), stroke])
    },
    commit: (stroke) => {
      drawing.change([...drawing.get(), stroke])
    },
    erase: (x, y) => {
      const kept = drawing.get().filter((stroke) => !touches(stroke, x, y))
      if (kept.length < drawing.get().length) drawing.change(kept)
    },
  }
  followPen(main, stage, pen)
  return {
    tool: pen.tool,
    take,
    showLaser,
    undo: drawing.undo,
    clear: () => {
      drawing.change([])
    },
  }
}

/** Lines of the current slide, and what they were before, so that erasing can be undone as well. */
function strokesOf({ deck, store }: Player): {
  get: () => readonly Stroke[]
  change: (next: readonly Stroke[]) => void
  undo: () => void
} {
  const past = new Map<string, (readonly Stroke[])[]>()
  const address = (): string => currentSlide(deck, store.state).address
  const get = (): readonly Stroke[] => store.state.ink[address()] ?? []
  const put = (next: readonly Stroke[]): void => {
    store.update({ ink: { ...store.state.ink, [address()]: next } })
  }
  return {
    get,
    change: (next) => {
      past.set(address(), [...(past.get(address()) ?? []), get()])
      put(next)
    },
    undo: () => {
      // After a reload the past is gone: then the last line goes.
      put(past.get(address())?.pop() ?? get().slice(0, -1))
    },
  }
}

function createSheet({ deck, store }: Player): {
  draw: (strokes: readonly Stroke[]) => void
  showLaser: (point: LaserPoint) => void
} {
  const lines = svg('g')
  const laser = svg('circle', { class: 'sd-laser', r: 9 })
  const sheet = svg(
    'svg',
    {
      class: 'sd-ink',
      viewBox: `0 0 ${slideSize.width} ${slideSize.height}`,
      'aria-hidden': 'true',
    },
    lines,
    laser,
  )
  return {
    draw: (strokes) => {
      lines.replaceChildren(
        ...strokes.map((stroke) =>
          svg('polyline', { points: stroke.join(' ') }),
        ),
      )
      const { element } = currentSlide(deck, store.state)
      if (sheet.parentNode !== element) element.append(sheet)
    },
    showLaser: (point) => {
      laser.toggleAttribute('data-on', point !== null)
      const [x, y] = point ?? [0, 0]
      laser.setAttribute('transform', `translate(${x} ${y})`)
    },
  }
}

function touches(stroke: Stroke, x: number, y: number): boolean {
  return stroke.some(
    (px, at) =>
      at % 2 === 0 &&
      Math.hypot(px - x, (stroke[at + 1] ?? 0) - y) < eraserReach,
  )
}
