import type { IncomingMessage } from 'node:http'
import { livePage } from './live-page.ts'
import type { PaperDesk } from './paper-desk.ts'
import { pdfPage, plainPage } from './plain-page.ts'
import type { Workshop } from './workshop.ts'
import { outputNames, type OutputName } from '../model/output.ts'
import { sha256 } from '../pipeline/sha256.ts'

/** What a request gets. */
export interface Answer {
  readonly status: number
  /** Media type. */
  readonly type: string
  readonly body: string | Uint8Array
  /** The page that wants to be told of changes, instead of a body. */
  readonly events?: {
    readonly folder: string
    readonly name: OutputName | ''
    /** What it shows. */
    readonly revision: string
  }
}

const html = 'text/html; charset=utf-8'

const types: Readonly<Record<string, string>> = {
  html,
  pdf: 'application/pdf',
  md: 'text/markdown; charset=utf-8',
  ipynb: 'application/x-ipynb+json',
}

/** Address of the events that tell pages of changes. */
export const eventsPath = '/.studydeck/events'

/**
 * Answers a request that was let in.
 *
 * @param workshop with the papers
 * @param request its address names an output, the gallery, a thumbnail or the events
 */
export async function answer(
  workshop: Workshop,
  { url = '/', headers }: IncomingMessage,
): Promise<Answer> {
  const { path, query } = readAddress(url)
  if (path === undefined) return missing('Unexpected address')
  if (path === eventsPath) return eventsFor(query)
  if (path === '/' || path === '/index.html') return gallery(workshop)
  const [, folder = '', ...rest] = path.split('/')
  const desk = workshop.desk(folder)
  const name = rest.join('/')
  if (!desk) return missing('No paper has this address')
  if (name === 'thumbnail.png') return thumbnail(desk)
  const output = outputNames.find((one) => one === name)
  if (!output) return missing('No output has this address')
  const isFramed =
    output.endsWith('.pdf') &&
    headers['sec-fetch-dest'] === 'document' &&
    !query.has('file')
  return outputAnswer(workshop, desk, output, isFramed)
}

/** Paths as they are written, `..` included: nothing is resolved, so that nothing is left. */
function readAddress(url: string): {
  path: string | undefined
  query: URLSearchParams
} {
  const [before = '', query = ''] = url.split('?')
  try {
    return {
      path: decodeURIComponent(before).normalize('NFC'),
      query: new URLSearchParams(query),
    }
  } catch {
    // A lone `%`.
    return { path: undefined, query: new URLSearchParams() }
  }
}

function eventsFor(query: URLSearchParams): Answer {
  const wished = query.get('name')
  const name = outputNames.find((one) => one === wished) ?? ''
  const folder = name === '' ? '' : (query.get('folder') ?? '')
  return {
    status: 200,
    type: 'text/event-stream',
    body: '',
    events: { folder, name, revision: query.get('revision') ?? '' },
  }
}

async function gallery(workshop: Workshop): Promise<Answer> {
  const page = await workshop.gallery()
  const revision = sha256(Buffer.from(page)).slice(0, 16)
  return {
    status: 200,
    type: html,
    body: livePage(page, { folder: '', name: '', revision }),
  }
}

async function thumbnail(desk: PaperDesk): Promise<Answer> {
  const file = await desk.output('host/deck.html')
  return file?.thumbnail
    ? { status: 200, type: 'image/png', body: file.thumbnail }
    : missing('There is no deck')
}

async function outputAnswer(
  workshop: Workshop,
  desk: PaperDesk,
  name: OutputName,
  isFramed: boolean,
): Promise<Answer> {
  const file = await desk.output(name)
  const identity = {
    folder: desk.folder,
    name,
    revision: workshop.revisionOf(file),
  }
  const title = `${desk.folder}/${name}`
  if (!file) return { ...withheld(title, desk, identity) }
  if (isFramed)
    return { status: 200, type: html, body: livePage(pdfPage(title), identity) }
  const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
  const body =
    type === html
      ? livePage(Buffer.from(file.contents).toString(), identity)
      : file.contents
  return { status: 200, type, body }
}

function withheld(
  title: string,
  desk: PaperDesk,
  identity: Parameters<typeof livePage>[1],
): Answer {
  const text = desk.isDoubtful
    ? 'There is nothing to show: the paper has errors. This page comes back when they are mended.'
    : 'This paper has no such output.'
  return {
    status: 404,
    type: html,
    body: livePage(plainPage(title, text), identity),
  }
}

function missing(text: string): Answer {
  return { status: 404, type: html, body: plainPage('studydeck', `${text}.`) }
}
