import { basename, dirname, extname, resolve } from 'node:path'

/**
 * Names the output folder of each paper after its file, in NFC so that a name typed on macOS is the same elsewhere.
 *
 * Papers that share a name (`a/1회차.md`, `b/1회차.md`) get their parent folder's name before it, and a number where
 * even that is shared; which one gets it depends on the paths alone, not on their order.
 *
 * @param paths papers of one build
 * @returns folder name by path
 */
export function paperFolders(
  paths: readonly string[],
): ReadonlyMap<string, string> {
  const folders = new Map<string, string>()
  const taken = new Set<string>()
  const count = countBy(paths, (path) => key(nameOf(path)))
  for (const path of [...paths].sort()) {
    const name = nameOf(path)
    const shared = (count.get(key(name)) ?? 0) > 1
    const wished = shared ? `${parentOf(path)}-${name}` : name
    let folder = wished
    for (let n = 2; taken.has(key(folder)); n++)
      folder = `${wished}-${String(n)}`
    taken.add(key(folder))
    folders.set(path, folder)
  }
  return folders
}

function nameOf(path: string): string {
  const name = basename(path, extname(path)).normalize('NFC').trim()
  return /^\.*$/.test(name) ? 'paper' : name
}

function parentOf(path: string): string {
  return basename(dirname(resolve(path))).normalize('NFC') || 'root'
}

/** Two names that differ in case only are one folder on Windows and macOS. */
function key(name: string): string {
  return name.toLowerCase()
}

function countBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): Map<string, number> {
  const count = new Map<string, number>()
  for (const item of items)
    count.set(keyOf(item), (count.get(keyOf(item)) ?? 0) + 1)
  return count
}
