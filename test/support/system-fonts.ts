import type { Page } from 'puppeteer-core'

/**
 * Texts that the page sets in a font which it did not bring along: on another machine they look different, or are blank.
 *
 * MathML is left out, which only screen readers get.
 */
export async function systemFonts(page: Page): Promise<string[]> {
  const session = await page.createCDPSession()
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument', { depth: 0 })
  const { nodeIds } = await session.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: 'body :not(math, math *, script, style, template)',
  })
  const found: string[] = []
  for (const nodeId of nodeIds) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', {
      nodeId,
    })
    const names = fonts
      .filter(({ isCustomFont }) => !isCustomFont)
      .map(({ familyName }) => familyName)
    if (names.length === 0) continue
    const { outerHTML } = await session.send('DOM.getOuterHTML', { nodeId })
    found.push(`${names.join()}: ${outerHTML.slice(0, 200)}`)
  }
  await session.detach()
  return found
}
