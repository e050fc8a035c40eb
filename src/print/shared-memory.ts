import { accessSync, constants, statfsSync } from 'node:fs'

/** Bytes that the processes of a browser share at most, many times over: a container often has 64 MB of them. */
const enough = 512_000_000

/**
 * Whether the processes of a browser may share memory in `/dev/shm`. Otherwise they do it in files of the temporary
 * folder, which are written to the disk.
 *
 * @param folder where memory is shared
 */
export function hasSharedMemory(folder = '/dev/shm'): boolean {
  try {
    accessSync(folder, constants.W_OK)
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize >= enough
  } catch {
    // Another system, or none of it.
    return false
  }
}
