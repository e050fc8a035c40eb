import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { env as processEnv } from 'node:process'
import { TimeoutError } from 'puppeteer-core'
import { sandboxFlags } from '../config/sandbox.ts'
import { BuildError } from '../model/build-error.ts'
import type { FoundBrowser } from './find-browser.ts'

/**
 * Says why a browser did not start.
 *
 * @param found browser
 * @param cause what puppeteer threw
 */
export async function launchError(
  found: FoundBrowser,
  cause: unknown,
): Promise<BuildError> {
  const message = cause instanceof Error ? cause.message : String(cause)
  // One that started but did not answer in time complains of nothing that matters.
  const why =
    cause instanceof TimeoutError
      ? ` (${message}), give it more time with --limits page=300 or name another browser with --browser`
      : cureFor(`${await complaintsOf(found)}\n${message}`)
  return new BuildError(
    'BROWSER_FAILED',
    `Cannot start \`${found.executablePath}\`${why}`,
    { cause },
  )
}

/** Starts the browser once more for what it says: over the pipe, puppeteer only learns that it is gone. */
async function complaintsOf(found: FoundBrowser): Promise<string> {
  try {
    const child = spawn(
      found.executablePath,
      ['--headless', '--dump-dom', ...sandboxFlags(), 'about:blank'],
      {
        env: { ...processEnv, ...found.env },
        stdio: ['ignore', 'ignore', 'pipe'],
        timeout: 10_000,
        killSignal: 'SIGKILL',
      },
    )
    const end = (): void => {
      child.kill('SIGKILL')
    }
    process.once('exit', end)
    const failed = new Promise<string>((settle) =>
      child.once('error', ({ message }) => {
        settle(message)
      }),
    )
    const said = await Promise.race([text(child.stderr), failed])
    process.off('exit', end)
    return said
  } catch (error) {
    // Not even a pipe can be made.
    return String(error)
  }
}

function cureFor(reason: string): string {
  if (reason.includes('No usable sandbox')) {
    return ' in its sandbox, allow unprivileged user namespaces, name an installed Chrome with --browser, or set STUDYDECK_NO_SANDBOX=1 if you trust your papers'
  }
  // The browser itself, and the loader of its libraries, name whatever file was the last.
  if (/Too many open files|EMFILE/.test(reason)) {
    return ' because too many files are open, raise the limit (`ulimit -n 1024`)'
  }
  const library = /([\w.+-]+\.so[\w.]*): cannot open shared object/.exec(reason)
  if (library) {
    return ` without ${library[1] ?? ''}, install it or name another browser with --browser`
  }
  const line = reason.split('\n').find((text) => text.trim()) ?? ''
  return ` (${line.trim()}), name another browser with --browser`
}
