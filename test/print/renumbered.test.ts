import { expect, it } from 'vitest'
import { hasReferences, renumbered } from '../../src/print/renumbered.ts'

const into = {
  numbers: new Map([
    [5, 105],
    [12, 7],
  ]),
  parents: 40,
  file: 27,
}

it('gives references and keys their new numbers', () => {
  expect(
    renumbered('<</Type /Page /Contents 5 0 R /Kids [5 0 R 12 0 R]>>', into),
  ).toBe('<</Type /Page /Contents 105 0 R /Kids [105 0 R 7 0 R]>>')
  expect(renumbered('<</StructParents 0 /StructParent 2>>', into)).toBe(
    '<</StructParents 40 /StructParent 42>>',
  )
})

it('leaves words alone that look like references', () => {
  for (const object of [
    '<</Alt (see 5 0 R)>>',
    String.raw`<</Alt (a \) 5 0 R \( b \\)>>`,
    '<</URI (https://example.com/\\(5 0 R\\)) /W [5 0 [12 0]]>>',
    '<</Title <FEFF0035>>>',
  ])
    expect(renumbered(object, into)).toBe(object)
})

it('leaves the data of streams alone', () => {
  const stream = '<</SMask 12 0 R /Length 9>> stream\n5 0 R\n>>\nendstream'
  expect(renumbered(stream, into)).toBe(stream.replace('12 0 R', '7 0 R'))
  expect(hasReferences(stream)).toBe(true)
  expect(hasReferences(stream.replace('/SMask 12 0 R ', ''))).toBe(false)
})

it('tells subsets of one font from each other', () => {
  expect(
    renumbered(
      '<</FontName /AAAAAB+Pretendard-Bold /Alt (/FontName /AAAAAB+Pretendard)>>',
      into,
    ),
  ).toBe(
    '<</FontName /ABBAAB+Pretendard-Bold /Alt (/FontName /AAAAAB+Pretendard)>>',
  )
})
