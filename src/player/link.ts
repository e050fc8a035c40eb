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
  /** A `hello` wants the other side's state in return. */
  readonly kind: 'hello' | 'state' | 'laser'
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
  const send = (message: Omit<Message, 'studydeck'>): void => {
    const target = location.protocol.startsWith('http') ? location.origin : '*'
    other?.postMessage({ ...message, studydeck: token }, target)
  }
  const hello = (): void => {
    send({ kind: 'hello', state: store.state })
  }
  on(window, 'message', ({ data, source }) => {
    const message = readMessage(data, token)
    if (!message || !source) return
    other = source as Window
    heardAt = performance.now()
    if (message.state) store.adopt(message.state)
    if (message.kind === 'hello') send({ kind: 'state', state: store.state })
    if (message.kind === 'laser') showLaser(message.point ?? null)
  })
  store.subscribe((state, _before, own) => {
    if (own) send({ kind: 'state', state })
  })
  if (role === 'presenter') {
    hello()
    setInterval(hello, helloEvery)
  }
  return {
    open: () => openPresenter(token),
    sendLaser: (point) => {
      send({ kind: 'laser', point })
    },
    isUp: () => performance.now() - heardAt < silenceMost,
  }
}

function openPresenter(token: string): boolean {
  const url = `${location.href.replace(/#.*$/s, '')}#presenter=${token}`
  // The name makes a second press find the window that is already there.
  const opened = window.open(url, `studydeck-${token}`, 'width=1280,height=800')
  opened?.focus()
  return opened !== null
}

function openerOf(page: Window): Window | null {
  return page.opener as Window | null
}

function readMessage(data: unknown, token: string): Message | undefined {
  const message = data as Partial<Message> | null
  return typeof message === 'object' && message?.studydeck === token
    ? (message as Message)
    : undefined
}
