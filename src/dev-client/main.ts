import { showProblems } from './overlay.ts'
import { applyPatch } from './patch.ts'
import type { LiveState } from './state.ts'

/** What the server wrote into the page. */
interface Identity {
  readonly folder: string
  readonly name: string
  revision: string
}

const { studydeckDev: self } = window as unknown as { studydeckDev: Identity }
const query = new URLSearchParams({ ...self })
const source = new EventSource(`/.studydeck/events?${query.toString()}`)

source.onmessage = ({ data }: MessageEvent<string>) => {
  const { revision, patch, problems } = JSON.parse(data) as LiveState
  showProblems(problems)
  if (revision === self.revision) return
  // The address has the slide and its step, and the player keeps the rest over a reload.
  if (patch && applyPatch(patch)) self.revision = revision
  else location.reload()
}
// Left open, it would keep this page out of the back/forward cache, and count as one of six connections.
addEventListener('pagehide', () => {
  source.close()
})
