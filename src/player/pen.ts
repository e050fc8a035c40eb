import { on } from './dom.ts'
import type { LaserPoint, Tool } from './ink.ts'
import type { Stage } from './stage.ts'
import type { Stroke } from './state.ts'

/** What the pointer does with its tool, in slide pixels. */
export interface PenActions {
  readonly tool: () => Tool
  /** A line that is being drawn. */
  readonly draft: (stroke: Stroke) => void
  /** A line that is done. */
  readonly commit: (stroke: Stroke) => void
  readonly erase: (x: number, y: number) => void
  readonly point: (point: LaserPoint) => void
}

/** Follows the pointer over the slide with the tool in hand. */
export function followPen(
  main: HTMLElement,
  stage: Stage,
  pen: PenActions,
): void {
  let stroke: number[] | undefined
  on(main, 'pointerdown', (event) => {
    if (pen.tool() !== 'pen' || event.button !== 0) return
    main.setPointerCapture(event.pointerId)
    stroke = [...stage.toSlide(event.clientX, event.clientY)]
  })
  on(main, 'pointermove', (event) => {
    const [x, y] = stage.toSlide(event.clientX, event.clientY)
    if (pen.tool() === 'laser') pen.point([x, y])
    if (pen.tool() === 'eraser' && event.buttons > 0) pen.erase(x, y)
    if (!stroke) return
    stroke.push(x, y)
    pen.draft(stroke)
  })
  const end = (): void => {
    if (stroke && stroke.length > 2) pen.commit(stroke)
    stroke = undefined
  }
  on(main, 'pointerup', end)
  on(main, 'pointercancel', end)
  on(main, 'pointerleave', () => {
    if (pen.tool() === 'laser') pen.point(null)
  })
}
