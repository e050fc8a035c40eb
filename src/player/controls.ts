import type { CommandName } from './commands.ts'
import { countdownText } from './countdown-text.ts'
import { el, iconButton, root, on } from './dom.ts'
import { icons } from './icons.ts'
import { currentSlide } from './moves.ts'
import { slideName } from './names.ts'
import type { Player } from './player.ts'
import type { State } from './state.ts'

/** Without a movement for this long (ms), controls and pointer hide. */
const idleAfter = 2500

const barCommands = [
  'whole',
  'overview',
  'present',
  'fullscreen',
  'help',
] as const

/** Makes the bar at the bottom: where we are, and what a mouse or a thumb needs. */
export function createControls(
  player: Player,
  run: (name: CommandName) => void,
): void {
  const { words } = player
  const button = (name: CommandName & keyof typeof icons): HTMLElement => {
    const made = iconButton(words[name], icons[name], () => {
      run(name)
    })
    made.dataset['command'] = name
    return made
  }
  player.layer.append(
    el(
      'nav',
      { class: 'sd-controls', 'aria-label': words.controls },
      button('back'),
      pageButton(player, run),
      button('forward'),
      countdownButton(player, run),
      ...barCommands.map(button),
    ),
  )
  hideWhenIdle()
}

function pageButton(
  { deck, store, words }: Player,
  run: (name: CommandName) => void,
): HTMLElement {
  const number = el('span')
  const name = el('span', { class: 'sd-name' })
  const show = (state: State): void => {
    const slide = currentSlide(deck, state)
    number.textContent =
      slide.kind === 'summary' ? '' : `${state.slide + 1}/${deck.pages}`
    name.textContent = slideName(slide, words)
  }
  store.subscribe(show)
  const onclick = (): void => {
    run('jump')
  }
  return el(
    'button',
    { class: 'sd-page', title: words.jump, onclick },
    number,
    name,
  )
}

function countdownButton(
  player: Player,
  run: (name: CommandName) => void,
): HTMLElement {
  const onclick = (): void => {
    run('countdown')
  }
  return countdownText(
    player,
    el('button', { title: player.words.countdown, onclick }),
  )
}

function hideWhenIdle(): void {
  let timer = 0
  const wake = (): void => {
    root.removeAttribute('data-idle')
    clearTimeout(timer)
    timer = window.setTimeout(() => {
      root.setAttribute('data-idle', '')
    }, idleAfter)
  }
  for (const name of ['pointermove', 'pointerdown', 'focusin'] as const)
    on(document, name, wake)
  wake()
}
