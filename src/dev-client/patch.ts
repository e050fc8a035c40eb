import type { SlidePatch } from './state.ts'

/** Faces that replace those of the page: a stylesheet of the page itself could not, since its policy knows the old one. */
const faces = new CSSStyleSheet()

/**
 * Changes slides in place, and tells the player, which then shows the slide that the address names.
 *
 * @returns whether that worked: whether the page was what the patch is for, and the slide is still there
 */
export function applyPatch({ before, slides, fonts }: SlidePatch): boolean {
  const main = document.querySelector('main.deck')
  const old = main ? slidesOf(main) : []
  const next = slides.flatMap((slide) =>
    typeof slide === 'number' ? (old[slide] ?? []) : elementOf(slide),
  )
  if (!main || old.length !== before || next.length !== slides.length)
    return false
  if (fonts !== undefined) replaceFaces(fonts)
  arrange(main, old, next)
  dispatchEvent(new HashChangeEvent('hashchange'))
  return main.querySelector('[data-current]') !== null
}

/** The player adds a slide of its own behind the others. */
function slidesOf(main: Element): Element[] {
  return [
    ...main.querySelectorAll(':scope > .slide:not([data-kind="summary"])'),
  ]
}

function replaceFaces(css: string): void {
  faces.replaceSync(css)
  if (!document.adoptedStyleSheets.includes(faces))
    document.adoptedStyleSheets.push(faces)
}

/** Puts the new slides where the old ones were; those that stay are not touched where they need not be. */
function arrange(
  main: Element,
  old: readonly Element[],
  next: readonly Element[],
): void {
  const kept = new Set(next)
  for (const slide of old) if (!kept.has(slide)) slide.remove()
  let place = main.firstElementChild
  for (const slide of next)
    if (slide === place) place = place.nextElementSibling
    else main.insertBefore(slide, place)
}

const tag = /<[a-z][^<>"]*(?:"[^"]*"[^<>"]*)*>/gi

/**
 * The page's policy knows only the style attributes that the page was made with; what a script sets, it lets pass. So
 * that it has nothing to complain of, they have another name until then. In text, `<` is always escaped.
 */
function elementOf(html: string): Element[] {
  const template = document.createElement('template')
  template.innerHTML = html.replaceAll(tag, (one) =>
    one.replace(/\sstyle="/, ' data-style="'),
  )
  for (const element of template.content.querySelectorAll<HTMLElement>(
    '[data-style]',
  )) {
    element.style.cssText = element.dataset['style'] ?? ''
    delete element.dataset['style']
  }
  return [...template.content.children]
}
