import type { CommandName } from './commands.ts'
import { countdownText } from './countdown-text.ts'
import { clockText } from './countdown.ts'
import { el, iconButton } from './dom.ts'
import { icons } from './icons.ts'
import { currentSlide } from './moves.ts'
import type { Player } from './player.ts'
import { onTick } from './ticker.ts'
import { timeBehind, timePlanned, timeUsed } from './time-used.ts'
import { fill } from './words.ts'

/** Clock, elapsed time, countdown with its buttons, question N of M, planned and used time. */
export function presenterClocks(
  player: Player,
  run: (name: CommandName) => void,
): HTMLElement {
  const { words } = player
  const names = ['questionCount', 'used', 'total', 'elapsed', 'clock'] as const
  const values = names.map((name) => ({ name, value: el('b') }))
  const show = (): void => {
    const texts = clockTexts(player, Date.now())
    for (const { name, value } of values) value.textContent = texts[name]
  }
  onTick(player, show)
  const buttons = (['less', 'countdown', 'more'] as const).map((name) =>
    iconButton(words[name], icons[name], () => {
      run(name)
    }),
  )
  return el(
    'section',
    { class: 'sd-clocks', 'aria-label': words.groupTime },
    el(
      'div',
      {},
      el('span', {}, words.left),
      countdownText(player, el('b', { class: 'sd-big' })),
      ...buttons,
    ),
    ...values.map(({ name, value }) =>
      el('div', { 'data-clock': name }, el('span', {}, words[name]), value),
    ),
  )
}

function clockTexts(
  { deck, store: { state }, words }: Player,
  now: number,
): Readonly<
  Record<'questionCount' | 'used' | 'total' | 'elapsed' | 'clock', string>
> {
  const { question, minutes } = currentSlide(deck, state)
  const number = deck.questions.findIndex(({ id }) => id === question) + 1
  const used = clockText(timeUsed(deck, state, question, now))
  const behind = timeBehind(deck, state, now)
  const word = behind > 0 ? words.behind : words.ahead
  return {
    questionCount: `${number > 0 ? number : '-'} / ${deck.questions.length}`,
    used: question ? `${used} / ${clockText(minutes * 60_000)}` : '-',
    total: `${clockText(timePlanned(deck))} · ${fill(word, { n: clockText(Math.abs(behind)) })}`,
    elapsed: clockText(now - (state.started ?? now)),
    clock: new Date(now).toTimeString().slice(0, 5),
  }
}
