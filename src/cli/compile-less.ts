import { versions } from 'node:process'
import { setFlagsFromString } from 'node:v8'

/** The versions of Node.js whose V8 was asked: an unknown flag is complained about on standard error. */
const [oldest, newest] = [20, 26]

/**
 * Makes V8 slow to optimise: within a build of a second or two, compiling takes more than faster code gives back, and it
 * takes it from the browser beside us. Measured: a third less work for one paper, a fifth less for twelve.
 */
export function compileLess(): void {
  const major = Number.parseInt(versions.node)
  if (major < oldest || major > newest) return
  // JavaScript: wait six times as long as usual. The flag was renamed and counts calls since V8 12.
  setFlagsFromString(
    major < 22
      ? '--interrupt-budget=400000'
      : '--invocation-count-for-turbofan=12000',
  )
  // WebAssembly: the font subsetter runs for a tenth of a second.
  setFlagsFromString('--no-wasm-tier-up')
  setFlagsFromString('--no-wasm-dynamic-tiering')
}
