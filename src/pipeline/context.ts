import type { VFile } from 'vfile'
import type { Words } from '../config/words.ts'
import type { PageSource } from '../model/browser-page.ts'
import type { Images } from '../model/image.ts'
import type { Limits } from '../model/limits.ts'
import type { Memo } from '../model/memo.ts'
import type { OutputName } from '../model/output.ts'
import type { Portions } from '../model/portions.ts'
import type { Theme } from '../model/paper-options.ts'
import type { PaperSize } from '../model/paper-options.ts'

/** What every output of one paper is built with. */
export interface BuildContext {
  /** The paper's file: problems found while building are reported on it. */
  readonly file: VFile
  readonly browser: PageSource
  readonly images: Images
  readonly words: Words
  /** What the paper may cost. @default the usual */
  readonly limits?: Limits
  /** How much is laid out at once. @default the usual */
  readonly portions?: Portions
  /** What is known of a paper that is made again and again; shared by its outputs. */
  readonly memo?: Memo | undefined
  /** Outputs that were asked for: a step makes no other. */
  readonly wanted: ReadonlySet<OutputName>
  /** Folder whose templates win over those that ship with studydeck. */
  readonly templates?: string
  /** Size of what is printed on paper. @default 'A4' */
  readonly pageSize?: PaperSize
  /** Whether participants' files show the hints. @default false */
  readonly withHints?: boolean
  /** Colours that the slides start with. @default 'light' */
  readonly theme?: Theme
  /** Minutes to discuss a question that does not name its own. @default the player's */
  readonly minutes?: number
}
