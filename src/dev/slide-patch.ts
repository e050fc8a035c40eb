import type { SlidePatch } from '../dev-client/state.ts'

/**
 * Finds out what of a `deck.html` changed.
 *
 * @param before page that is open
 * @param after page that is to be seen
 * @returns `undefined` where more than slides and fonts changed
 */
export function slidePatch(
  before: string,
  after: string,
): SlidePatch | undefined {
  const [old, next] = [partsOf(before), partsOf(after)]
  if (!old || old.frame !== next?.frame) return undefined
  const indexes = new Map(old.slides.map((slide, index) => [slide, index]))
  return {
    before: old.slides.length,
    slides: next.slides.map((slide) => {
      const index = indexes.get(slide)
      // Each element can be kept once.
      indexes.delete(slide)
      return index ?? slide
    }),
    ...(old.fonts === next.fonts ? {} : { fonts: next.fonts }),
  }
}

/** A page of slides in the parts that change by themselves. */
interface DeckParts {
  /** All but the parts below, and the policy, which lists the styles of every slide. */
  readonly frame: string
  readonly fonts: string
  readonly slides: readonly string[]
}

const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/
const fontStyle = /<style>(@font-face[^<]*)<\/style>/

function partsOf(html: string): DeckParts | undefined {
  const end = html.lastIndexOf('</main>')
  const [head = '', ...slides] = html
    .slice(0, end)
    .split(/(?=^<div class="slide")/m)
  if (end === -1 || slides.length === 0) return undefined
  return {
    frame:
      head.replace(policy, '').replace(fontStyle, '<style></style>') +
      html.slice(end),
    fonts: fontStyle.exec(head)?.[1] ?? '',
    slides: slides.map((slide) => slide.trimEnd()),
  }
}
