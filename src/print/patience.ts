/** Milliseconds after which it is looked whether the time is up. */
const tick = 50

/**
 * Does something after a while in which an answer could have been heard.
 *
 * Reading a long paper keeps us from hearing anything for many seconds: those do not count, since the answer may be there.
 */
export class Patience {
  #left: number
  readonly #timer: NodeJS.Timeout

  /** @param end is done when the time is up */
  constructor(milliseconds: number, end: () => void) {
    this.#left = milliseconds
    this.#timer = setInterval(() => {
      this.#left -= tick
      if (this.#left > 0) return
      this.stop()
      end()
    }, tick)
  }

  extend(milliseconds: number): void {
    this.#left += milliseconds
  }

  stop(): void {
    clearInterval(this.#timer)
  }
}
