import { resolve } from 'node:path'
import { serve } from './server.ts'
import { watchPaths } from './watch.ts'
import { Workshop, type WorkshopOptions } from './workshop.ts'

export type { PaperDesk } from './paper-desk.ts'
export type { WorkshopOptions } from './workshop.ts'

/** What `studydeck dev` serves and watches. */
export interface DevOptions extends WorkshopOptions {
  /** First port to try; 0 for any. */
  readonly port: number
  /** Looks at files again and again, where the system does not tell of changes. */
  readonly polling: boolean
  /** Files whose change changes the options, such as the configuration. */
  readonly settings?: readonly string[]
  /** Reads the options again; `undefined` when they are wrong, and all stays as it is. */
  readonly onSettings?: () => Promise<WorkshopOptions | undefined>
}

/** A running preview. */
export interface Dev extends AsyncDisposable {
  /** Of the gallery. */
  readonly url: string
}

/**
 * Serves papers while they are written.
 *
 * @throws {BuildError} `PORT_IN_USE`
 */
export async function startDev(options: DevOptions): Promise<Dev> {
  const workshop = new Workshop(options)
  const { templates } = options.desk
  const special = new Set(
    [...(options.settings ?? []), ...(templates ? [templates] : [])].map(
      (path) => resolve(path),
    ),
  )
  const onEvent = async (path: string): Promise<void> => {
    const changed = resolve(path)
    const isSpecial = [...special].some(
      (one) => changed === one || changed.startsWith(`${one}/`),
    )
    if (!isSpecial) return workshop.onChange(path)
    const next = options.onSettings ? await options.onSettings() : options
    if (next) await workshop.configure(next)
  }
  const unwatch = await watchPaths({
    paths: [...options.paths, ...special],
    polling: options.polling,
    onEvent: (path) => {
      void onEvent(path)
    },
  })
  await workshop.find()
  const server = await serve(workshop, options.port)
  return {
    url: `http://127.0.0.1:${server.port}/`,
    async [Symbol.asyncDispose]() {
      await unwatch()
      await server.close()
    },
  }
}
