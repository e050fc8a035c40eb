/** What is said where no further file can be opened. */
export const outOfHandles =
  'studydeck: Cannot open another file because too many are open, raise the limit (`ulimit -n 1024`)\n'

/** Whether no further file can be opened: any may be the last, files of the program too. */
export function isOutOfHandles(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return code === 'EMFILE' || code === 'ENFILE'
}
