/** What the scanner does with an element that concerns whole blocks. */
export type BlockRole =
  'container' | 'title' | 'heading' | 'rule' | 'capture' | 'drop' | 'boundary'

const names: Readonly<Record<BlockRole, string>> = {
  container: 'details aside blockquote',
  title: 'summary',
  heading: 'h1 h2 h3 h4 h5 h6',
  rule: 'hr',
  capture: 'table ul ol dl pre',
  drop: 'script style iframe object embed svg form template noscript noembed noframes textarea select video audio canvas applet frameset math xmp plaintext',
  boundary:
    'div p center section article header footer main nav figure figcaption address hgroup search fieldset legend thead tbody tfoot tr td th caption colgroup col li dt dd body html head',
}

const roles = new Map(
  Object.entries(names).flatMap(([role, list]) =>
    list.split(' ').map((name) => [name, role as BlockRole] as const),
  ),
)

/** Role of an element for the scanner; none for elements that stand within a line. */
export function blockRole(name: string): BlockRole | undefined {
  return roles.get(name)
}

const inlineNames =
  'a abbr acronym area b base basefont bdi bdo big br button cite code data datalist del dfn dialog dir em font frame hgroup i img input ins kbd label link map mark marquee menu meta meter nobr option optgroup output param picture progress q rp rt ruby s samp slot small source span strike strong sub sup time title track tt u var wbr'
const htmlNames = new Set([...roles.keys(), ...inlineNames.split(' ')])

/** Whether there is an HTML element of this (lower case) name: `t` and `string` are none. */
export function isHtmlElement(name: string): boolean {
  return htmlNames.has(name)
}

/** Elements whose end tag is often left out, or that have none. */
export const withoutEnd: ReadonlySet<string> = new Set(
  'br img wbr hr input p li td th tr dd dt area base col source track link meta param'.split(
    ' ',
  ),
)
