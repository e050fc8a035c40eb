import { on } from './dom.ts'
import type { LaserPoint } from './ink.ts'
import type { Role } from './player.ts'
import type { State, Store } from './state.ts'

/** The wire between the audience's window and the presenter's. */
export interface Link {
  /** Opens the presenter's window, or brings it to the front. @returns false when the browser refused */
  readonly open: () => boolean
  readonly sendLaser: (point: LaserPoint) => void
  /** Whether the other window was heard lately. */
  readonly isUp: () => boolean
}

interface Message {
  /** The random token: who does not know it is not listened to. */
  readonly studydeck: string
  /** A `hello` wants the other side's state in return; a `bye` says that a window is closing or reloading. */
  readonly kind: 'hello' | 'state' | 'laser' | 'bye'
  readonly state?: State
  readonly point?: LaserPoint
}

const presenterHash = /^#presenter=([\da-f]{32})$/
const helloEvery = 1000
const silenceMost = 3500

/** The token of a presenter's window, from its address. */
export function presenterToken(hash: string): string | undefined {
  return presenterHash.exec(hash)?.[1]
}

/**
 * Keeps both windows at the same state by `postMessage`.
 *
 * On `file://` an origin is the string "null" and the other window's DOM is out of reach, so a random token in
 * the presenter's address is what they know each other by. The presenter says hello again and again through
 * `window.opener`, which outlives a reload of either window; whoever is greeted learns where to answer.
 */
export function createLink(
  role: Role,
  token: string,
  store: Store,
  showLaser: (point: LaserPoint) => void,
): Link {
  let other: Window | null = role === 'presenter' ? openerOf(window) : null
  let heardAt = -Infinity
  let byes = 0
  const isUp = (): boolean => performance.now() - heardAt < silenceMost
  const send = (
    kind: Message['kind'],
    more: Pick<Message, 'point' | 'state'> = { state: store.state },
  ): void => {
    const target = location.protocol.startsWith('http') ? location.origin : '*'
    other?.postMessage({ ...more, kind, studydeck: token }, target)
  }
  const hello = (): void => {
    send('hello')
  }
  on(window, 'message', ({ data, source }) => {
    const message = readMessage(data, token)
    if (!message || !source) return
    const { kind, point, state } = message
    other = source as Window
    heardAt = kind === 'bye' ? -Infinity : performance.now()
    if (kind === 'bye') byes++
    if (state) store.adopt(state)
    if (kind === 'hello') send('state')
    if (kind === 'laser') showLaser(point ?? null)
  })
  store.subscribe((_state, _before, own) => {
    if (own) send('state')
  })
  on(window, 'pagehide', () => {
    send('bye')
  })
  if (role === 'presenter') {
    hello()
    setInterval(hello, helloEvery)
  }
  return {
    open: () => {
      if (!isUp()) return openPresenter(token, byes)
      other?.focus()
      return true
    },
    sendLaser: (point) => {
      send('laser', { point })
    },
    isUp,
  }
}

function openPresenter(token: string, byes: number): boolean {
  const url = `${location.href.replace(/#.*$/s, '')}#presenter=${token}`
  // The name finds a window that is there but silent. A closing one keeps its name for a moment: the next has another.
  const name = `studydeck-${token}-${byes}`
  const opened = window.open(url, name, 'width=1280,height=800')
  opened?.focus()
  return opened !== null
}

function openerOf(page: Window): Window | null {
  return page.opener as Window | null
}

function readMessage(data: unknown, token: string): Message | undefined {
  const message = data as Message | null | undefined
  return message?.studydeck === token ? message : undefined
}
