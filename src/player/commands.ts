/** Every command with its keys, in the groups of the help page. Keys, help and buttons are all made from this table. */
export const commandGroups = {
  groupMove: {
    forward: 'ArrowRight Space PageDown Enter n',
    back: 'ArrowLeft PageUp p Backspace Shift+Space',
    first: 'Home',
    last: 'End',
    whole: 'a',
    missed: 'x',
  },
  groupTime: { countdown: 't', more: '+ =', less: '-', mute: 'm' },
  groupFind: {
    present: 's',
    overview: 'o',
    jump: 'g i',
    search: '/',
    help: '? h',
    escape: 'Escape',
  },
  groupDraw: { laser: 'l', pen: 'd', eraser: 'e', undo: 'u', clear: 'Delete' },
  groupLook: {
    black: 'b .',
    white: 'w',
    larger: ']',
    smaller: '[',
    theme: 'c',
    // A clicker's start button is F5 (with Shift for "from here"); Esc, its other half, leaves full screen by itself.
    fullscreen: 'f F5',
  },
} as const

/** Name of a group of commands. */
export type CommandGroup = keyof typeof commandGroups

/** Name of a command. */
export type CommandName = {
  [Group in CommandGroup]: keyof (typeof commandGroups)[Group]
}[CommandGroup]

/** One line of the table. */
export interface Command {
  readonly name: CommandName
  readonly group: CommandGroup
  readonly keys: readonly string[]
}

/** The table as a list. */
export const commands: readonly Command[] = Object.entries(
  commandGroups,
).flatMap(([group, members]) =>
  Object.entries(members).map(([name, keys]: [string, string]) => ({
    name: name as CommandName,
    group: group as CommandGroup,
    keys: keys.split(' '),
  })),
)
