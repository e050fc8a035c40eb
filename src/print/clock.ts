import { Patience } from './patience.ts'
import { unlessGone } from './unless-gone.ts'

/** Milliseconds a character: a minute a megabyte, many times what a slow machine needs. */
const moreTime = 0.06

/** Says that a document took longer than it may. */
export class OutOfTime extends Error {}

/** The time that a document may take; whatever else is shown in its page gets as much again. */
export class Clock {
  #limit: number
  #patience: Patience | undefined

  /**
   * @param timeout limit in milliseconds for a small document
   * @param html document; a large one gets more
   */
  constructor(timeout: number, html: string) {
    this.#limit = timeout + html.length * moreTime
  }

  /** Milliseconds from the start. */
  get limit(): number {
    return this.#limit
  }

  /**
   * Waits for work on the document. What was begun goes on after the time is up; who is asked then has been ended.
   *
   * @param gone aborted when nobody is left who could be asked
   * @throws {OutOfTime} when the time is up, and Error when nobody is left
   */
  async within<Result>(
    work: Promise<Result>,
    gone: AbortSignal,
  ): Promise<Result> {
    const end = new Promise<never>((_, reject) => {
      this.#patience = new Patience(this.#limit, () => {
        reject(new OutOfTime(`No result within ${this.#limit} ms`))
      })
    })
    // Whoever lost the race has nobody who listens.
    work.catch(() => undefined)
    try {
      return await unlessGone(Promise.race([work, end]), gone)
    } finally {
      this.#patience?.stop()
    }
  }

  /** @param html what else is shown in the page */
  extend(html: string): void {
    const more = html.length * moreTime
    this.#limit += more
    this.#patience?.extend(more)
  }
}
