import { describe, expect, it } from 'vitest'
import { findPlace, fromHash, toHash } from '../../src/player/address.ts'
import type { PlayerDeck, PlayerSlide } from '../../src/player/deck.ts'
import * as moves from '../../src/player/moves.ts'
import { firstState, type State } from '../../src/player/state.ts'
import { timeBehind, timeUsed } from '../../src/player/time-used.ts'

/** A deck of a title, one question with two answer slides, and a second question. */
function deckOf(): PlayerDeck {
  const slides = (
    [
      ['title', '', '1', 1],
      ['question', '1-1', 'q1-1', 1],
      ['answer', '1-1', 'a1-1', 3],
      ['answer', '1-1', 'a1-1/2', 2],
      ['question', '1-2', 'q1-2', 1],
    ] as const
  ).map(
    ([kind, question, address, steps], index) =>
      ({
        index,
        kind,
        question,
        address,
        topic: 1,
        minutes: 3,
        steps: Array.from({ length: steps }, () => []),
      }) as unknown as PlayerSlide,
  )
  return {
    slides,
    pages: slides.length,
    topics: new Map(),
    questions: ['1-1', '1-2'].map((id) => ({
      id,
      title: id,
      topic: 1,
      minutes: 3,
      slides: slides.filter(({ question }) => question === id),
    })),
  }
}

const deck = deckOf()
const at = (slide: number, step = 1, more: Partial<State> = {}): State => ({
  ...firstState,
  slide,
  step,
  ...more,
})
const place = ({ slide, step }: moves.Change): unknown => [slide, step]

describe('moving', () => {
  it('goes step by step, then to the next slide', () => {
    expect(place(moves.forward(deck, at(2, 1)))).toEqual([2, 2])
    expect(place(moves.forward(deck, at(2, 3)))).toEqual([3, 1])
  })

  it('goes back to the last step of the slide before', () => {
    expect(place(moves.back(deck, at(3, 1)))).toEqual([2, 3])
  })

  it('stays at both ends', () => {
    expect(moves.forward(deck, at(4))).toEqual({})
    expect(place(moves.back(deck, at(0)))).toEqual([0, 1])
  })

  it('opens an answer on all of its slides', () => {
    const change = moves.wholeAnswer(deck, at(1))
    expect(place(change)).toEqual([2, 3])
    const opened = { ...at(1), ...change }
    expect(place(moves.forward(deck, opened))).toEqual([3, 2])
  })

  it('opens nothing where there is no answer', () => {
    expect(moves.wholeAnswer(deck, at(0))).toEqual({})
    expect(moves.wholeAnswer(deck, at(4))).toEqual({})
  })

  it('clamps a step that the slide does not have', () => {
    expect(place(moves.moveTo(deck, at(0), 2, 99))).toEqual([2, 3])
    expect(place(moves.moveTo(deck, at(0), 2, -1))).toEqual([2, 1])
  })

  it('keeps the furthest step that was seen', () => {
    const forth = moves.moveTo(deck, at(0), 2, 3)
    const back = moves.moveTo(deck, { ...at(2), ...forth }, 2, 1)
    expect(back.seen).toEqual({ 'a1-1': 3 })
  })

  it('pauses the countdown of the question that it leaves', () => {
    const running = at(1, 1, {
      countdowns: { '1-1': { left: 60_000, ends: Date.now() + 60_000 } },
    })
    expect(moves.moveTo(deck, running, 2, 1).countdowns).toBeUndefined()
    const left = moves.moveTo(deck, running, 4, 1).countdowns?.['1-1']
    expect(left).toEqual({ left: expect.closeTo(60_000, -3) as number })
  })
})

describe('the address', () => {
  it.each([
    [at(0), '#1'],
    [at(1), '#q1-1'],
    [at(2, 3), '#a1-1.3'],
    [at(3, 2), '#a1-1/2.2'],
  ])('goes there and back (%#)', (state, hash) => {
    expect(toHash(deck, state)).toBe(hash)
    const { slide: index, step } = state
    expect(fromHash(deck, hash)).toEqual(step > 1 ? { index, step } : { index })
  })

  it('takes page numbers and question ids', () => {
    expect(findPlace(deck, '2')).toBe(1)
    expect(findPlace(deck, '1-2')).toBe(4)
    expect(fromHash(deck, '#3.2')).toEqual({ index: 2, step: 2 })
  })

  it('knows what is no address', () => {
    expect(
      ['', '0', '6', '9-9', '-1', 'x'].map((name) => findPlace(deck, name)),
    ).toEqual([-1, -1, -1, -1, -1, -1])
    expect(fromHash(deck, '')).toBeUndefined()
    expect(fromHash(deck, '#')).toBeUndefined()
  })
})

describe('time', () => {
  const minute = 60_000
  const now = 10 * minute

  it('counts a question while it is on screen', () => {
    const state = at(1, 1, { used: { '1-1': minute }, since: now - minute })
    expect(timeUsed(deck, state, '1-1', now)).toBe(2 * minute)
    expect(timeUsed(deck, state, '1-2', now)).toBe(0)
  })

  it('is behind only when a question took longer than planned', () => {
    const used = { '1-1': 5 * minute }
    expect(timeBehind(deck, at(4, 1, { used, since: now }), now)).toBe(
      2 * minute,
    )
    const early = at(1, 1, { since: now - minute })
    expect(timeBehind(deck, early, now)).toBe(0)
    const skipped = at(4, 1, { since: now })
    expect(timeBehind(deck, skipped, now)).toBe(-3 * minute)
  })
})
