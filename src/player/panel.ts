import type { CommandName } from './commands.ts'
import { countdownText } from './countdown-text.ts'
import { el, iconButton, on } from './dom.ts'
import { icons } from './icons.ts'
import type { Player } from './player.ts'

/** A dialog over the deck. */
export interface Panel {
  readonly dialog: HTMLDialogElement
  /** Opens it with fresh content, or closes it. */
  readonly toggle: () => void
}

/**
 * Makes a dialog that a command opens and closes.
 *
 * @param name command, whose word is the dialog's title
 * @param content made anew each time that the dialog opens
 * @param opened called with the dialog on screen, to set the focus
 */
export function createPanel(
  player: Player,
  name: CommandName,
  content: () => Node,
  opened: (dialog: HTMLDialogElement) => void = () => undefined,
): Panel {
  const { layer, words } = player
  const body = el('div', { class: 'sd-body' })
  const toggle = (): void => {
    if (dialog.open) {
      dialog.close()
      return
    }
    body.replaceChildren(content())
    dialog.showModal()
    opened(dialog)
  }
  const dialog = el(
    'dialog',
    { class: 'sd-panel', 'data-name': name, 'aria-label': words[name] },
    el(
      'div',
      { class: 'sd-head' },
      el('h2', {}, words[name]),
      countdownText(player, el('span')),
      iconButton(words.escape, icons.close, toggle),
    ),
    body,
  )
  on(dialog, 'click', ({ target }) => {
    if (target === dialog) toggle()
  })
  layer.append(dialog)
  return { dialog, toggle }
}
