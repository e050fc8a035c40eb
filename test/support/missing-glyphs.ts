import type { Page } from 'puppeteer-core'
import { visibleCharacters } from '../../src/fonts/characters.ts'
import { readCoverage } from '../../src/fonts/cmap.ts'

/**
 * Characters of a page that none of its own fonts draws: a machine without fonts leaves them blank, any other draws them
 * its own way.
 *
 * MathML is left out, which only screen readers get.
 *
 * @returns `characters: font-family` for each list of families
 */
export async function missingGlyphs(page: Page): Promise<string[]> {
  const { faces, texts } = await page.evaluate(readFonts)
  const coverage = new Map<string, Set<number>>()
  for (const { family, data } of faces) {
    const font = readCoverage(Buffer.from(data, 'base64'))
    coverage.set(family, new Set([...(coverage.get(family) ?? []), ...font]))
  }
  return Object.entries(texts).flatMap(([families, text]) => {
    const names = families.split(',').map((name) => unquoted(name.trim()))
    const missing = visibleCharacters(text).filter(
      (code) => !names.some((name) => coverage.get(name)?.has(code)),
    )
    return missing.length === 0
      ? []
      : [`${String.fromCodePoint(...missing)}: ${families}`]
  })
}

/** Runs in the page. */
function readFonts(): {
  faces: { family: string; data: string }[]
  texts: Record<string, string>
} {
  const faces = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return []
      const family = rule.style.getPropertyValue('font-family')
      const [, data] = /base64,([^")]*)/.exec(rule.cssText) ?? []
      return data ? [{ family: family.replaceAll('"', ''), data }] : []
    }),
  )
  const texts: Record<string, string> = {}
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode as Text
    if (!parentElement || data.trim() === '') continue
    if (parentElement.closest('math, script, style, template')) continue
    const { fontFamily } = getComputedStyle(parentElement)
    texts[fontFamily] = (texts[fontFamily] ?? '') + data.trim()
  }
  return { faces, texts }
}

function unquoted(name: string): string {
  return name.replaceAll(/^["']|["']$/g, '')
}
