import { hash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** Hash of some bytes, in hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  return hash('sha256', bytes)
}

/** What files are read into, one after the other: memory that is new for each takes longer to get than to hash. */
let room = Buffer.alloc(0)

/**
 * Hash of a file that is as long as it should be.
 *
 * @param path of the file
 * @param size bytes that it should have
 * @returns hexadecimal digits; `undefined` for a file of another size, and for one that cannot be read
 */
export function hashOfFile(path: string, size: number): string | undefined {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    if (fstatSync(file).size !== size) return undefined
    if (room.length < size) room = Buffer.allocUnsafeSlow(size * 2)
    let read = 0
    for (let more = 1; more > 0 && read < size; read += more)
      more = readSync(file, room, read, size - read, null)
    return sha256(room.subarray(0, read))
  } catch {
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
