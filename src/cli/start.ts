import { run } from './run.ts'

/**
 * Runs studydeck as the program of this process, which it ends.
 *
 * @throws whatever is a bug
 */
export async function start(): Promise<void> {
  const { stdout, stderr } = process

  // What must not stay behind (browser, half files) is removed when the process exits, whatever the reason.
  const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const
  for (const [signal, code] of Object.entries(signals))
    process.once(signal, () => process.exit(code))

  // `studydeck … | head` is no error.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })

  const isWatched = stderr.isTTY && !process.env['CI']

  const code = await run(process.argv.slice(2), {
    out: (text) => stdout.write(text),
    error: (text) => stderr.write(text),
    hasColours: stderr.isTTY && stderr.hasColors(),
    ...(stderr.isTTY ? { columns: stderr.columns } : {}),
    ...(isWatched ? { screen: stderr } : {}),
    readInput,
    untilStopped: untilOrphaned,
  })
  // All is done; only a timer that puppeteer sets for each page that closes would be waited for, a tenth of a second.
  await Promise.all([stdout, stderr].map(isWritten))
  process.exit(code)
}

/** Pipes may take longer than whoever writes into them. */
function isWritten(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => {
      resolve()
    })
  })
}

async function readInput(): Promise<Uint8Array> {
  const { buffer } = await import('node:stream/consumers')
  return buffer(process.stdin)
}

/**
 * The signals above end what runs on. Below `npx` and `npm run`, they reach npm's shell only, unless they come from the
 * keyboard: then the end of that shell tells.
 */
function untilOrphaned(): Promise<void> {
  const { ppid } = process
  return new Promise((resolve) => {
    if (process.env['npm_command'] === undefined) return
    const look = setInterval(() => {
      if (process.ppid === ppid) return
      clearInterval(look)
      resolve()
    }, 500)
  })
}
