import type { Note, Notes } from './notes.ts'

/** A question as the exported file names it. */
export interface NoteTitle {
  readonly id: string
  /** `1. 병목의 원인` */
  readonly title: string
}

const pick = /^- \[x\] (.*)$/
const heading = /^## .* <!-- note (\S+) -->$/

/**
 * Writes notes as a Markdown file, one section for each question that has any.
 *
 * @param title of the notebook
 * @param titles all questions, in order
 * @param notes by question id
 */
export function notesToMarkdown(
  title: string,
  titles: readonly NoteTitle[],
  notes: Notes,
): string {
  const sections = titles.flatMap((question) => {
    const note = notes[question.id]
    return note && !isEmpty(note) ? [section(question, note)] : []
  })
  return [`# ${title}\n`, ...sections].join('\n')
}

/**
 * Reads a file that `notesToMarkdown` wrote.
 *
 * @param markdown the file, also after its texts were changed by hand
 * @returns notes by question id; none when the file is another one
 */
export function notesFromMarkdown(markdown: string): Notes {
  const notes: Record<string, Note> = {}
  const lines = markdown.replaceAll('\r\n', '\n').split('\n')
  let id: string | undefined
  let body: string[] = []
  const finish = (): void => {
    if (id !== undefined) notes[id] = noteOf(body)
    body = []
  }
  for (const line of lines) {
    const [, next] = heading.exec(line) ?? []
    if (next === undefined) {
      body.push(line)
      continue
    }
    finish()
    id = next
  }
  finish()
  return notes
}

/** Whether there is nothing in a note. */
export function isEmpty(note: Note): boolean {
  return note.text.trim() === '' && note.picks.length === 0
}

function section({ id, title }: NoteTitle, { text, picks }: Note): string {
  const ticked = picks.map((label) => `- [x] ${label}`)
  return [
    `## ${title} <!-- note ${id} -->\n`,
    ...(ticked.length === 0 ? [] : [`${ticked.join('\n')}\n`]),
    ...(text === '' ? [] : [`${text}\n`]),
  ].join('\n')
}

/** Ticked choices come first, between empty lines; then everything is text. */
function noteOf(body: readonly string[]): Note {
  const lines = trimmed(body)
  const end = lines.findIndex((line) => !pick.test(line))
  const ticked = end === -1 ? lines : lines.slice(0, end)
  return {
    picks: ticked.map((line) => line.replace(pick, '$1')),
    text: trimmed(lines.slice(ticked.length)).join('\n'),
  }
}

function trimmed(lines: readonly string[]): string[] {
  const isFull = (line: string): boolean => line.trim() !== ''
  const first = lines.findIndex(isFull)
  return first === -1 ? [] : lines.slice(first, lines.findLastIndex(isFull) + 1)
}
