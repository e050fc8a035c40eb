import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

test.runIf(process.platform === 'linux')(
  'too few file handles to load the program are said to be too few',
  () => {
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', 'ulimit -n 24; exec "$0" dist/cli.js check', process.execPath],
      { encoding: 'utf8' },
    )
    expect(stderr).toBe(
      'studydeck: Cannot open another file because too many are open, raise the limit (`ulimit -n 1024`)\n',
    )
    expect(status).toBe(3)
  },
)
