import {
  isEmpty,
  notesFromMarkdown,
  notesToMarkdown,
  type NoteTitle,
} from './markdown.ts'
import { loadNotes, saveNotes, type Note, type Notes } from './notes.ts'
import { all, on, pageWord, say } from './page.ts'

/** Brings back what the reader wrote, keeps what they write, and exports and imports it. */
export function startWriting(): void {
  const key = `studydeck-notes:${document.body.dataset['notebook'] ?? ''}`
  showNotes(loadNotes(key))
  const keep = (): void => {
    if (!saveNotes(key, readNotes())) say(pageWord('notKept'))
  }
  document.querySelector('main')?.addEventListener('input', (event) => {
    if (event.target instanceof HTMLTextAreaElement) fit(event.target)
    keep()
  })
  on('.export', 'click', exportNotes)
  on('.import', 'click', () => {
    all('.import-file', HTMLInputElement)[0]?.click()
  })
  on('.import-file', 'change', (input) => {
    if (input instanceof HTMLInputElement) void importNotes(input, keep)
  })
}

function readNotes(): Notes {
  const notes = all('.question', HTMLElement).map(
    (question) => [idOf(question), readNote(question)] as const,
  )
  return Object.fromEntries(notes.filter(([, note]) => !isEmpty(note)))
}

function readNote(question: HTMLElement): Note {
  const [area] = all('textarea', HTMLTextAreaElement, question)
  const ticked = all('.choice input:checked', HTMLInputElement, question)
  return {
    text: area?.value ?? '',
    picks: ticked.map(({ value }) => value),
  }
}

function showNotes(notes: Notes): void {
  for (const question of all('.question', HTMLElement)) {
    const note = notes[idOf(question)]
    for (const area of all('textarea', HTMLTextAreaElement, question)) {
      area.value = note?.text ?? ''
      fit(area)
    }
    for (const box of all('.choice input', HTMLInputElement, question))
      box.checked = note?.picks.includes(box.value) ?? false
  }
}

/** As tall as its text, also where CSS `field-sizing` is not known: paper shows no scroll bars. */
function fit(area: HTMLTextAreaElement): void {
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight + 2}px`
}

function exportNotes(): void {
  const markdown = notesToMarkdown(document.title, titles(), readNotes())
  const link = document.createElement('a')
  link.href = URL.createObjectURL(
    new Blob([markdown], { type: 'text/markdown;charset=utf-8' }),
  )
  link.download = pageWord('exportName')
  link.click()
  URL.revokeObjectURL(link.href)
}

/** Notes of the file win over what stands in the page; questions that the file does not name keep theirs. */
async function importNotes(
  input: HTMLInputElement,
  keep: () => void,
): Promise<void> {
  const notes = notesFromMarkdown((await input.files?.[0]?.text()) ?? '')
  const known = titles().filter(({ id }) => notes[id] !== undefined)
  showNotes({ ...readNotes(), ...notes })
  keep()
  input.value = ''
  say(
    known.length === 0
      ? pageWord('notImported')
      : pageWord('imported', known.length),
  )
}

function titles(): NoteTitle[] {
  return all('.question', HTMLElement).map((question) => ({
    id: idOf(question),
    // As in the contents: a question without a title is known by its first words.
    title: all(`nav a[href="#${question.id}"]`, HTMLElement)
      .map(({ textContent }) => textContent.replaceAll(/\s+/g, ' ').trim())
      .join(''),
  }))
}

function idOf(question: HTMLElement): string {
  return question.dataset['question'] ?? ''
}
