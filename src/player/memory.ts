import type { State } from './state.ts'

/** What a reload brings back. */
export interface Memory {
  readonly token: string
  readonly state: State
}

/**
 * What this window kept over a reload, if anything.
 *
 * `history.state` outlives a reload on `file://` as well, where browsers may refuse every storage.
 */
export function recall(): Memory | undefined {
  try {
    const kept = (history.state as { studydeck?: Memory } | null)?.studydeck
    return kept && typeof kept.state.version === 'number' ? kept : undefined
  } catch {
    return undefined // A sandboxed frame has no history: start afresh.
  }
}

/** Keeps the state, and writes the slide into the address. */
export function remember(memory: Memory, hash: string): void {
  try {
    history.replaceState({ studydeck: memory }, '', hash)
  } catch {
    // Refused in sandboxed frames, and by Safari after 100 changes in 30 seconds: the next change comes through.
  }
}
