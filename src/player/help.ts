import {
  commandGroups,
  commands,
  type Command,
  type CommandGroup,
  type CommandName,
} from './commands.ts'
import { el } from './dom.ts'
import { keyLabel } from './keys.ts'
import { createPanel, type Panel } from './panel.ts'
import type { Player } from './player.ts'

/** All keys; each line can also be pressed, which gives a phone every command. */
export function createHelp(
  player: Player,
  run: (name: CommandName) => void,
): Panel {
  const { words } = player
  const line = ({ name, keys }: Command): HTMLElement =>
    el(
      'button',
      {
        onclick: () => {
          panel.toggle()
          run(name)
        },
      },
      el('span', {}, words[name]),
      el(
        'span',
        { class: 'sd-keys' },
        ...keys.map((key) => el('kbd', {}, keyLabel(key))),
      ),
    )
  const section = (group: CommandGroup): HTMLElement =>
    el(
      'section',
      {},
      el('h3', {}, words[group]),
      ...commands.filter((command) => command.group === group).map(line),
    )
  const panel = createPanel(player, 'help', () =>
    el(
      'div',
      { class: 'sd-help' },
      ...(Object.keys(commandGroups) as CommandGroup[]).map(section),
      el('p', {}, words.mouse),
    ),
  )
  return panel
}
