import type { ReadQuestion } from '../assemble.ts'
import { isPredicate } from '../option-tail.ts'
import { brief, complain, type Check, type Checked } from './check.ts'

/**
 * `연결 과정은?` and then `① SYN`, `② SYN-ACK`: who asks for steps, reasons or kinds is answered with a list that looks like options.
 * A label, or an answer that names an option, says that they are.
 */
export const optionsAreToChooseFrom: Check = (checked) => {
  for (const { questions } of checked.read.topics)
    for (const read of questions) {
      const { question, parts, isCollected } = read
      const first = parts.split.choices[0]?.units[0]
      if (!first || first.directive === 'question') continue
      if (isCollected || isNamed(read) || !wantsList(read)) continue
      complain(
        checked,
        'prompt-unclear',
        `Unexpected \`${brief(first.flat.text)}\` below question ${question.number}, expected options or an answer`,
        first,
        'If it is the answer, write `정답: …` before it. If participants choose from it, write `정답: …` below it, or put `<!-- studydeck: question -->` before it.',
      )
    }
}

const listing =
  /과정|순서|단계|절차|장단?점|단점|특징|특성|이유|원인|차이|방법|역할|종류|설명|서술|나열|열거|원칙|요소|요건|요인|상태|구성|조건|성질|효과|기능|장치|계층|내용|개념|예시|예는|쓰시오|쓰세요|적으시오|적으세요|말씀|말해|무엇인가|란 ?\?/u
const choosing =
  /다음|보기|중 ?(?:에서|하나)|고르|고른|골라|선택|것(?:은|을|이|만|끼리)|어느|맞[는은춰]|옳|틀린|알맞|올바|바르|순서대로|순서에|연결하|연결된|짝|O ?\/ ?X|which|choose|select|true|false/iu

function wantsList({ parts }: ReadQuestion): boolean {
  const text = parts.split.before.map(({ flat }) => flat.text).join('\n')
  return listing.test(text) && !choosing.test(text)
}

/** A label, a mark of the right option, or an answer that begins with the name of one. */
function isNamed({ parts, question }: ReadQuestion): boolean {
  const { opening, answers } = parts
  if (question.answers.length === 0) return false
  if (!opening || (opening.by !== 'body' && opening.by !== 'quote')) return true
  const text = answers[0]?.units[0]?.flat.text ?? ''
  return /^[\s([]*(?:[①-⑳]|[1-9] ?[번).]|[1-9]\s*$|[A-Ha-hㄱ-ㅎ가-하](?![\p{L}]))/u.test(
    text,
  )
}

/**
 * `1. 캐시란?`, `2. 가까운 저장소입니다.`: in a numbered list whose items ask, one that states answers the one before. Where nothing asks, all
 * of them are to be judged.
 */
export const statementsAnswerNothing: Check = (checked) => {
  for (const { questions } of checked.read.topics)
    questions.forEach((read, at) => {
      const before = questions[at - 1]
      if (!before || !asksIn(checked, before) || !isStatement(checked, read))
        return
      complain(
        checked,
        'prompt-unclear',
        `Unexpected statement \`${brief(read.parts.head.flat.text)}\` below question ${before.question.number}, expected a question or a label`,
        read.parts.head,
        'If it is the answer, write `정답: …` before it, without a number. `<!-- studydeck: question -->` before it says that it is a question.',
      )
    })
}

function asksIn({ reading }: Checked, { parts }: ReadQuestion): boolean {
  return parts.question.some(({ index }) => reading.evidence[index]?.asks)
}

const prompting = /(?:시오|하라|쓰라|세요|자|것|기)[\s.!]*(?:\([^()]*\))?$/u

function isStatement(checked: Checked, read: ReadQuestion): boolean {
  const { question, parts, region } = read
  const { text } = parts.head.flat
  return (
    region.shape === 'item' &&
    question.kind === 'open' &&
    question.answers.length === 0 &&
    parts.head.directive !== 'question' &&
    isPredicate(text) &&
    !prompting.test(text) &&
    !asksIn(checked, read)
  )
}
