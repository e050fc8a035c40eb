import { showProblems, type Problem } from './overlay.ts'

/** What the server wrote into the page. */
interface Identity {
  readonly folder: string
  readonly name: string
  readonly revision: string
}

interface State {
  readonly revision: string
  readonly problems: readonly Problem[]
}

const { studydeckDev: self } = window as unknown as { studydeckDev: Identity }
const query = new URLSearchParams({ folder: self.folder, name: self.name })
const source = new EventSource(`/.studydeck/events?${query.toString()}`)

source.onmessage = ({ data }: MessageEvent<string>) => {
  const { revision, problems } = JSON.parse(data) as State
  showProblems(problems)
  // The address has the slide and its step, and the player keeps the rest over a reload.
  if (revision !== self.revision) location.reload()
}
// Left open, it would keep this page out of the back/forward cache, and count as one of six connections.
addEventListener('pagehide', () => {
  source.close()
})
