import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { paperOf, poolOf, seriesQuestions } from '../../bench/papers.js'
import { split } from '../support/split.ts'

const pool = poolOf(
  readdirSync('decks')
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(`decks/${name}`, 'utf8')),
)

describe('papers to measure with', () => {
  it('are as large as those of the series: 34.5 kB', () => {
    const sizes = [1, 2, 3, 4, 5].map((seed) =>
      Buffer.byteLength(paperOf(pool, { seed })),
    )
    const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length
    expect(mean / 34_500).toBeGreaterThan(0.9)
    expect(mean / 34_500).toBeLessThan(1.1)
  })

  it('are the same at every run, and different from each other', () => {
    expect(paperOf(pool, { seed: 7 })).toBe(paperOf(pool, { seed: 7 }))
    expect(paperOf(pool, { seed: 7 })).not.toBe(paperOf(pool, { seed: 8 }))
  })

  it('split with certainty into as many questions as were asked for', () => {
    for (const questions of [1, seriesQuestions]) {
      const { paper } = split(paperOf(pool, { seed: questions, questions }))
      expect(paper.certain).toBe(true)
      expect(
        paper.topics.flatMap((topic) =>
          topic.questions.map(({ answers }) => answers.length),
        ),
      ).toEqual(Array<number>(questions).fill(1))
    }
  })
})
