import type { Convention } from '../convention.ts'
import { admonition } from './admonition.ts'
import { answerHeading } from './answer-heading.ts'
import { answerLetterHeading } from './answer-letter-heading.ts'
import { answersAtEnd } from './answers-at-end.ts'
import { arrow } from './arrow.ts'
import { bulletLabels } from './bullet-labels.ts'
import { bullets } from './bullets.ts'
import { callout } from './callout.ts'
import { coreAnswer } from './core-answer.ts'
import { details } from './details.ts'
import { detailsQuestion } from './details-question.ts'
import { emptySlot } from './empty-slot.ts'
import { fieldLabels } from './field-labels.ts'
import { followUps } from './follow-ups.ts'
import { frontMatter } from './front-matter.ts'
import { indentedCode } from './indented-code.ts'
import { inlineLabels } from './inline-labels.ts'
import { inverseQuote } from './inverse-quote.ts'
import { labelOnlyQuote } from './label-only-quote.ts'
import { labelledQuote } from './labelled-quote.ts'
import { labelledQuoteContinued } from './labelled-quote-continued.ts'
import { letters } from './letters.ts'
import { nestedLabel } from './nested-label.ts'
import { numberedLetters } from './numbered-letters.ts'
import { qaQuote } from './qa-quote.ts'
import { questionsOnly } from './questions-only.ts'
import { quizDirective } from './quiz-directive.ts'
import { quoteInItem } from './quote-in-item.ts'
import { quoteWithHint } from './quote-with-hint.ts'
import { sameParagraph } from './same-paragraph.ts'
import { sharedBlock } from './shared-block.ts'
import { table } from './table.ts'
import { unlabelledBody } from './unlabelled-body.ts'
import { unlabelledQuote } from './unlabelled-quote.ts'

/** Every convention, the special ones before the general ones: the first that recognises a question names it. */
export const conventions: readonly Convention[] = [
  table,
  frontMatter,
  quizDirective,
  admonition,
  callout,
  followUps,
  detailsQuestion,
  inverseQuote,
  qaQuote,
  answersAtEnd,
  emptySlot,
  questionsOnly,
  labelOnlyQuote,
  quoteWithHint,
  quoteInItem,
  labelledQuoteContinued,
  labelledQuote,
  unlabelledQuote,
  nestedLabel,
  sharedBlock,
  fieldLabels,
  bulletLabels,
  answerLetterHeading,
  answerHeading,
  sameParagraph,
  numberedLetters,
  letters,
  arrow,
  coreAnswer,
  inlineLabels,
  details,
  bullets,
  indentedCode,
  unlabelledBody,
]
