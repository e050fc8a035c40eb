import { expect, it } from 'vitest'
import {
  documentPortions as portionsOf,
  inPortions,
} from '../../src/render/document-portions.ts'

function documentPortions(...args: Parameters<typeof portionsOf>): string[] {
  return portionsOf(...args).map((make) => make())
}

function documentOf(topics: readonly number[]): string {
  const sections = topics.map((questions, topic) => {
    const asked = Array.from(
      { length: questions },
      (_, index) =>
        `<section class="question"><h3 id="question-${topic + 1}-${index + 1}">물음 ${index + 1}</h3></section>`,
    )
    return `<section class="topic"><h2 id="topic-${topic + 1}">주제</h2>${asked.join('')}</section>`
  })
  return `<html><head><style>@page{}</style></head><body><header><h1>제목</h1></header>${sections.join('')}<section class="short">정답</section><div hidden><a href="#topic-1"></a></div></body></html>`
}

it('leaves a document in one piece that is short, or that it does not know', () => {
  const short = documentOf([2, 2])
  expect(documentPortions(short, { characters: 100, whole: 10_000 })).toEqual([
    short,
  ])
  for (const unknown of [
    short.replaceAll('section', 'div'),
    short.replace('<header>', '<div class="frame"><header>'),
  ])
    expect(documentPortions(unknown, { characters: 100, whole: 100 })).toEqual([
      unknown,
    ])
})

it('begins with topics; the title comes first, what follows the topics last', () => {
  const portions = documentPortions(documentOf([2, 2, 2]), {
    characters: 250,
    whole: 250,
  })
  expect(portions).toHaveLength(3)
  for (const [index, html] of portions.entries()) {
    expect(html).toMatch(/^<html><head><style>@page\{\}<\/style><\/head><body>/)
    expect(html.trim()).toMatch(/<\/body><\/html>$/)
    expect(html.includes('<h1>')).toBe(index === 0)
    expect(html.includes('class="short"')).toBe(index === 2)
    expect(html).toContain(
      `<div hidden><a href="#topic-${index + 1}"></a><a href="#question-${index + 1}-1"></a><a href="#question-${index + 1}-2"></a></div>`,
    )
    expect(html.match(/<section/g)?.length).toBe(
      html.match(/<\/section>/g)?.length,
    )
  }
})

it('divides a topic that is too long between its questions, and its heading stays with the first', () => {
  const portions = documentPortions(documentOf([1, 9]), {
    characters: 300,
    whole: 300,
  })
  expect(portions.length).toBeGreaterThan(2)
  const ids = portions.map((html) =>
    Array.from(html.matchAll(/ id="([^"]*)"/g), ([, id]) => id),
  )
  expect(ids.flat()).toEqual([
    ...['topic-1', 'question-1-1', 'topic-2'],
    ...Array.from({ length: 9 }, (_, index) => `question-2-${index + 1}`),
  ])
  for (const html of portions)
    expect(html.match(/<section/g)?.length).toBe(
      html.match(/<\/section>/g)?.length,
    )
  expect(ids.find((own) => own.includes('topic-2'))).toContain('question-2-1')
})

it('measures what is shown, not pictures', () => {
  const picture = `<img src="data:image/png;base64,${'A'.repeat(9000)}">`
  const html = documentOf([1, 1]).replaceAll('<h3', `${picture}<h3`)
  expect(documentPortions(html, { characters: 2000, whole: 2000 })).toEqual([
    html,
  ])
})

it('puts one item that is too large into a group of its own', () => {
  expect(inPortions([1, 2, 9, 1, 1], (size) => size, 3)).toEqual([
    [1, 2],
    [9],
    [1, 1],
  ])
})
