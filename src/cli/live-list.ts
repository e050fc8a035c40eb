import type { ListrDefaultRendererLogLevels } from 'listr2'
import type { BuildStep } from '../pipeline/index.ts'

/** Shows how far a build is. */
export interface LiveList {
  /** A step of a paper begins, so that those before it are done. */
  readonly step: (path: string, step: BuildStep) => void
  /** A paper is finished. */
  readonly done: (path: string, failed: boolean) => void
  /** Takes the list off the screen. */
  readonly end: () => Promise<void>
}

const steps: readonly BuildStep[] = [
  'reading',
  'slides',
  'worksheet',
  'answer key',
  'notebooks',
  'gate',
]

/** For pipes and CI: nothing moves. */
export const noList: LiveList = {
  step: () => undefined,
  done: () => undefined,
  end: () => Promise.resolve(),
}

/**
 * Draws a list of papers, the running ones with their steps, and keeps it up to date.
 *
 * @param papers in the order in which they are built
 * @param concurrency papers that are built at the same time
 * @param screen terminal to draw on
 */
export async function liveList(
  papers: readonly string[],
  concurrency: number,
  screen: NodeJS.WriteStream,
): Promise<LiveList> {
  const rows: Rows = new Map(papers.map((path) => [path, rowOf()]))
  const showCursor = (): void => {
    screen.write('\u001b[?25h')
  }
  process.once('exit', showCursor)
  const drawing = await draw(rows, concurrency, screen)
  return {
    step: (path, step) => {
      for (const one of rows.get(path) ?? []) {
        if (one.step === step) break
        one.ended.resolve()
      }
    },
    done: (path, failed) => {
      const row = rows.get(path) ?? []
      if (failed) row.at(-1)?.ended.reject(new Error('errors'))
      for (const { ended } of row) ended.resolve()
    },
    end: async () => {
      for (const row of rows.values())
        for (const { ended } of row) ended.resolve()
      await drawing.ended
      process.off('exit', showCursor)
    },
  }
}

/** Starts to draw; listr2 is loaded only when somebody watches. */
async function draw(
  rows: Rows,
  concurrency: number,
  screen: NodeJS.WriteStream,
): Promise<{ ended: Promise<unknown> }> {
  const { Listr, ListrLogger, ProcessOutput } = await import('listr2')
  const list = new Listr(
    [...rows].map(([title, row]) => ({
      title,
      task: (_: unknown, task) =>
        task.newListr(
          row.map(({ step, ended }) => ({
            title: step,
            task: () => ended.promise,
          })),
        ),
    })),
    {
      concurrent: concurrency,
      exitOnError: false,
      // `main.ts` answers signals.
      registerSignalListeners: false,
      rendererOptions: {
        clearOutput: true,
        showErrorMessage: false,
        logger: new ListrLogger<ListrDefaultRendererLogLevels>({
          useIcons: true,
          processOutput: new ProcessOutput(screen, screen),
        }),
      },
    },
  )
  return { ended: list.run().catch(() => undefined) }
}

type Rows = ReadonlyMap<
  string,
  readonly { readonly step: BuildStep; readonly ended: Ending }[]
>

/** What ends one line of the list. */
interface Ending {
  readonly promise: Promise<void>
  readonly resolve: () => void
  readonly reject: (error: Error) => void
}

function rowOf(): { step: BuildStep; ended: Ending }[] {
  return steps.map((step) => ({ step, ended: ending() }))
}

function ending(): Ending {
  let resolve!: () => void
  let reject!: (error: Error) => void
  const promise = new Promise<void>((onEnd, onError) => {
    resolve = onEnd
    reject = onError
  })
  // The list may not wait for it any more.
  promise.catch(() => undefined)
  return { promise, resolve, reject }
}
