import { on } from './dom.ts'
import { currentSlide } from './moves.ts'
import type { Player } from './player.ts'
import type { Stage } from './stage.ts'
import type { Zoom } from './state.ts'
import { bodyBlocks } from './steps.ts'

/** What clicking, tapping and swiping do. */
export interface PointerActions {
  readonly forward: () => void
  readonly back: () => void
  /** Whether the pointer is a pen or a laser now. */
  readonly busy: () => boolean
}

/** The left part of the slide that goes back. */
const backZone = 0.3
/** Within this time (ms) a second click makes a double click. */
const doubleClick = 260
/** Shortest way of a swipe, in CSS pixels. */
const swipeLength = 40

/** Clicks and taps move on or back; a double click enlarges the block under it; a swipe turns the page. */
export function listenToPointer(
  player: Player,
  stage: Stage,
  actions: PointerActions,
): void {
  const { main, store, deck } = player
  const swiped = listenToSwipes(main, actions)
  let waiting = 0
  on(main, 'click', ({ target, detail, clientX }) => {
    if (!(target instanceof Element) || actions.busy() || swiped()) return
    if (target.closest('a, button')) return
    const { section } = currentSlide(deck, store.state)
    const block = bodyBlocks(section).find((part) => part.contains(target))
    clearTimeout(waiting)
    if (detail > 1 && (block ?? store.state.zoom)) {
      toggleZoom(block)
      return
    }
    // Who selects text does not want to leave the slide.
    if (getSelection()?.isCollapsed === false) return
    const move = inBackZone(main, clientX) ? actions.back : actions.forward
    // A first click on a block waits for a second one: shown at once, the next step might be an answer too early.
    waiting = window.setTimeout(move, block ? doubleClick : 0)
  })

  function toggleZoom(block: Element | undefined): void {
    // The double click has selected a word.
    getSelection()?.empty()
    store.update({
      zoom: block && !store.state.zoom ? areaOf(stage, block) : undefined,
    })
  }
}

function areaOf(stage: Stage, block: Element): Zoom {
  const rect = block.getBoundingClientRect()
  const [x, y] = stage.toSlide(rect.left, rect.top)
  const [right, bottom] = stage.toSlide(rect.right, rect.bottom)
  return { x, y, width: right - x, height: bottom - y }
}

function inBackZone(main: HTMLElement, x: number): boolean {
  const { left, width } = main.getBoundingClientRect()
  return x - left < width * backZone
}

/** Listens for horizontal swipes; the result tells whether the click that follows belongs to one. */
function listenToSwipes(
  main: HTMLElement,
  actions: PointerActions,
): () => boolean {
  let start: PointerEvent | undefined
  let swipedAt = -Infinity
  on(main, 'pointerdown', (event) => {
    start =
      event.pointerType === 'mouse' || !event.isPrimary ? undefined : event
  })
  on(main, 'pointerup', (event) => {
    if (start?.pointerId !== event.pointerId || actions.busy()) return
    const dx = event.clientX - start.clientX
    const dy = event.clientY - start.clientY
    start = undefined
    if (Math.abs(dx) < swipeLength || Math.abs(dx) < 1.5 * Math.abs(dy)) return
    swipedAt = event.timeStamp
    if (dx < 0) actions.forward()
    else actions.back()
  })
  return () => performance.now() - swipedAt < 400
}
