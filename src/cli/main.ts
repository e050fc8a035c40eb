#!/usr/bin/env node
import { isOutOfHandles, outOfHandles } from './out-of-handles.ts'

// Loaded from here, as even that takes more files than some shells allow.
try {
  const { start } = await import('./start.ts')
  await start()
} catch (error) {
  if (!isOutOfHandles(error)) throw error
  process.stderr.write(outOfHandles)
  process.exitCode = 3
}
