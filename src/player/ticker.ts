import type { Player } from './player.ts'

/** Calls back at once, after every change, and often enough for a clock that shows seconds. */
export function onTick({ store }: Player, callback: () => void): void {
  store.subscribe(callback)
  setInterval(callback, 200)
}
