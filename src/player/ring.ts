import { countdownText } from './countdown-text.ts'
import {
  countdownKey,
  currentCountdown,
  lastStretch,
  timeLeft,
} from './countdown.ts'
import { el, svg } from './dom.ts'
import { currentSlide } from './moves.ts'
import type { Player } from './player.ts'
import { chime } from './sound.ts'
import { onTick } from './ticker.ts'
import { fill } from './words.ts'

const radius = 40
const around = 2 * Math.PI * radius

/** Puts the countdown of the current question on the slide, once it was started. */
export function createRing(player: Player): void {
  const { deck, store, words } = player
  const circle = { cx: 48, cy: 48, r: radius }
  const arc = svg('circle', { ...circle, 'stroke-dasharray': around })
  const drawing = svg(
    'svg',
    { viewBox: '0 0 96 96', 'aria-hidden': 'true' },
    svg('circle', { ...circle, class: 'sd-track' }),
    arc,
  )
  const ring = el(
    'section',
    { class: 'sd-ring', 'aria-label': words.left },
    countdownText(player, el('span')),
    drawing,
  )
  player.layer.append(ring)
  const show = (): void => {
    const { state } = store
    const countdown = currentCountdown(deck, state)
    ring.hidden = !countdown
    ring.toggleAttribute('data-paused', countdown?.ends === undefined)
    const planned = currentSlide(deck, state).minutes * 60_000
    const part = timeLeft(deck, state, Date.now()) / planned
    const gone = 1 - Math.max(0, Math.min(1, part))
    arc.setAttribute('stroke-dashoffset', String(around * gone))
  }
  onTick(player, show)
  ringBells(player)
}

/** Says and sounds that the last half minute begins, and that time is up. */
function ringBells(player: Player): void {
  const { deck, store, words, say, role } = player
  let before = { key: '', left: 0 }
  const listen = (): void => {
    const { state } = store
    const key = countdownKey(currentSlide(deck, state))
    const left = timeLeft(deck, state, Date.now())
    const passed = (mark: number): boolean =>
      key === before.key && before.left > mark && left <= mark
    // The presenter's window is silent: the room hears the one that it looks at.
    const sounds = role === 'audience' && !state.muted
    if (currentCountdown(deck, state)?.ends === undefined) before.key = ''
    if (passed(0)) {
      say(words.timeUp)
      if (sounds) chime([659, 523, 392])
    } else if (passed(lastStretch)) {
      say(fill(words.lastSeconds, { n: lastStretch / 1000 }))
      if (sounds) chime([659])
    }
    before = { key, left }
  }
  onTick(player, listen)
}
