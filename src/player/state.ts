/** A freehand line in slide pixels: x and y by turns. */
export type Stroke = readonly number[]

/** A countdown: `ends` (epoch, ms) while it runs, else what is `left` (ms; below zero when over). */
export interface Countdown {
  readonly left: number
  readonly ends?: number
}

/** Part of a slide, in slide pixels, that fills the screen. */
export interface Zoom {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Colours of the deck, as `data-theme` on `<html>`. */
export const themes = ['light', 'dark', 'contrast'] as const

/** Name of one set of colours. */
type Theme = (typeof themes)[number]

/**
 * Everything that both windows share and that survives a reload.
 *
 * Plain data: it travels by `postMessage` and lies in `history.state`.
 */
export interface State {
  /** Grows with every change; of two states the higher one is newer. */
  readonly version: number
  /** Who changed it last: breaks a tie. */
  readonly by: string
  readonly slide: number
  /** Steps shown of the slide, from 1. */
  readonly step: number
  readonly blank: '' | 'black' | 'white'
  readonly theme: Theme
  /** Wished size of the text; 1 is as designed. */
  readonly font: number
  readonly muted: boolean
  readonly zoom?: Zoom | undefined
  /** Questions whose answer was shown whole: their slides come up without steps. */
  readonly open: readonly string[]
  /** Furthest step that the audience has seen, by slide address. */
  readonly seen: Readonly<Record<string, number>>
  readonly missed: readonly string[]
  readonly countdowns: Readonly<Record<string, Countdown>>
  /** When the presentation left its first slide (epoch, ms). */
  readonly started?: number | undefined
  /** When the current slide's question came up (epoch, ms). */
  readonly since?: number | undefined
  /** Milliseconds spent on a question before `since`. */
  readonly used: Readonly<Record<string, number>>
  /** What was drawn, by slide address. */
  readonly ink: Readonly<Record<string, readonly Stroke[]>>
}

/** Holds the one state of this window. */
export interface Store {
  readonly state: State
  /** Changes some fields here and tells the other window. */
  update: (change: Partial<State>) => void
  /** Takes over the other window's state if it is newer. */
  adopt: (other: State) => void
  /** Calls back at once and after every change. */
  subscribe: (listener: Listener) => void
}

/** Is told the new state, the one before, and whether this window made the change. */
type Listener = (state: State, before: State, own: boolean) => void

/** State of a deck that nobody has touched yet. */
export const firstState: State = {
  version: 0,
  by: '',
  slide: 0,
  step: 1,
  blank: '',
  theme: 'light',
  font: 1,
  muted: false,
  open: [],
  seen: {},
  missed: [],
  countdowns: {},
  used: {},
  ink: {},
}

/** Makes the store of one window. */
export function createStore(initial: State, me: string): Store {
  let state = initial
  const listeners: Listener[] = []
  const change = (next: State, own: boolean): void => {
    const before = state
    state = next
    for (const listener of listeners) listener(state, before, own)
  }
  return {
    get state() {
      return state
    },
    update: (fields) => {
      change({ ...state, ...fields, version: state.version + 1, by: me }, true)
    },
    adopt: (other) => {
      if (isNewer(other, state)) change(other, false)
    },
    subscribe: (listener) => {
      listeners.push(listener)
      listener(state, state, false)
    },
  }
}

function isNewer(other: State, mine: State): boolean {
  return other.version === mine.version
    ? other.by > mine.by
    : other.version > mine.version
}
