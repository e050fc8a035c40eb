import type { ShownProblem } from './state.ts'

const css = `
:host { all: initial }
details { position: fixed; z-index: 2147483647; inset: auto 16px 16px auto; width: min(36rem, calc(100vw - 32px));
  max-height: 50vh; overflow: auto; border-radius: 10px; background: #1d1f24; color: #f1f2f5; text-align: left;
  font: 15px/1.5 Pretendard, system-ui, sans-serif; box-shadow: 0 6px 30px #0008; border-left: 6px solid #ff8a80 }
details:not([open]) { width: auto }
details.warning { border-color: #ffd166 }
summary { position: sticky; top: 0; padding: 8px 16px; background: inherit; cursor: pointer; font-weight: 700 }
summary:focus-visible { outline: 3px solid #9dbdff; outline-offset: -3px }
ol { margin: 0; padding: 0 16px 12px; list-style: none }
li { padding: 8px 0; border-top: 1px solid #444852 }
p { margin: 0; overflow-wrap: anywhere }
.place, .rule { color: #b9bfcb; font-size: 13px }
.line { margin: 4px 0; padding: 4px 8px; border-radius: 4px; background: #0f1116; font-family: D2Coding, monospace;
  font-size: 13px; white-space: pre-wrap }
.reason::before { font-weight: 700 }
.error .reason::before { color: #ff8a80; content: 'error  ' }
.warning .reason::before { color: #ffd166; content: 'warning  ' }
@media print { :host { display: none } }
`

let host: HTMLElement | undefined
/** Whether it was folded by hand: it stays so until all is well again. */
let isFolded = false

/** Shows the problems of the paper over the page, errors open and warnings folded; none take it away. */
export function showProblems(problems: readonly ShownProblem[]): void {
  host?.remove()
  host = undefined
  if (problems.length === 0) {
    isFolded = false
    return
  }
  host = document.createElement('studydeck-problems')
  const shadow = host.attachShadow({ mode: 'open' })
  // Not a style element: the page's policy lets no other in.
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  shadow.adoptedStyleSheets = [sheet]
  shadow.append(panelOf(problems))
  const add = (): void => {
    if (host) document.body.append(host)
  }
  // The stream may be faster than the page.
  if (document.body as HTMLElement | null) add()
  else addEventListener('DOMContentLoaded', add)
  // What is typed or clicked here is not for the slides below.
  for (const type of ['click', 'pointerdown', 'pointerup', 'keydown', 'wheel'])
    host.addEventListener(type, (event) => {
      event.stopPropagation()
    })
}

function panelOf(problems: readonly ShownProblem[]): HTMLElement {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const warnings = problems.length - errors
  const panel = document.createElement('details')
  panel.open = errors > 0 && !isFolded
  panel.className = errors > 0 ? 'error' : 'warning'
  const summary = element(
    'summary',
    '',
    [
      ...(errors > 0 ? [count(errors, 'error')] : []),
      ...(warnings > 0 ? [count(warnings, 'warning')] : []),
    ].join(', '),
  )
  summary.addEventListener('click', () => {
    isFolded = panel.open
  })
  const list = document.createElement('ol')
  list.append(...problems.map(itemOf))
  panel.append(summary, list)
  return panel
}

function itemOf(problem: ShownProblem): HTMLElement {
  const item = document.createElement('li')
  item.className = problem.severity
  item.append(
    element('p', 'place', problem.place),
    element('p', 'reason', problem.reason),
    ...(problem.line ? [element('p', 'line', problem.line)] : []),
    ...(problem.note ? [element('p', 'note', problem.note)] : []),
    ...(problem.rule ? [element('p', 'rule', problem.rule)] : []),
  )
  return item
}

function element(tag: string, className: string, text: string): HTMLElement {
  const made = document.createElement(tag)
  if (className) made.className = className
  made.textContent = text
  return made
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}
