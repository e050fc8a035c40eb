import type { OutputName } from './output.ts'
import type { Lang } from './paper.ts'

/** What the gallery knows of one paper. Has no field that could hold an answer. */
export interface GalleryCard {
  readonly title: string
  readonly lang: Lang
  /** 회차. */
  readonly round?: number
  /** `YYYY-MM-DD`. */
  readonly date?: string
  readonly topics: number
  readonly questions: number
  /** Slides or pages of the outputs that have any. */
  readonly pages: Readonly<Partial<Record<OutputName, number>>>
  /** `data:` URL of a PNG of the title slide; missing when no deck was made. */
  readonly thumbnail?: string
  /** Whether participants get nothing, because the paper has errors. */
  readonly withheld: boolean
}

/** One paper in the gallery. */
export interface GalleryPaper {
  /** Folder of its outputs, below the gallery's own. */
  readonly folder: string
  readonly card: GalleryCard
  /** Outputs that are there. */
  readonly files: readonly OutputName[]
}
