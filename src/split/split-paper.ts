import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { readFrontMatter, type FrontMatter } from '../config/front-matter.ts'
import type { Paper } from '../model/paper.ts'
import { isFatal } from '../model/report.ts'
import { assemble } from './assemble.ts'
import { checks } from './checks/index.ts'
import { conventionsOf } from './convention-uses.ts'
import { draftOf } from './draft.ts'
import { weigh } from './evidence.ts'
import { flattenTree, type FlatPaper } from './flatten.ts'
import { headOf, type PaperHead } from './head.ts'
import { roundIn } from './head-forms.ts'
import { planOf } from './plan.ts'
import { quizTopics } from './quizzes.ts'
import { readingDraft } from './reading-sheet.ts'
import { sectionsOf } from './sections.ts'
import { applySettings } from './settings.ts'
import { finishTopic } from './visible.ts'

/**
 * Splits a paper into topics, questions and answers.
 *
 * Never throws. What is not certain is reported on the file, and a fatal message makes `certain` false.
 *
 * @param tree as `parsePaper` gives it
 * @param file the paper's file
 */
export function splitPaper(tree: Root, file: VFile): Paper {
  const flat = flattenTree(tree)
  const front = frontMatterOf(flat, file)
  const reading = { units: flat.units, evidence: flat.units.map(weigh) }
  const head = headOf(reading)
  const sections = sectionsOf(flat.units, head.title)
  const draft =
    front.kind === 'reading'
      ? readingDraft(reading, sections, head.taken)
      : draftOf(reading, planOf(reading, sections), head.taken)
  const read = assemble(reading, draft, head.pointsEach)
  const topics = applySettings(read.topics, flat.settings).map((topic) =>
    finishTopic(topic, flat.footnotes),
  )
  const quizzes = topics.length === 0 ? quizTopics(front.quizzes) : []
  const paper = {
    ...metadata(head, front, file),
    topics: quizzes.length > 0 ? quizzes : topics,
  }
  for (const check of checks) check({ file, reading, head, read, paper })
  return {
    ...paper,
    conventions: conventionsOf(read, reading, quizzes),
    certain: !file.messages.some(isFatal),
  }
}

function frontMatterOf({ frontMatter }: FlatPaper, file: VFile): FrontMatter {
  return frontMatter?.type === 'yaml'
    ? readFrontMatter(frontMatter.value, file, frontMatter)
    : { options: {}, quizzes: [] }
}

/** Front matter wins over the head of the text, which wins over the name of the file, which wins over that of its folder. */
function metadata(head: PaperHead, front: FrontMatter, file: VFile) {
  const stem = file.stem ?? ''
  const title = front.title ?? head.title?.flat.text.trim() ?? stem
  const date = front.date ?? head.date
  const author = front.author ?? head.author
  const round = [
    front.round,
    head.round,
    ...[title, stem, folderOf(file)].map(roundIn),
  ].find((value) => value !== undefined)
  const { lang = 'ko', answerSpace } = front.options
  return {
    path: file.path,
    title,
    ...given({ date, author, round, answerSpace }),
    lang,
    kind: front.kind ?? 'questions',
    options: front.options,
  } satisfies Partial<Paper>
}

/** Name of the folder that a paper stands in: `WEEK35`, `3회_주문API`. */
function folderOf({ cwd, dirname = '.' }: VFile): string {
  const path = dirname === '.' ? cwd : dirname
  return (path.split(/[\\/]/).at(-1) ?? '').normalize('NFC')
}

/** The entries that have a value. */
function given<Values extends object>(
  values: Values,
): { [Key in keyof Values]?: NonNullable<Values[Key]> } {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as { [Key in keyof Values]?: NonNullable<Values[Key]> }
}
