import { expect, test } from 'vitest'
import { VFile } from 'vfile'
import { readFrontMatter } from '../../src/config/front-matter.ts'

function read(yaml: string) {
  const file = new VFile({ path: 'a.md', value: `---\n${yaml}\n---\n` })
  const { options } = readFrontMatter(yaml, file, {
    type: 'yaml',
    position: { start: { line: 1, column: 1 }, end: { line: 9, column: 4 } },
  })
  return { options, messages: file.messages.map(String) }
}

test('every option of a paper can stand in the front matter', () => {
  expect(
    read(
      'lang: en\ntheme: dark\npaperSize: B5\ntimer: 3m\nanswerSpace: 8\nhints: true',
    ),
  ).toEqual({
    options: {
      lang: 'en',
      theme: 'dark',
      paperSize: 'B5',
      timer: 3,
      answerSpace: 8,
      hints: true,
    },
    messages: [],
  })
})

test('a wrong value is told with its line and the line corrected', () => {
  expect(read('title: 1회차\npaperSize: A3')).toEqual({
    options: {},
    messages: [
      'a.md:3:1-3:14: Unexpected `A3` for `paperSize`, expected `A4`, `Letter` or `B5`, did you mean `paperSize: A4`?',
    ],
  })
})

test.each(['papersize: B5', 'paper-size: B5', 'pageSize: B5'])(
  '%s is told to be paperSize',
  (yaml) => {
    expect(read(yaml).messages).toEqual([
      expect.stringMatching(
        /^a\.md:2:1-2:\d+: Unexpected `.*`, did you mean `paperSize: B5`\?$/,
      ),
    ])
  },
)

test("what other tools write there is nobody's business", () => {
  expect(
    read(
      [
        'theme: gaia',
        'size: 16:9',
        'layout: post',
        'lang: ko-KR',
        'hints: [a, b]',
        'tags: [cs]',
        'out: x',
        'timer:',
      ].join('\n'),
    ),
  ).toEqual({ options: { lang: 'ko' }, messages: [] })
})
