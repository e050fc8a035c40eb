import { spawnSync } from 'node:child_process'
import { execPath, platform } from 'node:process'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/folder.ts'

test.runIf(platform === 'linux')(
  'a browser that would have too few open files is not started',
  async () => {
    await using folder = await temporaryFolder()
    const paper = await folder.write('1회차.md', '1. 왜?\n\n> 답: 까닭\n')
    const program = [execPath, 'dist/cli.js', 'build', paper]
    const { status, stderr } = spawnSync(
      'bash',
      [
        ...['-c', 'ulimit -n 70; exec "$@"', 'bash', ...program],
        ...['--out', `${folder.path}/out`, '--only', 'host/deck.pdf'],
      ],
      { encoding: 'utf8' },
    )
    expect(stderr).toContain(
      'Cannot start a browser because only 70 files may be open at a time, raise the limit (`ulimit -n 1024`)',
    )
    expect(status).toBe(3)
  },
)
