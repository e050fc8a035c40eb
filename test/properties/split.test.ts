import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { SplitResult } from '../support/split.ts'
import { papers } from '../support/papers.ts'
import { paperCount, seed } from '../support/property-runs.ts'
import { sharedNotebook } from '../support/shared-notebook.ts'
import {
  answersText,
  isRefused,
  messagesText,
  participantsText,
  split,
  tokensOf,
} from '../support/split.ts'

const numRuns = paperCount
const timeout = 60_000 + numRuns * 100

beforeAll(() => {
  console.info(`${numRuns} papers, STUDYDECK_SEED=${seed} makes the same again`)
})

function seen(result: SplitResult): string[] {
  return tokensOf(participantsText(result.paper)).toSorted()
}

describe('papers in every convention', () => {
  test(
    'show participants no answer, and every question unless they are refused',
    async () => {
      await fc.assert(
        fc.asyncProperty(papers, async (generated) => {
          const { convention, markdown, questions, answers } = generated
          const result = split(markdown)
          if (isRefused(result)) return
          const context = `${convention}\n${messagesText(result)}`
          expect(seen(result), context).toEqual(questions.toSorted())
          expect(
            tokensOf(await sharedNotebook(result.paper)).toSorted(),
            context,
          ).toEqual(questions.toSorted())
          expect(
            tokensOf(answersText(result.paper)).filter((token) =>
              token.startsWith('A'),
            ),
            context,
          ).toEqual(expect.arrayContaining([...answers]))
        }),
        { numRuns, seed },
      )
    },
    timeout,
  )

  test(
    'are mostly not refused',
    () => {
      const sample = fc.sample(papers, { numRuns: 200, seed: 1 })
      const refused = sample.filter(({ markdown }) =>
        isRefused(split(markdown)),
      )
      expect(refused.length).toBeLessThan(sample.length / 4)
    },
    timeout,
  )

  test(
    'split alike with BOM, CRLF, NFD and blanks at line ends',
    () => {
      fc.assert(
        fc.property(papers, ({ markdown }) => {
          const plain = split(markdown)
          for (const variant of [
            `\uFEFF${markdown}`,
            markdown.replaceAll('\n', '\r\n'),
            markdown.normalize('NFD'),
            markdown.replaceAll(/(?<=[.?])\n/g, ' \n'),
          ]) {
            const other = split(variant)
            expect(isRefused(other)).toBe(isRefused(plain))
            expect(seen(other)).toEqual(seen(plain))
          }
        }),
        { numRuns: Math.ceil(numRuns / 10), seed },
      )
    },
    timeout,
  )
})

const scraps = fc.constantFrom(
  '정답: ',
  '> ',
  '**[답변]**',
  '<details>',
  '</details>',
  '<summary>정답</summary>',
  '```',
  '1. ',
  '- ',
  '# ',
  '### Q1. ',
  '① ',
  'A. ',
  'Q. ',
  '| 질문 | 답변 |\n|--|--|\n',
  '??? success "정답"\n',
  ':::details 정답\n',
  '\n',
  '\n\n',
  '    ',
  '[^1]',
  '[^1]: ',
  '→ ',
  '---\n',
  '문제 1',
  '(O/X)',
  '질문?',
  '## 정답 및 해설\n',
)

test(
  'arbitrary text is never thrown at',
  () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 400 }),
          fc
            .array(fc.oneof(scraps, fc.string({ maxLength: 8 })), {
              maxLength: 60,
            })
            .map((parts) => parts.join('')),
        ),
        (markdown) => {
          const { paper } = split(markdown)
          expect(typeof paper.certain).toBe('boolean')
        },
      ),
      { numRuns, seed },
    )
  },
  timeout,
)
