/**
 * Remembers what was made of what, for a paper that is made again and again: only what changed is made anew.
 *
 * Forgets what two rounds in a row did not ask for. What it gives is shared: nobody may change it.
 */
export class Memo {
  #now = new Map<string, unknown>()
  #before = new Map<string, unknown>()

  /** Begins to make the paper once more. */
  nextRound(): void {
    this.#before = this.#now
    this.#now = new Map()
  }

  /** What was made of the same, if it is known. */
  find(key: string): unknown {
    const known = this.#now.get(key) ?? this.#before.get(key)
    if (known !== undefined) this.#now.set(key, known)
    return known
  }

  /**
   * Remembers what was made.
   *
   * @param key tells it from everything else: what it is, and all that it is made of
   */
  keep(key: string, value: unknown): void {
    this.#now.set(key, value)
  }

  /**
   * Gives what was made of the same, or makes it.
   *
   * @param key as for `keep`
   */
  get<Value>(key: string, make: () => Value): Value {
    const known = this.find(key)
    if (known !== undefined) return known as Value
    const made = make()
    this.keep(key, made)
    return made
  }
}
