import { execFile } from 'node:child_process'
import { chmod, mkdir, symlink } from 'node:fs/promises'
import { delimiter, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Folder } from './folder.ts'

const cli = resolve('dist/cli.js')

/**
 * Programs as documents name them, in front of the machine's own. What npm itself does, `.ci/run` does with this
 * repository and test/browser/package.test.ts with the package: here a script must exist, and `build:deck` builds.
 */
const programs = {
  studydeck: `
if [ "$1" != dev ]; then exec node "${cli}" "$@"; fi
node "${cli}" "$@" > dev.txt & server=$!
until grep -q 127.0.0.1 dev.txt; do sleep 0.1; kill -0 $server || exit 1; done
kill -INT $server; wait $server || true`,
  npx: `
while [ "\${1#-}" != "$1" ]; do shift; done
exec "$@"`,
  npm: `
case "$1 $2" in
  "run build:deck") shift 2; [ "$1" != -- ] || shift; exec node "${cli}" build "$@" ;;
  run*) shift; while [ "\${1#-}" != "$1" ]; do shift; done; exec node -e 'if (!require(process.argv[1]).scripts[process.argv[2]]) throw new Error(process.argv[2])' "${resolve('package.json')}" "$1" ;;
  ci*|install*|test*|pack*) ;;
  *) echo "npm $*?" >&2; exit 1 ;;
esac`,
}

/**
 * Runs a block of a document as somebody would who copies it into a terminal, in a folder with a paper in `decks/`.
 *
 * @param script lines of a shell
 * @param folder where to run it
 * @throws Error with everything that was printed, when a line fails
 */
export async function runShell(script: string, folder: Folder): Promise<void> {
  const bin = join(folder.path, '.bin')
  for (const [name, text] of Object.entries(programs))
    await chmod(
      await folder.write(
        `.bin/${name}`,
        `#!/usr/bin/env bash\nset -e${text}\n`,
      ),
      0o755,
    )
  await mkdir(join(folder.path, 'decks'), { recursive: true })
  await mkdir(join(folder.path, 'node_modules'))
  await symlink(resolve('.'), join(folder.path, 'node_modules/studydeck'))
  const env = {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
  }
  try {
    await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], {
      cwd: folder.path,
      env,
    })
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    throw new Error(`${script}\n${stdout}${stderr}`, { cause: error })
  }
}
