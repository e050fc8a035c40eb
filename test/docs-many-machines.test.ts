import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const folder = 'examples/many-machines'

function read(name: string): unknown {
  return parse(readFileSync(`${folder}/${name}`, 'utf8'))
}

interface Workflow {
  readonly jobs: Readonly<
    Record<
      'build' | 'gallery',
      {
        readonly needs?: string
        readonly strategy?: { readonly matrix: { readonly shard: number[] } }
        readonly steps: readonly {
          readonly run?: string
          readonly uses?: string
          readonly with?: Readonly<Record<string, unknown>>
        }[]
      }
    >
  >
}

interface Job {
  readonly kind: string
  readonly spec: {
    readonly completionMode?: string
    readonly completions?: number
    readonly parallelism?: number
    readonly template: {
      readonly spec: {
        readonly restartPolicy: string
        readonly containers: readonly {
          readonly name: string
          readonly image: string
          readonly command?: readonly string[]
          readonly args?: readonly string[]
          readonly volumeMounts: readonly { readonly name: string }[]
        }[]
        readonly volumes: readonly { readonly name: string }[]
      }
    }
  }
}

test('the parts of the matrix are a whole, and what they leave is merged with its hidden records', () => {
  const { build, gallery } = (read('github-workflow.yml') as Workflow).jobs
  const parts = build.strategy?.matrix.shard ?? []
  expect(parts).toEqual(Array.from(parts, (_, index) => index + 1))
  expect(build.steps.map(({ run }) => run)).toContain(
    'npx studydeck build decks --out build --shard ${{ matrix.shard }}/${{ strategy.job-total }}',
  )
  const upload = build.steps.find(({ uses }) => uses?.includes('upload'))
  const download = gallery.steps.find(({ uses }) => uses?.includes('download'))
  expect(upload?.with?.['include-hidden-files']).toBe(true)
  expect(upload?.with?.['name']).toMatch(
    new RegExp(String(download?.with?.['pattern']).replace('*', '.+')),
  )
  expect(download?.with).toMatchObject({
    path: 'build',
    'merge-multiple': true,
  })
  expect(gallery.needs).toBe('build')
})

test('every pod of the job takes another part, and all of them are a whole', () => {
  const { kind, spec } = read('kubernetes-build.yaml') as Job
  expect({ kind, mode: spec.completionMode }).toEqual({
    kind: 'Job',
    mode: 'Indexed',
  })
  expect(spec.parallelism).toBe(spec.completions)
  const [container] = spec.template.spec.containers
  const [shell = '', flag = '', script = ''] = container?.command ?? []
  const printed = script.replace(/^exec node \S+/, 'echo')
  const calls = Array.from({ length: spec.completions ?? 0 }, (_, index) =>
    execFileSync(shell, [flag, printed], {
      env: { ...process.env, JOB_COMPLETION_INDEX: String(index) },
      encoding: 'utf8',
    }).trim(),
  )
  expect(calls).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8].map(
      (part) => `build /papers --out /build --shard ${part}/8`,
    ),
  )
})

test.each(['kubernetes-build.yaml', 'kubernetes-index.yaml'])(
  '%s mounts only volumes that it has, and runs the image of the Dockerfile',
  (name) => {
    const { spec } = (read(name) as Job).spec.template
    const [container] = spec.containers
    const volumes = spec.volumes.map((volume) => volume.name)
    expect(container?.volumeMounts.map((mount) => mount.name)).toEqual(volumes)
    expect(container?.image).toBe('studydeck')
    expect(spec.restartPolicy).toBe('Never')
  },
)

test('what the Dockerfile copies is there and let through', () => {
  const docker = readFileSync('Dockerfile', 'utf8')
  const ignored = readFileSync('.dockerignore', 'utf8').split('\n')
  const copied = [...docker.matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap(
    ([, paths = '']) => paths.split(' '),
  )
  expect(copied.length).toBeGreaterThan(0)
  for (const path of copied) {
    expect(existsSync(path), path).toBe(true)
    expect(ignored).toContain(`!${path}`)
  }
})

test('links of the page lead somewhere', () => {
  const page = readFileSync('docs/many-machines.md', 'utf8')
  for (const [, path = ''] of page.matchAll(/\]\(\.\.\/([^)]+)\)/g))
    expect(existsSync(path), path).toBe(true)
})
