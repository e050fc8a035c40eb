import { statSync } from 'node:fs'
import { basename, dirname, relative, resolve } from 'node:path'
import { watch as chokidar, type FSWatcher } from 'chokidar'

/** What is watched, and how. */
export interface WatchOptions {
  /** Papers and folders, as the user gave them, and whatever else counts. */
  readonly paths: readonly string[]
  /**
   * Looks at the files again and again instead of waiting for the system's word: in WSL, Docker and network folders none
   * comes.
   */
  readonly polling: boolean
  /** Told every path that was added, changed or removed. */
  readonly onEvent: (path: string) => void
}

/**
 * Watches files and folders. A file is watched through its folder: editors that save by renaming replace it by another.
 *
 * @returns closes the watchers
 */
export async function watchPaths({
  paths,
  polling,
  onEvent,
}: WatchOptions): Promise<() => Promise<void>> {
  const all = paths.map((path) => resolve(path))
  const folders = all.filter(isFolder)
  const around = all.filter((path) => !isFolder(path)).map(dirname)
  const common = {
    ignoreInitial: true,
    usePolling: polling,
    interval: 100,
    binaryInterval: 300,
  }
  const inFolders = (): FSWatcher =>
    chokidar(folders, {
      ...common,
      ignored: (path) =>
        folders.some((folder) =>
          /(?:^|[\\/])(?:\.|node_modules(?:[\\/]|$))/.test(
            relative(folder, path).replace(/^(?:\.\.[\\/]?)+/, ''),
          ),
        ),
    })
  // Not what lies deeper: a paper may stand in a home folder.
  const beside = (): FSWatcher =>
    chokidar([...new Set(around)], {
      ...common,
      depth: 0,
      ignored: (path, stats) =>
        stats?.isFile() === true && basename(path).startsWith('.'),
    })
  // A watcher of nothing never says that it is ready.
  const watchers = [
    ...(folders.length > 0 ? [inFolders()] : []),
    ...(around.length > 0 ? [beside()] : []),
  ]
  for (const watcher of watchers) {
    watcher.on('all', (_, path) => {
      onEvent(path)
    })
    // A folder that cannot be watched is no reason to stop: the others can.
    watcher.on('error', () => undefined)
  }
  await Promise.all(watchers.map(ready))
  return async () => {
    await Promise.all(watchers.map((watcher) => watcher.close()))
  }
}

/** One that cannot see a folder may never say that it is ready. */
async function ready(watcher: FSWatcher): Promise<void> {
  await new Promise<void>((done) => {
    watcher.once('ready', done)
    setTimeout(done, 3000).unref()
  })
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
