import { all, on, pageWord } from './page.ts'

/** Opens and closes all answers, and shows in the contents where the reader is. */
export function startContents(): void {
  on('.show-all', 'click', (button) => {
    const answers = all('details.answer', HTMLDetailsElement)
    const open = answers.some((answer) => !answer.open)
    for (const answer of answers) answer.open = open
    button.textContent = pageWord(open ? 'hideAll' : 'showAll')
  })
  const seen = new Set<Element>()
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) seen.add(target)
        else seen.delete(target)
      }
      showCurrent(parts.find((part) => seen.has(part)))
    },
    { rootMargin: '-10% 0px -60%' },
  )
  const parts = all('[data-part]', HTMLElement)
  for (const part of parts) observer.observe(part)
  foldOnNarrowScreens()
}

function showCurrent(part: HTMLElement | undefined): void {
  for (const link of all('nav a', HTMLAnchorElement))
    link.ariaCurrent = part && link.hash === `#${part.id}` ? 'location' : null
}

/** Beside the text the contents stand open; above it they would be in the way. */
function foldOnNarrowScreens(): void {
  const wide = matchMedia('(min-width: 60rem)')
  const fold = (): void => {
    for (const contents of all('.contents', HTMLDetailsElement))
      contents.open = wide.matches
  }
  wide.addEventListener('change', fold)
  fold()
}
