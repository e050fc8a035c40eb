/** `<html>`, which carries what CSS has to know: colours, tool, role, sizes. */
export const root = document.documentElement

/** What an element is made with: `on…` functions become listeners, `true` an empty attribute, `false` none. */
export type Attributes = Readonly<
  Record<string, string | number | boolean | ((event: Event) => void)>
>

/** Makes an HTML element. Never through HTML strings: a paper's text must stay text. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  setAttributes(element, attributes)
  element.append(...children)
  return element
}

/** Makes an SVG element. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Node[]
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
  setAttributes(element, attributes)
  element.append(...children)
  return element
}

/** Makes a stroked 24 × 24 icon from path data. Icons are drawn, so that no font needs a glyph for them. */
export function icon(path: string): SVGSVGElement {
  return svg(
    'svg',
    { class: 'sd-icon', viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    svg('path', { d: path }),
  )
}

/** Makes a button with an icon; its label is read aloud and shown as a tooltip. */
export function iconButton(
  label: string,
  path: string,
  onclick: () => void,
): HTMLButtonElement {
  return el('button', { title: label, onclick }, icon(path))
}

function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function')
      element.addEventListener(name.slice(2), value)
    else if (value !== false)
      element.setAttribute(name, value === true ? '' : String(value))
  }
}

type Events = HTMLElementEventMap & DocumentEventMap & WindowEventMap

/** Listens to an event. Short, because the page may carry 40 kB at most. */
export function on<Name extends keyof Events>(
  target: EventTarget,
  name: Name,
  listener: (event: Events[Name]) => void,
): void {
  target.addEventListener(name, listener as EventListener)
}
