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

  /**
   * Gives what was made of the same, or makes it.
   *
   * @param key tells it from everything else: what it is, and all that it is made of
   * @param make must not fail in a way that another time would not
   */
  get<Value>(key: string, make: () => Value): Value {
    const known = this.#now.get(key) ?? this.#before.get(key)
    const value = known === undefined ? make() : (known as Value)
    this.#now.set(key, value)
    return value
  }
}
