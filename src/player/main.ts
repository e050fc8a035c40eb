import { on } from './dom.ts'
import { startPlayer } from './start.ts'
import css from './player.css'

// Adopted sheets need no hash in a CSP, and hide the slides before the first of them is drawn.
const sheet = new CSSStyleSheet()
sheet.replaceSync(css)
document.adoptedStyleSheets.push(sheet)

if (document.readyState === 'loading')
  on(document, 'DOMContentLoaded', startPlayer)
else startPlayer()
