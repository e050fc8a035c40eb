import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fetchImage } from '../../src/images/remote-image.ts'
import { temporaryFolder, type Folder } from '../support/folder.ts'
import { pngOf } from '../gate/planted.ts'

const png = Buffer.from(pngOf(40, 30).split(',')[1]!, 'base64')

let folder: Folder
let server: Server
let origin = ''
let asked: string[] = []

const answers: Record<string, RequestListener> = {
  '/a.png': (_, response) => {
    response.setHeader('content-type', 'image/png').end(png)
  },
  '/page': (_, response) => {
    response.setHeader('content-type', 'text/html').end('<svg>')
  },
  '/moved': (_, response) => {
    response.writeHead(302, { location: '/a.png' }).end()
  },
  '/file': (_, response) => {
    response.writeHead(302, { location: 'file:///etc/passwd' }).end()
  },
  '/endless': (_, response) => {
    response.setHeader('content-type', 'image/png')
    const more = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(2 ** 20)));
      if (!response.destroyed) response.once('drain', more)
    }
    more()
  },
  '/none': (_, response) => {
    response.writeHead(404).end()
  },
}

beforeEach(async () => {
  folder = await temporaryFolder()
  asked = []
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answers[request.url ?? '']?.(request, response)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(async () => {
  server.closeAllConnections()
  server.close()
  await folder[Symbol.asyncDispose]()
})

async function fetched(path: string): Promise<string> {
  const found = await fetchImage(origin + path, `${folder.path}/images`)
  return 'bytes' in found
    ? `${found.bytes.length} bytes`
    : found.problem.reason.replaceAll(origin, '')
}

test('an image is fetched once, into the cache', async () => {
  expect(await fetched('/a.png')).toBe(`${png.length} bytes`)
  expect(await fetched('/a.png')).toBe(`${png.length} bytes`)
  expect(asked).toEqual(['/a.png'])
  const [name = ''] = await folder.files('images')
  await folder.write(`images/${name}`, 'damaged')
  expect(await fetched('/a.png')).toBe(`${png.length} bytes`)
  expect(asked).toEqual(['/a.png', '/a.png'])
})

test('redirects are followed on the web and nowhere else', async () => {
  expect(await fetched('/moved')).toBe(`${png.length} bytes`)
  expect(await fetched('/file')).toMatch(
    /^Unexpected image `\/file` that cannot be fetched \(.+\), expected an image on the web$/,
  )
})

test.each([
  ['/none', 'Unexpected image `/none` which the server answers with 404'],
  ['/page', 'Unexpected image `/page` which is `text/html`'],
])('%s is no image', async (path, reason) => {
  expect(await fetched(path)).toBe(`${reason}, expected an image on the web`)
  expect(await folder.files()).toEqual([])
})

test('an image without an end is given up', async () => {
  expect(await fetched('/endless')).toBe(
    'Unexpected size of the image `/endless`, expected at most 20 MB',
  )
})

test('a server that is not there is said', async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  expect(await fetched('/a.png')).toBe(
    'Unexpected image `/a.png` that cannot be fetched (ECONNREFUSED), expected an image on the web',
  )
})
