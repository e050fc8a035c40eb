#!/usr/bin/env node
import { buffer } from 'node:stream/consumers'
import { compileLess } from './compile-less.ts'
import { run } from './run.ts'

compileLess()

const { stdin, stdout, stderr } = process

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

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => stdout.write(text),
  error: (text) => stderr.write(text),
  hasColours: stderr.isTTY && stderr.hasColors(),
  ...(stderr.isTTY ? { columns: stderr.columns } : {}),
  ...(isWatched ? { screen: stderr } : {}),
  readInput: () => buffer(stdin),
  // The signals above end it.
  untilStopped: () => new Promise<void>(() => undefined),
})
