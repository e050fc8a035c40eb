import {
  everyAnswerHasItsQuestion,
  everyQuestionIsAnswered,
  labelsAreConsistent,
} from './answers.ts'
import { answersBeginAsAnswers } from './answer-beginnings.ts'
import { situationsAskNothing } from './asking-situations.ts'
import { valuesAreNotShown } from './bare-values.ts'
import { legendsFillNoBlanks } from './blank-legends.ts'
import { blanksAreNotFilledBehind } from './blank-tails.ts'
import { blanksAreBlank } from './blanks.ts'
import type { Check } from './check.ts'
import { codeHoldsNoQuestion, codeIsSilent } from './code.ts'
import {
  choicesAreTheQuestions,
  choicesCountUp,
  choicesLookAlike,
} from './choices.ts'
import { questionsConcealNothing } from './concealed.ts'
import { followUpsAreToldOf } from './follow-ups.ts'
import { headingsEndNoAnswer } from './headings.ts'
import { hiddenTextsAreSilent } from './hidden.ts'
import { noQuestionIsInAnother } from './inner-questions.ts'
import {
  optionsAreToChooseFrom,
  statementsAnswerNothing,
} from './listed-answers.ts'
import { listsCountUp } from './list-numbers.ts'
import {
  countIsKept,
  numbersCountUp,
  topicsAsk,
  topicsDiffer,
} from './numbers.ts'
import { optionsExplainNothing } from './option-tails.ts'
import {
  fencesAreClosed,
  hasQuestions,
  headingsAreNamed,
  nothingIsLostSilently,
} from './paper.ts'
import { pointedBlocksAreThere } from './pointed-blocks.ts'
import { promptsEndBeforeAnswers } from './prompt-ends.ts'
import { promptsAreClear } from './prompts.ts'
import { resultsAreNotShown } from './results.ts'
import { situationsComeFirst } from './situations.ts'
import { tablesJudgeNothing } from './tables.ts'
import { linesEndWithTheQuestion } from './tails.ts'
import { noLabelIsLeft } from './visible.ts'

/** Everything that makes a split doubtful, each a section of docs/rules.md. */
export const checks: readonly Check[] = [
  hasQuestions,
  headingsAreNamed,
  headingsEndNoAnswer,
  everyQuestionIsAnswered,
  everyAnswerHasItsQuestion,
  labelsAreConsistent,
  noQuestionIsInAnother,
  followUpsAreToldOf,
  promptsAreClear,
  promptsEndBeforeAnswers,
  answersBeginAsAnswers,
  situationsComeFirst,
  situationsAskNothing,
  linesEndWithTheQuestion,
  valuesAreNotShown,
  legendsFillNoBlanks,
  optionsAreToChooseFrom,
  statementsAnswerNothing,
  blanksAreBlank,
  blanksAreNotFilledBehind,
  choicesCountUp,
  choicesAreTheQuestions,
  choicesLookAlike,
  optionsExplainNothing,
  tablesJudgeNothing,
  numbersCountUp,
  listsCountUp,
  countIsKept,
  topicsDiffer,
  topicsAsk,
  noLabelIsLeft,
  hiddenTextsAreSilent,
  questionsConcealNothing,
  codeHoldsNoQuestion,
  codeIsSilent,
  resultsAreNotShown,
  pointedBlocksAreThere,
  fencesAreClosed,
  nothingIsLostSilently,
]
