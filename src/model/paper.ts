import type { BlockContent, DefinitionContent, PhrasingContent } from 'mdast'
import type { PaperOptions } from './paper-options.ts'

/** Blocks as the author wrote them: what stands inside a situation, a prompt or an answer. */
export type Block = BlockContent | DefinitionContent

/** How participants are meant to answer a question. */
export type QuestionKind = 'open' | 'choice' | 'ox' | 'blank' | 'code'

/**
 * Space to write on paper: `auto` sizes it from the answer, a number is a count of ruled lines,
 * `grid` has dots for code and sketches, `box` a frame.
 */
export type AnswerSpace = 'none' | 'auto' | 'box' | 'grid' | number

/** Language of the words that studydeck adds (대답, 이름, 날짜 …). */
export type Lang = 'ko' | 'en'

/** One study document: what `splitPaper` makes of a Markdown file. */
export interface Paper {
  /** Path as the user gave it, used in messages. */
  readonly path: string
  /** Title as plain text, from front matter, the first heading, or the file name. */
  readonly title: string
  /** `YYYY-MM-DD`. */
  readonly date?: string
  readonly author?: string
  /** 회차. */
  readonly round?: number
  readonly lang: Lang
  /** `reading`: a paper that is meant to have no questions (`kind: reading` in the front matter). */
  readonly kind: 'questions' | 'reading'
  /** `answerSpace` of the front matter: for every question that has none of its own. */
  readonly answerSpace?: AnswerSpace
  /** What the front matter sets; flags win over it, and it wins over the configuration. */
  readonly options?: PaperOptions
  /** How this paper writes questions and answers, most used first. */
  readonly conventions: readonly ConventionUse[]
  readonly topics: readonly Topic[]
  /**
   * Whether the split is certain. `false` means that at least one fatal message was reported:
   * nothing may be written for participants.
   */
  readonly certain: boolean
}

/** How often one convention was recognised: "heading + unlabelled quote, 20 of 20 questions". */
export interface ConventionUse {
  /** Number of the convention in docs/writing.md, such as `1`, `1b` or `26`. */
  readonly id: string
  readonly name: string
  /** Questions of the paper that follow it. */
  readonly questions: number
}

/** One `##` section, or the whole paper where it has no sections. */
export interface Topic {
  /** Plain text; empty where a paper without sections has only one nameless topic. */
  readonly title: string
  /** The same with its emphasis and code. */
  readonly heading: readonly PhrasingContent[]
  /** 상황, 지문: read before answering. Empty when there is none. */
  readonly situation: readonly Block[]
  readonly questions: readonly Question[]
  /** 1-based line of the source. */
  readonly line: number
}

/** What participants may see of a question. Has no field that could hold an answer. */
export interface QuestionPart {
  /** Same in every output: topic and position, 1-based, such as `2-3`. */
  readonly id: string
  /** As authored, without punctuation: `1`, `Q3`, `문제 2`; position where the author gave none. */
  readonly number: string
  /** Bold or heading title, when the author separates it from the text. */
  readonly title?: readonly PhrasingContent[]
  readonly kind: QuestionKind
  /** 배점. */
  readonly points?: number
  /** `상`, `중상`, `하`, `기초` … as authored. */
  readonly difficulty?: string
  /** `중요` is 1, stars are counted. */
  readonly importance?: number
  /** Planned discussion time in minutes, from `(3분)`. */
  readonly minutes?: number
  /** From a `<!-- studydeck: answerSpace=… -->` directive in the question. */
  readonly answerSpace?: AnswerSpace
  /** The question's own text and its blocks (code, tables, quotes that belong to it). */
  readonly prompt: readonly Block[]
  readonly choices: readonly Choice[]
  /** 1-based line of the source. */
  readonly line: number
}

/** One question with everything the author wrote about it. */
export interface Question extends QuestionPart {
  /** Shown to participants only when hints are asked for. */
  readonly hints: readonly LabelledBody[]
  /** In the author's order: 정답, then 해설. */
  readonly answers: readonly LabelledBody[]
  /** For the presenter alone, from `<!-- studydeck: note … -->` in the question: plain text. */
  readonly notes?: readonly string[]
}

/** One option of a multiple-choice question. */
export interface Choice {
  /** As authored: `①`, `A`, `ㄱ`; the position (`1`) where the author gave none. */
  readonly label: string
  readonly body: readonly Block[]
}

/** An answer or a hint. */
export interface LabelledBody {
  /** As written (`답변`, `정답`, `해설`); empty where the convention has no label. */
  readonly label: string
  readonly body: readonly Block[]
  /** 1-based line of the source. */
  readonly line: number
}
