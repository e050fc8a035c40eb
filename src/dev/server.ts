import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { answer, type Answer } from './answer.ts'
import { refusal } from './guard.ts'
import type { Workshop } from './workshop.ts'
import { BuildError } from '../model/build-error.ts'

/** How many ports are tried, one after the other. */
const mostPorts = 50

/**
 * Serves a workshop on 127.0.0.1, on the first free port from the given one.
 *
 * Nothing is read from disk for a request: what can be asked for are the outputs of papers, by their names.
 *
 * @throws {BuildError} `PORT_IN_USE`
 */
export async function serve(
  workshop: Workshop,
  port: number,
): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo
    void respond(workshop, request, response, port)
  })
  const found = await listen(server, port)
  return {
    port: found,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function listen(server: Server, first: number): Promise<number> {
  for (let port = first; port < first + mostPorts && port < 65_536; port++) {
    try {
      server.listen(port, '127.0.0.1')
      await once(server, 'listening')
      return (server.address() as AddressInfo).port
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error
    }
  }
  throw new BuildError(
    'PORT_IN_USE',
    `Cannot find a free port from ${first} on, name another one with --port`,
  )
}

/** Other sites may neither read what we answer nor show it in a frame. */
const headers = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
}

async function respond(
  workshop: Workshop,
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
): Promise<void> {
  for (const [name, value] of Object.entries(headers))
    response.setHeader(name, value)
  const refused = refusal(request, port)
  const { status, type, body, events }: Answer = refused
    ? { status: refused.status, type: 'text/plain', body: refused.text }
    : await answer(workshop, request)
  if (status === 405) response.setHeader('allow', 'GET, HEAD')
  response.statusCode = status
  response.setHeader('content-type', type)
  if (request.method === 'HEAD') response.end()
  else if (events) await stream(workshop, events, response)
  else response.end(body)
}

/** @see https://html.spec.whatwg.org/multipage/server-sent-events.html */
async function stream(
  workshop: Workshop,
  page: NonNullable<Answer['events']>,
  response: ServerResponse,
): Promise<void> {
  response.flushHeaders()
  const closed = new Promise<void>((done) => response.once('close', done))
  const leave = workshop.open({
    ...page,
    tell: (state) => {
      response.write(`data: ${JSON.stringify(state)}\n\n`)
    },
  })
  await closed
  leave()
}
