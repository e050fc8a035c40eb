/** A text that is too pale, with its contrast. */
export type PaleText = string

/**
 * Finds text of the slides whose contrast with what it stands on is too low: 7:1 for text, 4.5:1 for code, which has
 * colours of its own, and 3:1 for the large numbers.
 *
 * Runs in the page: everything that it needs stands inside. Backgrounds are plain colours of the theme; what a
 * `::before` paints below the text is the section's `--fill`.
 *
 * @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function findPaleText(): PaleText[] {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  const seen = new Map<string, number[]>()
  const rgba = (colour: string): number[] => {
    const known = seen.get(colour)
    if (known) return known
    context.clearRect(0, 0, 1, 1)
    context.fillStyle = colour
    context.fillRect(0, 0, 1, 1)
    const pixel = [...context.getImageData(0, 0, 1, 1).data]
    seen.set(colour, pixel)
    return pixel
  }
  const luminance = (pixel: number[]): number => {
    const [r = 0, g = 0, b = 0] = pixel.map((value) => {
      const part = value / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const contrast = (a: number[], b: number[]): number => {
    const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort(
      (one, other) => other - one,
    )
    return (light + 0.05) / (dark + 0.05)
  }
  const ground = (element: Element): number[] => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      if (at.matches('.question h1 .number, .untitled h1 .part')) {
        const fill = getComputedStyle(at.closest('section')!, '::before')
        return rgba(fill.backgroundColor)
      }
      // Words of a diagram stand on the shape that is drawn in their group.
      const shape = at.matches('svg g') && at.querySelector('rect, polygon')
      const { backgroundColor } = getComputedStyle(at)
      const own = rgba(shape ? getComputedStyle(shape).fill : backgroundColor)
      if (own[3] === 255) return own
    }
    return [255, 255, 255, 255]
  }
  const pale: PaleText[] = []
  for (const section of document.querySelectorAll('.slide > section')) {
    const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      const parent = node.parentElement!
      if (node.data.trim() === '' || parent.closest('.katex-mathml, style'))
        continue
      const style = getComputedStyle(parent)
      const ink = rgba(parent.closest('svg') ? style.fill : style.color)
      const least = parent.closest('pre')
        ? 4.5
        : parent.closest('.number')
          ? 3
          : 7
      const ratio = contrast(ink, ground(parent))
      if (ratio < least)
        pale.push(
          `${ratio.toFixed(2)} ${section.className} ${parent.tagName} ${node.data.trim().slice(0, 30)}`,
        )
    }
  }
  return pale
}
