import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { readFrontMatter } from '../../src/config/front-matter.ts'

function read(yaml: string) {
  const file = new VFile()
  const { title, author } = readFrontMatter(yaml, file)
  const messages = file.messages.map(
    ({ ruleId, reason, line, fatal }) =>
      `${line}: ${fatal} ${ruleId} ${reason.slice(0, 40)}`,
  )
  return { title, author, messages }
}

const bomb = [
  'title: 제목',
  'a: &a [x,x,x,x,x,x,x,x,x]',
  'b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]',
  'c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]',
  'd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]',
  'author: 홍길동',
].join('\n')

const aliases =
  'true front-matter-invalid Unexpected aliases (`*name`) in the fron'

test('aliases that multiply are told, and nothing is made of them', () => {
  expect(read(bomb).messages).toEqual([`6: ${aliases}`])
})

test('an alias of nothing is told', () => {
  expect(read('title: 제목\nauthor: *nobody').messages).toEqual([
    `3: ${aliases}`,
  ])
})

test('an alias of itself is no crash', () => {
  expect(read('title: 제목\nauthor: &a { name: *a }')).toEqual({
    title: '제목',
    author: undefined,
    messages: [
      '3: true front-matter-invalid Unexpected `author: [object Object]` in ',
    ],
  })
})

test('a few aliases are fine', () => {
  expect(read('x: &a 홍길동\ntitle: 제목\nauthor: *a')).toEqual({
    title: '제목',
    author: '홍길동',
    messages: [],
  })
})
