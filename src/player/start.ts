import {
  drawActions,
  lookActions,
  moveActions,
  timeActions,
  type Actions,
} from './actions.ts'
import { fromHash, toHash } from './address.ts'
import { announceSlides } from './announce.ts'
import type { CommandName } from './commands.ts'
import { createControls } from './controls.ts'
import { readDeck, type PlayerDeck } from './deck.ts'
import { el, root, on } from './dom.ts'
import { createJump, createSearch } from './finder.ts'
import { createHelp } from './help.ts'
import { createInk, type Ink } from './ink.ts'
import { listenToKeys } from './keyboard.ts'
import { createLink, presenterToken, type Link } from './link.ts'
import { followLook } from './look.ts'
import { recall, remember } from './memory.ts'
import { enter, moveTo } from './moves.ts'
import { createOverview } from './overview.ts'
import { listenToPointer } from './pointer.ts'
import type { Player } from './player.ts'
import { createPresenterView } from './presenter.ts'
import { createRing } from './ring.ts'
import { createStage, windowBox } from './stage.ts'
import { createStore, firstState, themes, type State } from './state.ts'
import { addSummarySlide, followMissed } from './summary.ts'
import { createToast } from './toast.ts'
import { keepAwake } from './wake-lock.ts'
import { pageWords } from './words.ts'

/** Turns the page into a presentation. A page without slides is left as it is. */
export function startPlayer(): void {
  const main = document.querySelector<HTMLElement>('main.deck')
  if (!main?.querySelector('.slide')) return
  const presenting = presenterToken(location.hash)
  const kept = recall()
  const token = presenting ?? kept?.token ?? newToken()
  const player = createPlayer(main, presenting !== undefined, kept?.state)
  const view = presenting ? createPresenterView(player.layer) : undefined
  const stage = createStage(player, view?.box ?? windowBox)
  view?.onResize(stage.place)
  keepAddress(player, token)

  const ink = createInk(player, stage, (point) => {
    link.sendLaser(point)
  })
  const link = createLink(player.role, token, player.store, ink.showLaser)
  const run = (name: CommandName): void => {
    actions[name]()
  }
  const actions = createActions(player, ink, link, run)
  listenToKeys(run)
  listenToPointer(player, stage, {
    forward: actions.forward,
    back: actions.back,
    busy: () => ink.tool() !== 'none',
  })
  createRing(player)
  createControls(player, run)
  view?.start(player, link, run)
  followLook(player)
  followMissed(player)
  announceSlides(player)
  keepAwake()
}

function createPlayer(
  main: HTMLElement,
  presenting: boolean,
  kept: State | undefined,
): Player {
  const words = pageWords(document)
  addSummarySlide(main, words)
  const deck = readDeck(main)
  const layer = el('div', { class: 'sd-layer' })
  document.body.append(layer)
  root.dataset['role'] = presenting ? 'presenter' : 'audience'
  return {
    role: presenting ? 'presenter' : 'audience',
    deck,
    store: createStore(
      presenting ? (kept ?? firstState) : openingState(deck, kept),
      newToken(),
    ),
    words,
    main,
    layer,
    say: createToast(layer),
  }
}

function createActions(
  player: Player,
  ink: Ink,
  link: Link,
  run: (name: CommandName) => void,
): Actions {
  const { deck, role, say, store, words } = player
  const go = (index: number): void => {
    store.update(enter(deck, store.state, index))
  }
  return {
    ...moveActions(player),
    ...timeActions(player),
    ...lookActions(player, ink),
    ...drawActions(player, ink),
    overview: createOverview(player, go).toggle,
    jump: createJump(player, go).toggle,
    search: createSearch(player, go).toggle,
    help: createHelp(player, run).toggle,
    present: () => {
      if (role === 'audience' && !link.open()) say(words.popupBlocked)
    },
  }
}

/** What was kept, at the slide that the address names: after a rebuild the address still holds, an index may not. */
function openingState(deck: PlayerDeck, kept: State | undefined): State {
  const theme = themes.find((name) => name === root.dataset['theme'])
  // Above 0: a presenter's window that has just come up follows.
  const state = kept ?? {
    ...firstState,
    version: 1,
    theme: theme ?? firstState.theme,
  }
  const place = fromHash(deck, location.hash) ?? { index: 0 }
  const at = { ...state, slide: place.index }
  return {
    ...at,
    ...moveTo(deck, at, place.index, place.step ?? 1),
    blank: state.blank,
    zoom: undefined,
    // A deck that was opened at a question counts its time from here.
    since: state.since ?? Date.now(),
  }
}

/** Keeps the state over a reload and follows the address; only the audience's window writes its slide there. */
function keepAddress({ deck, main, role, store }: Player, token: string): void {
  const keep = (state: State): void => {
    const hash = role === 'audience' ? toHash(deck, state) : location.hash
    remember({ token, state }, hash)
  }
  store.subscribe(keep)
  on(window, 'hashchange', ({ isTrusted }) => {
    // `studydeck dev` says so when it has changed slides in place.
    if (!isTrusted) Object.assign(deck, readDeck(main))
    const place = fromHash(deck, location.hash)
    if (!place) return
    const { index, step } = place
    store.update(
      step === undefined
        ? enter(deck, store.state, index)
        : moveTo(deck, store.state, index, step),
    )
  })
}

/** 128 random bits. `crypto.randomUUID` is missing where a page came over plain http. */
function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
