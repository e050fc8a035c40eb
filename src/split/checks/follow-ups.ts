import type { Reading } from '../reading.ts'
import type { ReadQuestion } from '../assemble.ts'
import type { Unit } from '../unit.ts'
import { brief, complain, type Check } from './check.ts'

/**
 * `→ 꼬리 질문: …?` below an answer is asked once the answer is known, and mostly tells it: it stays with the answer, and the host is told.
 */
export const followUpsAreToldOf: Check = (checked) => {
  for (const { questions } of checked.read.topics)
    for (const { parts, question } of questions)
      for (const unit of followUps(parts, checked.reading))
        complain(
          checked,
          'follow-up-in-answer',
          `Unexpected follow-up question \`${brief(unit.flat.text)}\` in the answer of question ${question.number}, expected it to stand above the answer`,
          unit,
          'It stays with the answer, and participants do not see it. If they are to see it, write it above the answer, or as a question of its own.',
        )
}

const followUp =
  /^[^\p{L}\p{N}]*(?:키워드 ?[&·,+/및과와]* ?)?(?:(?:꼬리|추가|후속|연관|심화|파생|확장) ?(?:질문|문제|Q)|follow-?ups?\b)/iu
/** `Q1-1. …?` */
const inner = /-\d{1,3}$/u

/** The first line of each follow-up question, or of each list of them. */
function followUps(
  { opening, region, question }: ReadQuestion['parts'],
  { units, evidence }: Reading,
): Unit[] {
  if (!opening) return []
  const shown = new Set(question)
  const isFollowUp = (unit: Unit): boolean =>
    !shown.has(unit) &&
    (followUp.test(unit.flat.text) ||
      inner.test(evidence[unit.index]?.start?.number ?? ''))
  const answer = units.slice(opening.at, region.to)
  const asked = answer.findLastIndex(({ index }) => evidence[index]?.asks)
  return answer.slice(0, asked + 1).filter(isFollowUp)
}
