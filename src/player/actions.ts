import { root } from './dom.ts'
import type { CommandName } from './commands.ts'
import { addMinutes, toggleCountdown } from './countdown.ts'
import { fitFont, fontSizes } from './font-fit.ts'
import type { Ink, Tool } from './ink.ts'
import * as moves from './moves.ts'
import type { Player } from './player.ts'
import { themes, type State } from './state.ts'
import { fill } from './words.ts'

/** What each command does. */
export type Actions = Readonly<Record<CommandName, () => void>>

type Some<Name extends CommandName> = Pick<Actions, Name>
type MoveName = 'forward' | 'back' | 'first' | 'last' | 'whole' | 'missed'
type TimeName = 'countdown' | 'more' | 'less' | 'mute'
type LookName =
  'black' | 'white' | 'larger' | 'smaller' | 'theme' | 'fullscreen' | 'escape'
type DrawName = 'laser' | 'pen' | 'eraser' | 'undo' | 'clear'

/** Commands that go to another slide or step, or mark the question there. */
export function moveActions(player: Player): Some<MoveName> {
  const { deck, store } = player
  /** While the screen is blank, the first press only brings the slide back. */
  const move = (make: (state: State) => Partial<State>) => () => {
    store.update(store.state.blank ? { blank: '' } : make(store.state))
  }
  return {
    forward: move((state) => moves.forward(deck, state)),
    back: move((state) => moves.back(deck, state)),
    first: move((state) => moves.moveTo(deck, state, 0, 1)),
    last: move((state) => moves.moveTo(deck, state, Infinity, Infinity)),
    whole: move((state) => moves.wholeAnswer(deck, state)),
    missed: () => {
      toggleMissed(player)
    },
  }
}

/** Commands of the countdown. */
export function timeActions({
  deck,
  store,
  words,
  say,
}: Player): Some<TimeName> {
  const add = (minutes: number) => () => {
    store.update(addMinutes(deck, store.state, minutes, Date.now()))
  }
  return {
    countdown: () => {
      store.update(toggleCountdown(deck, store.state, Date.now()))
    },
    more: add(1),
    less: add(-1),
    mute: () => {
      const muted = !store.state.muted
      store.update({ muted })
      say(muted ? words.soundOff : words.soundOn)
    },
  }
}

/** Commands that change how the slide looks. */
export function lookActions(player: Player, ink: Ink): Some<LookName> {
  const { store } = player
  const blank = (colour: 'black' | 'white') => () => {
    store.update({ blank: store.state.blank === colour ? '' : colour })
  }
  return {
    black: blank('black'),
    white: blank('white'),
    larger: () => {
      changeFont(player, 1)
    },
    smaller: () => {
      changeFont(player, -1)
    },
    theme: () => {
      const next = (themes.indexOf(store.state.theme) + 1) % themes.length
      store.update({ theme: themes[next] ?? themes[0] })
    },
    fullscreen: toggleFullscreen,
    escape: () => {
      if (ink.tool() !== 'none') ink.take('none')
      else store.update({ blank: '', zoom: undefined })
    },
  }
}

/** Commands of pen and laser. */
export function drawActions({ words, say }: Player, ink: Ink): Some<DrawName> {
  const take = (tool: Tool & DrawName) => () => {
    ink.take(tool)
    if (ink.tool() !== 'none') say(words[tool])
  }
  return {
    laser: take('laser'),
    pen: take('pen'),
    eraser: take('eraser'),
    undo: ink.undo,
    clear: ink.clear,
  }
}

function toggleMissed({ deck, store, words, say }: Player): void {
  const { question } = moves.currentSlide(deck, store.state)
  if (!question) {
    say(words.noQuestion)
    return
  }
  const { missed } = store.state
  const marked = missed.includes(question)
  store.update({
    missed: marked
      ? missed.filter((other) => other !== question)
      : [...missed, question],
  })
  say(fill(marked ? words.missedOff : words.missedOn, { id: question }))
}

function changeFont({ deck, store, words, say }: Player, by: 1 | -1): void {
  const sizes: readonly number[] = fontSizes
  const font = sizes[sizes.indexOf(store.state.font) + by] ?? store.state.font
  store.update({ font })
  const fits = fitFont(moves.currentSlide(deck, store.state), font)
  if (fits < font) say(fill(words.fontLimit, { n: Math.round(fits * 100) }))
}

function toggleFullscreen(): void {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : root.requestFullscreen()
  // Refused inside a frame that may not: the deck works without.
  done.catch(() => undefined)
}
