import { on } from './dom.ts'
/** Keeps the screen on for as long as the page is seen. */
export function keepAwake(): void {
  const ask = (): void => {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator))
      return
    // Refused when the battery is low: the show goes on without.
    navigator.wakeLock.request('screen').catch(() => undefined)
  }
  on(document, 'visibilitychange', ask)
  ask()
}
