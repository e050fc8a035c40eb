import { on } from './dom.ts'
import { commands, type Command, type CommandName } from './commands.ts'
import { belongsToTarget, keyName } from './keys.ts'

/** Runs the commands of the keys that are pressed. */
export function listenToKeys(run: (name: CommandName) => void): void {
  on(document, 'keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.defaultPrevented || belongsToTarget(event)) return
    const key = keyName(event)
    const command = commands.find(({ keys }) => keys.includes(key))
    if (!command || !isOpen(command)) return
    event.preventDefault()
    // A key that is held goes on through the slides, but switches nothing to and fro.
    const repeats = command.name === 'forward' || command.name === 'back'
    if (!event.repeat || repeats) run(command.name)
  })
}

/** An open dialog lets through what does not hide it, and its own key, which closes it. */
function isOpen({ name, group }: Command): boolean {
  const dialog = document.querySelector<HTMLElement>('dialog[open]')
  return (
    !dialog ||
    group === 'groupTime' ||
    group === 'groupLook' ||
    dialog.dataset['name'] === name
  )
}
