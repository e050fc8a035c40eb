import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'puppeteer-core'

/** What a page did that none of ours does. */
export interface Misdeeds {
  /** Dialogs that a script opened: every snippet that runs says `alert(1)`. */
  readonly ran: string[]
  /** Addresses that were asked for, beside the page itself. */
  readonly asked: string[]
  /** What the policy had to stop, which the sanitiser should have removed. */
  readonly stopped: string[]
  /** Elements and attributes that no page of ours has. */
  readonly foreign: string[]
}

/** A server that counts who calls. */
export interface CanaryServer extends AsyncDisposable {
  readonly port: number
  readonly calls: string[]
}

/** Listens on 127.0.0.1. */
export async function canaryServer(): Promise<CanaryServer> {
  const calls: string[] = []
  const server = createServer((request, response) => {
    calls.push(request.url ?? '')
    response.end()
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    calls,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => {
          resolve()
        })
      }),
  }
}

/**
 * Writes down what a page does from now on. Goes on by itself in every page that this one opens.
 *
 * @param page before anything is loaded
 */
export async function watchMisdeeds(page: Page): Promise<Misdeeds> {
  const misdeeds: Misdeeds = { ran: [], asked: [], stopped: [], foreign: [] }
  page.on('dialog', (dialog) => {
    misdeeds.ran.push(`${dialog.type()} ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!request.isNavigationRequest() && !/^data:(?:image|font)\//.test(url))
      misdeeds.asked.push(url.slice(0, 200))
    else if (request.isNavigationRequest() && !url.startsWith('file:'))
      misdeeds.asked.push(url.slice(0, 200))
  })
  page.on('console', (message) => {
    if (message.text().startsWith('stopped '))
      misdeeds.stopped.push(message.text())
  })
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, sample } = event
      console.log(`stopped ${effectiveDirective} ${blockedURI} ${sample}`)
    })
  })
  return misdeeds
}

/**
 * Runs in the page: everything that could run or load, by walking through all elements, inside of templates too; then
 * whatever waits for a click, a pointer or the focus is given it.
 */
export function provoke(): string[] {
  const foreign: string[] = []
  const elements = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element instanceof HTMLTemplateElement
        ? elements(element.content)
        : []),
      ...(element.shadowRoot ? elements(element.shadowRoot) : []),
    ])
  const forbidden =
    /^(?:iframe|frame|frameset|object|embed|applet|base|link|form|video|audio|source|track|portal|fencedframe|foreignobject|animate|set|use|image|feimage|script|style|meta|title)$/
  for (const element of elements(document.body)) {
    const name = element.localName.toLowerCase()
    const isOwn = element.parentElement === document.body && name === 'script'
    if (forbidden.test(name) && !isOwn) foreign.push(`<${name}>`)
    for (const attribute of element.attributes) {
      const { name: key, value } = attribute
      const isAddress =
        /^(?:(?:xlink:)?href|src|action|formaction|data|poster|background|ping|srcset|srcdoc|style|fill|stroke|filter|mask|clip-path|marker-\w+)$/
      const isSafe =
        /^(?:https?:\/\/|mailto:|#|data:image\/(?:png|jpeg|gif|webp|svg\+xml);base64,)/
      if (key.startsWith('on') || key === 'is') foreign.push(`${name} ${key}`)
      if (
        /^(?:(?:xlink:)?href|src|action|formaction|data|poster|background|ping|srcset|srcdoc)$/.test(
          key,
        ) &&
        !isSafe.test(value)
      )
        foreign.push(`${name} ${key}=${value.slice(0, 80)}`)
      if (
        isAddress.test(key) &&
        /url\((?!["']?#)|image-set|expression\(|position:\s*fixed/i.test(value)
      )
        foreign.push(`${name} ${key}=${value.slice(0, 80)}`)
    }
  }
  const events = [
    'mouseover',
    'pointermove',
    'focus',
    'toggle',
    'error',
    'load',
  ]
  for (const element of elements(document.body)) {
    if ([...element.attributes].some(({ name }) => name.startsWith('on')))
      for (const event of events) element.dispatchEvent(new Event(event))
    if (
      element instanceof HTMLAnchorElement &&
      !/^(?:https?|mailto):/.test(element.href)
    )
      element.click()
  }
  return [...new Set(foreign)]
}
