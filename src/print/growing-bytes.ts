/** Room that is there from the start, and how many times as much there is whenever it is full. */
const [firstRoom, growth] = [65_536, 4]

/**
 * Bytes that become more and more.
 *
 * What is written is not put together at the end, which would take its memory twice; room that nothing was written to
 * takes none.
 */
export class GrowingBytes {
  #room = Buffer.alloc(firstRoom)
  #length = 0

  get length(): number {
    return this.#length
  }

  /**
   * Writes behind everything else.
   *
   * @param text one character a byte
   */
  append(text: string): void {
    this.at(this.#length, text.length).write(text, 'latin1')
  }

  /**
   * Gives the bytes at a place, to be written to before the next call; those that nobody wrote to are 0.
   *
   * @param start may be beyond the end
   */
  at(start: number, length: number): Buffer {
    const end = start + length
    this.#length = Math.max(this.#length, end)
    if (end > this.#room.length) {
      const full = this.#room
      this.#room = Buffer.alloc(Math.max(full.length * growth, end))
      this.#room.set(full)
    }
    return this.#room.subarray(start, end)
  }

  /** Everything; not a copy. */
  bytes(): Uint8Array {
    const { buffer, byteOffset } = this.#room
    return new Uint8Array(buffer, byteOffset, this.#length)
  }
}
