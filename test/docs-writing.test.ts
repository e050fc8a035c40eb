import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { writingGuide } from '../scripts/writing-guide.js'
import { inspectPaper } from '../src/split/index.ts'
import { messagesText, split } from './support/split.ts'

const guide = await readFile('docs/writing.md', 'utf8')

test('docs/writing.md is what scripts/writing-guide.js makes of the conventions', async () => {
  expect(guide).toBe(await writingGuide())
})

describe('the example of the directives', () => {
  const section = guide.slice(
    guide.indexOf('## Directives'),
    guide.indexOf('## Conventions'),
  )
  const [, example = ''] = /^```md\n([^]*?)^```$/m.exec(section) ?? []
  const result = split(example)

  test('has every directive of the tables', () => {
    const names = [...section.matchAll(/^\| `(<!-- studydeck: \w+)/gm)]
    expect(names).toHaveLength(8)
    for (const [, name = ''] of names) expect(example).toContain(`${name} `)
  })

  test('is split as the tables say', () => {
    const { topics } = inspectPaper(result.paper, result.file.messages)
    expect(topics).toMatchObject([
      {
        title: '캐시',
        situation: '예매가 열리는 순간 응답이 느려집니다.',
        questions: [
          {
            minutes: 5,
            points: 3,
            prompt: '아래 글의 잘못을 쓰시오.\n캐시는 언제나 빠르다.',
            answers: [{ text: '비어 있으면 원본보다 느립니다.' }],
          },
        ],
      },
    ])
    const [question] = result.paper.topics[0]!.questions
    expect(question).toMatchObject({
      answerSpace: 8,
      notes: ['답이 나오지 않으면 만료 시각을 물어보세요.'],
    })
  })

  test('wins over what the text of the question says', () => {
    const { paper } = split(example.replace('쓰시오.', '쓰시오. (3분) (1점)'))
    expect(paper.topics[0]!.questions).toMatchObject([
      { minutes: 5, points: 3 },
    ])
  })

  test.each([
    ['none', 'none'],
    ['auto', 'auto'],
    ['box', 'box'],
    ['grid', 'grid'],
    ['1', 1],
    ['60', 60],
    ['61', undefined],
    ['much', undefined],
  ])('gives the worksheet the space %s', (written, space) => {
    const { paper } = split(
      example.replace('answerSpace 8', `answerSpace ${written}`),
    )
    expect(paper.topics[0]!.questions[0]!.answerSpace).toBe(space)
  })

  test('leaves out what it omits, without any doubt', () => {
    expect(JSON.stringify(result.paper)).not.toContain('일곱 시')
    expect(messagesText(result)).toMatch(/^\d+: info notes-left-out: .*\n$/)
  })
})
