import { renderMermaidSVG } from 'beautiful-mermaid'
import type { DrawMermaid } from './typesetting.ts'

const drawings = new Map<string, string>()

/** Draws with beautiful-mermaid, each diagram once: paper and notebooks show the same one. */
export const drawMermaid: DrawMermaid = (source, spacing = {}) => {
  const key = JSON.stringify([source, spacing])
  const drawing =
    drawings.get(key) ??
    renderMermaidSVG(source, {
      font: 'Pretendard',
      padding: 8,
      transparent: true,
      ...spacing,
    })
  drawings.set(key, drawing)
  return drawing
}
