import { renderMermaidSVG } from 'beautiful-mermaid'
import type { DrawMermaid } from './typesetting.ts'
import { keepRecent } from '../model/keep-recent.ts'

/** More than a paper has, in all the ways in which they are tried. */
const mostDrawings = 200

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
  keepRecent(drawings, key, drawing, mostDrawings)
  return drawing
}
