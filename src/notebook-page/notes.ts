/** What a reader wrote to one question. */
export interface Note {
  readonly text: string
  /** Labels of the choices that are ticked. */
  readonly picks: readonly string[]
}

/** A reader's notes by question id, such as `2-3`. */
export type Notes = Readonly<Record<string, Note>>

/**
 * Reads notes that this browser kept.
 *
 * @param key name of the notebook
 * @returns no notes when there are none, or the browser keeps nothing (private windows, strict settings)
 */
export function loadNotes(key: string): Notes {
  try {
    return notesOf(JSON.parse(localStorage.getItem(key) ?? '{}'))
  } catch {
    return {}
  }
}

/**
 * Keeps notes in this browser.
 *
 * @param key name of the notebook
 * @param notes all notes of it
 * @returns whether they are kept
 */
export function saveNotes(key: string, notes: Notes): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(notes))
    return true
  } catch {
    return false
  }
}

/** Whatever stands in the storage, another version of us may have written it. */
function notesOf(value: unknown): Notes {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(
    Object.entries(value).flatMap(([id, note]: [string, unknown]) => {
      if (typeof note !== 'object' || note === null) return []
      const { text, picks } = note as Record<string, unknown>
      return [
        [
          id,
          {
            text: typeof text === 'string' ? text : '',
            picks: Array.isArray(picks)
              ? picks.filter((pick) => typeof pick === 'string')
              : [],
          },
        ],
      ]
    }),
  )
}
