import { all, on } from './page.ts'

const key = 'studydeck-theme'

/** Light or dark: as the reader chose, else as their system is. */
export function startTheme(): void {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const apply = (): void => {
    show(chosen() ?? (system.matches ? 'dark' : 'light'))
  }
  system.addEventListener('change', apply)
  on('.theme', 'click', () => {
    const next =
      document.documentElement.dataset['theme'] === 'dark' ? 'light' : 'dark'
    choose(next)
    show(next)
  })
  apply()
}

function show(theme: string): void {
  document.documentElement.dataset['theme'] = theme
  for (const button of all('.theme', HTMLButtonElement))
    button.ariaPressed = String(theme === 'dark')
}

function chosen(): string | undefined {
  try {
    const theme = localStorage.getItem(key)
    return theme === 'dark' || theme === 'light' ? theme : undefined
  } catch {
    // The browser keeps nothing: the system decides.
    return undefined
  }
}

function choose(theme: string): void {
  try {
    localStorage.setItem(key, theme)
  } catch {
    // It holds until the page is closed.
  }
}
