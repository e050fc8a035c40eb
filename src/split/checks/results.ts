import type { Reading } from '../reading.ts'
import type { ReadQuestion } from '../assemble.ts'
import type { Unit } from '../unit.ts'
import { complain, nameOf, type Check } from './check.ts'
import { isRemark } from './prompts.ts'

/** What a question wants to know of its code does not stand below the code, above the label of the answer. */
export const resultsAreNotShown: Check = (checked) => {
  for (const { questions } of checked.read.topics)
    for (const { parts, question } of questions) {
      const shown = shownResult(parts, checked.reading)
      if (shown)
        complain(
          checked,
          'result-shown',
          `Unexpected ${nameOf(shown)} below the code of question ${question.number} that asks for it, expected the question to end with its code`,
          shown,
          'If it is the answer, write `정답: …` above it. If participants have to read it, say above it what it is (`입력:`, `b.py:`), or put `<!-- studydeck: question -->` before it.',
        )
    }
}

const asking: readonly RegExp[] = [
  /(?:출력|결과|찍히는|찍힌|반환|나오는|콘솔)[^.?!\n]{0,16}[은는]\s*(?:\?|무엇|뭐|얼마|어떻게|$)/mu,
  /(?:출력|결과|값)(?:물|값|문)?[을를]?\s*(?:(?:모두|순서대로|각각|차례대로|바르게)\s*)*(?:쓰|적|예측|예상|구하|말|맞|고르|작성|서술|설명|나열)/u,
  /(?:무엇|뭐|어떤 ?(?:값|결과|것))[이가을를]?\s*(?:출력|나오|나올|찍|반환)/u,
  /(?:출력|나오|나올|찍히|찍힐|반환)[^.?!\n]{0,12}(?:까요?|나요|는가|은가)\s*\?/u,
  /(?:실행|수행|호출|조회)[^.?!\n]{0,12}(?:어떻게|무엇이|뭐가)/u,
  /(?:출력|실행|조회) ?(?:결과|값)?\s*(?:\([^()]*\)\s*)?$/mu,
  /(?:예외|오류|에러)[은는]\s*(?:\?|무엇|뭐)|(?:어떤|무슨) ?(?:예외|오류|에러)/u,
  /\boutputs?\b|\bprints?\b|\bprinted\b|\bresult of\b/iu,
]
/** `출력이 0인 이유는?`, `다음과 같이 출력될 때`: what comes out is known. */
const isKnown =
  /(?:출력|결과|값|로그|오류|에러)[이가][^.?\n]{0,20}(?:이유|까닭|원인|왜)|왜[^.?\n]{0,30}(?:출력|나오|나올)|(?:다음과|아래와) ?같[은이] ?(?!코드|프로그램|쿼리|함수|클래스|소스|SQL|스크립트)/u
const changing =
  /(?:고치|고쳐|수정하|수정해|개선하|개선해|바꾸|바꿔|완성하|완성해|채우|채워|메우|변환하|최적화하|리팩터링|리팩토링|구현하|구현해|작성하|작성해|짜시오|짜세요|찾으|찾아|버그|잘못|문제점|취약점)/u
const two =
  /두 ?(?:개의 ?)?(?:파일|코드|클래스|함수|쿼리|설정|명령|테이블|블록)/u
const several = /둘|각 ?(?:파일|코드)|차이|비교|어느 ?(?:것|쪽|코드)/u
/** `Python 3.12에서 실행한다.` */
const setting =
  /(?:에서|으로|로) ?(?:실행|컴파일|빌드)(?:한다|합니다|했다|하였다)[\s.]*$|(?:기준|환경)(?:이다|입니다)?[\s.]*$|(?:가정|전제)(?:한다|합니다|하자)[\s.]*$/u
/** `출력:` and `→`, with or without what comes out. */
const resultLabel =
  /^[^\p{L}\p{N}]*(?:예상 ?)?(?:실행 ?)?(?:출력|결과|콘솔|output|result|console)(?: ?(?:값|결과|내용|화면))?\s*(?::|$)|^\s*(?:→|⇒|=>|->)/iu

function shownResult(
  { split: { before, choices, after } }: ReadQuestion['parts'],
  reading: Reading,
): Unit | undefined {
  const units = [...before, ...after]
  const text = units
    .map(({ flat }) => flat.text)
    .filter((line) => !resultLabel.test(line))
    .join('\n')
  const from = units.findIndex(({ node }) => node.type === 'code')
  if (from < 0) return undefined
  const behind = units.slice(from + 1)
  if (asking.some((form) => form.test(text)) && !isKnown.test(text))
    return (
      resultBlock(two.test(text) ? withoutSecond(units.slice(from)) : behind) ??
      (choices.length === 0 ? lastValue(behind, reading) : undefined)
    )
  return changing.test(text) && !two.test(text) && !several.test(text)
    ? units.find(isCodeOnceMore)
    : undefined
}

/** What stands below `두 파일`: the second is in the same language as the first. */
function withoutSecond([first, second, ...others]: readonly Unit[]): Unit[] {
  const [own, next] = [first, second].map((unit) =>
    unit?.node.type === 'code' ? unit.node.lang : undefined,
  )
  const isFile = typeof own === 'string' && own === next
  return second && !isFile ? [second, ...others] : others
}

/** A block right below another one, or below `출력:`; or what stands behind `출력:`. */
function resultBlock(units: readonly Unit[]): Unit | undefined {
  let isIntroduced = false
  for (const unit of units) {
    const { text } = unit.flat
    const label = resultLabel.exec(text)?.[0]
    if (unit.directive === 'question') isIntroduced = true
    else if (isBlock(unit)) {
      if (!isIntroduced) return unit
      isIntroduced = false
    } else if (label === undefined) isIntroduced ||= /[\p{L}\p{N}]/u.test(text)
    else if (label.length < text.length) return unit
    else isIntroduced = false
  }
  return undefined
}

/** `[3, 2, 1]` below the code, as a paragraph. */
function lastValue(
  units: readonly Unit[],
  { evidence }: Reading,
): Unit | undefined {
  const last = units.at(-1)
  if (last?.node.type !== 'paragraph' || last.directive === 'question')
    return undefined
  const { asks, marker, choice } = evidence[last.index] ?? {}
  const isQuestions = asks === true || marker !== undefined || choice
  const { text } = last.flat
  return isQuestions || text === '' || isRemark(text) || setting.test(text)
    ? undefined
    : last
}

function isBlock({ node }: Unit): boolean {
  return node.type === 'code' || node.type === 'table'
}

/** Code right below code in the same language. */
function isCodeOnceMore(
  { node, directive }: Unit,
  at: number,
  units: readonly Unit[],
): boolean {
  const before = units[at - 1]?.node
  return (
    node.type === 'code' &&
    before?.type === 'code' &&
    (node.lang ?? before.lang) === (before.lang ?? node.lang) &&
    directive !== 'question'
  )
}
