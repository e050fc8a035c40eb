import { isUtf8 } from 'node:buffer'
import type { OutputFile } from '../model/output.ts'
import { openHtml } from './open-html.ts'
import { openNotebook } from './open-notebook.ts'
import { mergeOpened, nothing, type OpenedFile } from './opened-file.ts'

/**
 * Takes a file for participants apart, by its extension.
 *
 * @throws {Error} when it cannot be opened as what it says it is, or is nothing that we can look into
 */
export async function openFile({
  path,
  contents,
  pictures = [],
}: OutputFile): Promise<OpenedFile> {
  if (path.endsWith('.pdf')) {
    // A large library, which a deck alone does not need.
    const { openPdf } = await import('./open-pdf.ts')
    return mergeOpened([
      await openPdf(contents),
      { ...nothing, images: pictures.map((sha256) => ({ sha256 })) },
    ])
  }
  if (!isUtf8(contents)) throw new Error(`Unexpected binary file ${path}`)
  const text = new TextDecoder().decode(contents)
  if (path.endsWith('.ipynb')) return openNotebook(text)
  // Markdown may hold HTML, and plain text is HTML without tags.
  return openHtml(text)
}
