import type { Nodes } from 'mdast'
import type { Question } from '../../model/paper.ts'
import type { ReadQuestion } from '../assemble.ts'
import { flatten, paragraphOf, plainText } from '../text.ts'
import { gap, plainBlanks } from '../gap.ts'
import { brief, complain, type Check, type Checked } from './check.ts'

/** `빈칸에 들어갈 말은?`; not `문자열의 빈칸을 지우는 함수는?` and not `괄호의 짝이 맞는지`. */
const wants =
  /빈 ?칸[^.?!\n]{0,12}?(?:들어갈|들어가야|들어올|알맞은|적절한|옳은 ?(?:말|것)|채우|채워|채운|메우|메워|완성|올 ?(?:말|단어|용어|수|것|값)|넣으시오|넣으세요|넣을|쓰시오|쓰세요|적으시오|적으세요)|빈 ?칸은|(?:빈 ?괄호|괄호) ?(?:\( *\) ?)?(?:안|속)?에? ?(?:들어갈|들어가야|알맞은 ?(?:말|단어|용어|것|답)|채우|채워|넣을)|밑줄 ?(?:친 ?)?(?:곳|부분|칸)?에 ?(?:들어갈|알맞은|올 )|fill in the (?:blank|gap)|(?:belongs|goes) in the (?:blank|gap)/giu
const titles = /빈 ?칸|괄호 ?(?:채우|넣)|fill in the (?:blank|gap)/iu

/** Words for a blank that stands further up: `위의 빈칸`, `빈칸 ㉡`. */
const pointsUp =
  /위|윗|앞|이전|빈 ?칸 ?\(? ?[㉠-㉭㉮-㉻①-⑳ㄱ-ㅎ가나다라마A-E1-9]/u

/** A question that wants a blank filled in has one: where the word stands in its place, participants read the answer. */
export const blanksAreBlank: Check = (checked) => {
  const isCloze = checked.read.topics.some(({ questions }) =>
    questions.some(({ question }) => shownBlocks(question).some(holdsGap)),
  )
  for (const { topic, questions } of checked.read.topics) {
    const isInSituation = topic.situation.some(holdsGap)
    let isAbove = false
    for (const read of questions) {
      const blocks = shownBlocks(read.question)
      const text = flatten(plainText(blocks)).text
      const hasGap = blocks.some(holdsGap)
      const isElsewhere = isInSituation || (isAbove && pointsUp.test(text))
      isAbove ||= hasGap
      if (hasGap || isElsewhere) continue
      const isStated = isCloze && !asksAnything(checked, read)
      if (!isStated && !wantsGap(checked, topic.title, read, text)) continue
      complain(
        checked,
        'blank-filled',
        `Unexpected question ${read.question.number} that asks for a blank without one (\`${brief(text)}\`), expected \`(     )\` or \`____\``,
        read.question.line,
        'Write the blank where the word belongs, and the word into the answer: bold or underlined, participants read it.',
      )
    }
  }
}

/** `2. 캐시는 (디스크)보다 빠르다.` below a question with a blank. */
function asksAnything(
  { reading }: Checked,
  { question, parts }: ReadQuestion,
): boolean {
  return (
    question.answers.length > 0 ||
    question.choices.length > 0 ||
    question.kind !== 'open' ||
    parts.question.some(({ index }) => reading.evidence[index]?.asks)
  )
}

function wantsGap(
  { reading }: Checked,
  topic: string,
  { parts }: ReadQuestion,
  text: string,
): boolean {
  if (text.search(wants) >= 0) return true
  return (
    titles.test(topic) &&
    !parts.question.some(({ index }) => reading.evidence[index]?.asks)
  )
}

function shownBlocks({ title, prompt, choices }: Question): Nodes[] {
  return [
    ...(title ? [paragraphOf(title, { type: 'text', value: '' })] : []),
    ...prompt,
    ...choices.flatMap(({ body }) => body),
  ]
}

/** Whether something to fill in stands in a block; a picture may show it. `빈칸 ㉠에 들어갈 말은?` is no blank itself. */
function holdsGap(block: Nodes): boolean {
  const stack: Nodes[] = [block]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'image') return true
    if (node.type === 'tableCell' && plainText([node]).trim() === '')
      return true
    if ('children' in node) stack.push(...node.children)
  }
  return gap.test(plainBlanks(plainText([block])).replaceAll(wants, ','))
}
