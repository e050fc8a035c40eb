import { el } from './dom.ts'

const shownFor = 2500

/** Makes the place for short messages. */
export function createToast(layer: HTMLElement): (text: string) => void {
  const toast = el('p', { class: 'sd-toast', role: 'status' })
  layer.append(toast)
  let timer = 0
  return (text) => {
    // Above an open dialog nothing shows but what is inside: the message moves in and out.
    const dialog = document.querySelector('dialog[open]') ?? layer
    if (toast.parentNode !== dialog) dialog.append(toast)
    toast.textContent = text
    toast.setAttribute('data-shown', '')
    clearTimeout(timer)
    timer = window.setTimeout(() => {
      toast.removeAttribute('data-shown')
    }, shownFor)
  }
}
