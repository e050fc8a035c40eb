import { readFileSync } from 'node:fs'
import { BuildError } from '../model/build-error.ts'

/** With fewer open files a browser crashes, or hangs, at one of its later steps; it needs about a hundred. */
const fewFiles = 200

/**
 * Makes sure that enough files may be open for a browser; only Linux tells.
 *
 * @throws BuildError `BROWSER_FAILED` where there are too few
 */
export function checkOpenFiles(): void {
  const files = mayOpen()
  if (files < fewFiles)
    throw new BuildError(
      'BROWSER_FAILED',
      `Cannot start a browser because only ${files} files may be open at a time, raise the limit (\`ulimit -n 1024\`)`,
    )
}

/** How many files a process of ours may have open. */
function mayOpen(): number {
  try {
    const limits = readFileSync('/proc/self/limits', 'utf8')
    return Number(/^Max open files\s+(\d+)/m.exec(limits)?.[1] ?? Infinity)
  } catch {
    // Another system; where no file can be opened any more, whatever comes next says so.
    return Infinity
  }
}
