import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'

/** A temporary folder that a test fills and that is removed afterwards. */
export interface Folder extends AsyncDisposable {
  readonly path: string
  /** Writes a file below the folder and returns its absolute path. */
  write(name: string, contents: string | Uint8Array): Promise<string>
  /** Relative paths of all files below a sub-folder, with `/`, sorted, without the records of builds. */
  files(below?: string): Promise<string[]>
}

/** Makes a temporary folder. */
export async function temporaryFolder(): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'studydeck-test-'))
  return {
    path,
    async write(name, contents) {
      const file = join(path, name)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, contents)
      return file
    },
    async files(below = '.') {
      const root = join(path, below)
      const found: string[] = []
      for (const name of await readdir(root, { recursive: true })) {
        const file = join(root, name)
        if (!name.endsWith('.studydeck.json') && (await stat(file)).isFile())
          found.push(relative(root, file).split(sep).join('/'))
      }
      return found.sort()
    },
    async [Symbol.asyncDispose]() {
      await rm(path, { recursive: true, force: true })
    },
  }
}
