import { expect, test } from 'vitest'
import { checkOptions } from '../../src/config/check-options.ts'
import {
  options,
  paperOptionNames,
  type OptionName,
} from '../../src/config/options.ts'

const all = Object.keys(options) as OptionName[]

test('good options pass, and times become minutes', () => {
  const written = {
    lang: 'en',
    theme: 'dark',
    paperSize: 'B5',
    answerSpace: 8,
    hints: true,
    templates: 'mine',
    outputs: ['share', 'host/deck.h'],
    browser: '/usr/bin/chromium',
    out: 'public',
    concurrency: 4,
  }
  expect(checkOptions({ ...written, timer: '5m' }, all)).toEqual({
    options: { ...written, timer: 5 },
    problems: [],
  })
})

test.each([
  ['5m', 5],
  ['90s', 1.5],
  ['3분', 3],
  ['2 min', 2],
  ['7', 7],
  [4, 4],
])('timer %j is %d minutes', (written, timer) => {
  expect(checkOptions({ timer: written }, all).options).toEqual({ timer })
})

test.each([
  ['papersize', 'A4', 'paperSize', 'A4'],
  ['paper_size', 'a4', 'paperSize', 'A4'],
  ['paper-size', 'letter', 'paperSize', 'Letter'],
  ['thme', 'drak', 'theme', 'dark'],
  ['hint', 'yes', 'hints', true],
  ['answerspace', '8', 'answerSpace', 8],
  ['concurency', '2', 'concurrency', 2],
  ['output', 'share', 'outputs', ['share']],
])('%s: %j is taken to mean %s: %j', (key, value, meant, good) => {
  expect(checkOptions({ [key]: value }, all).problems).toEqual([
    {
      key,
      reason: `Unexpected \`${key}\``,
      meant: { key: meant, value: good },
    },
  ])
})

test('a key that is like no other gets the list', () => {
  expect(checkOptions({ colour: 'red' }, paperOptionNames).problems).toEqual([
    {
      key: 'colour',
      reason:
        'Unexpected `colour`, expected lang, theme, paperSize, timer, answerSpace, hints',
    },
  ])
})

test.each([
  ['lang', 'kr', 'expected `ko` or `en`', 'ko'],
  ['theme', 'blue', 'expected `light`, `dark` or `contrast`', 'light'],
  ['paperSize', 'A3', 'expected `A4`, `Letter` or `B5`', 'A4'],
  ['timer', '5 minutes', 'expected minutes such as `5m`', 5],
  ['timer', 'soon', 'expected minutes such as `5m`', '5m'],
  ['timer', -1, 'expected minutes such as `5m`', '5m'],
  ['answerSpace', 'lines', 'expected `auto`, `none`', 'auto'],
  ['answerSpace', 1.5, 'expected `auto`, `none`', 'auto'],
  ['hints', 'perhaps', 'expected `true` or `false`', true],
  ['outputs', ['host/dekc.html'], 'expected a list of', ['host/deck.html']],
  ['outputs', [], 'expected a list of', ['host/deck.html', 'share']],
  ['concurrency', 0, 'expected a whole number', 2],
  ['out', '', 'expected a folder', 'build'],
  ['templates', null, 'expected a folder', 'templates'],
])('%s: %j is told with what to write instead', (key, value, reason, good) => {
  const [problem] = checkOptions({ [key]: value }, all).problems
  expect(problem?.reason).toContain(reason)
  expect(problem?.meant).toEqual({ key, value: good })
})

test('names of the prototype are no options', () => {
  const written = JSON.parse('{"__proto__": 1, "constructor": 2}') as object
  expect(
    checkOptions({ ...written }, all).problems.map(({ key }) => key),
  ).toEqual(['__proto__', 'constructor'])
})
