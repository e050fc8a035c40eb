const codeNames: Readonly<Record<string, string>> = {
  Slash: '/',
  Period: '.',
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
}

const shifted: Readonly<Record<string, string>> = { '/': '?', '=': '+' }

/**
 * Name of the key that was pressed: `ArrowRight`, `Space`, `s`, `?`.
 *
 * While a Korean input method is on, `key` is `ㄴ` or `Process`: then the place on the keyboard counts.
 */
export function keyName(event: KeyboardEvent): string {
  const { key } = event
  if (key === ' ') return event.shiftKey ? 'Shift+Space' : 'Space'
  if (/^[!-~]$/.test(key)) return key.toLowerCase()
  const isNamed = /^[A-Z][A-Za-z]*\d*$/.test(key)
  return isNamed && key !== 'Process' && key !== 'Unidentified'
    ? key
    : nameByPlace(event)
}

/** How help writes a key. */
export function keyLabel(key: string): string {
  const labels: Readonly<Record<string, string>> = {
    ArrowRight: '→',
    ArrowLeft: '←',
    Escape: 'Esc',
    'Shift+Space': 'Shift Space',
  }
  return labels[key] ?? key
}

/** Whether a press belongs to the element that has the focus: typing, or pressing a button or link. */
export function belongsToTarget(event: KeyboardEvent): boolean {
  const target = event.target
  // An element keeps the focus for one frame after its dialog was closed.
  if (!(target instanceof Element) || target.closest('dialog:not([open])'))
    return false
  if (target.matches('input, textarea, select, [contenteditable]')) return true
  const presses = event.key === ' ' || event.key === 'Enter'
  return presses && target.closest('button, a[href], summary') !== null
}

function nameByPlace({ code, key, shiftKey }: KeyboardEvent): string {
  const letter = /^(?:Key|Digit)(.)$/.exec(code)?.[1]?.toLowerCase()
  const name = letter ?? codeNames[code] ?? key
  return shiftKey ? (shifted[name] ?? name) : name
}
