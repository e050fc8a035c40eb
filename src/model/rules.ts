/**
 * Every problem that a paper can have, with its severity.
 *
 * `error`: nothing is written for participants, exit 1. `warning`: everything is written.
 * `info`: shown only on request. Each has a section in docs/rules.md.
 */
export const rules = {
  'file-unreadable': 'error',
  'file-encoding': 'error',
  'file-encoding-legacy': 'warning',
  'file-empty': 'error',
  'too-large': 'error',
  'container-unbalanced': 'error',
  'nesting-too-deep': 'error',
  'front-matter-invalid': 'error',
  'no-question': 'error',
  'question-without-answer': 'error',
  'answer-without-question': 'error',
  'answer-label-missing': 'error',
  'answer-unlabelled': 'warning',
  'prompt-unclear': 'error',
  'label-left': 'error',
  'answer-hidden': 'error',
  'answer-in-line': 'error',
  'blank-filled': 'error',
  'choice-repeated': 'error',
  'choice-marked': 'error',
  'choice-explained': 'error',
  'number-repeated': 'error',
  'number-jumped': 'error',
  'question-left-out': 'error',
  'count-differs': 'error',
  'topic-repeated': 'error',
  'topic-asks-nothing': 'error',
  'heading-empty': 'error',
  'heading-in-answer': 'error',
  'question-in-question': 'error',
  'code-unclosed': 'error',
  'question-in-code': 'error',
  'code-comment-answer': 'error',
  'code-comment-result': 'warning',
  'result-shown': 'error',
  'block-missing': 'warning',
  'no-answer': 'warning',
  'follow-up-in-answer': 'warning',
  'situation-missing': 'warning',
  'text-left-out': 'warning',
  'notes-left-out': 'info',
  'answer-leaked': 'error',
  'output-unsearched': 'error',
  'glyph-missing': 'error',
  'image-missing': 'warning',
  'image-remote': 'warning',
  'image-unreachable': 'warning',
  'link-local': 'warning',
  'page-failed': 'error',
  'content-scaled': 'warning',
  'diagram-unsupported': 'warning',
} as const

/** Name of a problem that a paper can have. */
export type RuleId = keyof typeof rules

/** How bad a problem is. */
export type Severity = (typeof rules)[RuleId]
