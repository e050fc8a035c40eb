import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { renderTemplate, templateText } from '../../src/render/templates.ts'
import { BuildError } from '../../src/model/build-error.ts'

function folderWith(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'templates-'))
  writeFileSync(join(folder, 'own.hbs'), source)
  return folder
}

function errorOf(source: string, data: Record<string, unknown>): string {
  const folder = folderWith(source)
  try {
    renderTemplate('own.hbs', data, folder)
  } catch (error) {
    expect(error).toBeInstanceOf(BuildError)
    return (error as Error).message.replace(folder, 'mine')
  }
  throw new Error('the template was filled')
}

test('fills names, escapes for HTML, and repeats', () => {
  const folder = folderWith(
    '{{#each items}}{{name}}{{#if last}}.{{else}}, {{/if}}{{/each}} {{{html}}}',
  )
  const items = [
    { name: '<b>', last: false },
    { name: '가', last: true },
  ]
  expect(renderTemplate('own.hbs', { items, html: '<i>' }, folder)).toBe(
    '&lt;b&gt;, 가. <i>',
  )
})

test('names the line of an unknown name', () => {
  expect(errorOf('a\n{{titel}}', { title: 'x' })).toBe(
    'Cannot fill the template mine/own.hbs:2, use a name that exists instead of `titel`',
  )
})

test('names the line of an unknown name inside a condition and a loop', () => {
  expect(errorOf('\n\n{{#if nmae}}x{{/if}}', { name: 'x' })).toContain(
    'own.hbs:3, use a name that exists instead of `nmae`',
  )
  expect(
    errorOf('{{#each list}}\n{{nmae}}{{/each}}', { list: [{ name: 1 }] }),
  ).toContain('own.hbs:2, use a name that exists instead of `nmae`')
})

test('an absent value that the data names is no error', () => {
  const folder = folderWith('{{#if date}}{{date}}{{else}}-{{/if}}')
  expect(renderTemplate('own.hbs', { date: undefined }, folder)).toBe('-')
})

test('knows no helper that could reach further', () => {
  expect(errorOf('{{lookup a "b"}}', { a: {} })).toContain(
    'instead of `lookup`',
  )
  expect(errorOf('\n{{log a}}', { a: 1 })).toContain('own.hbs:2')
})

test('a prototype cannot be reached', () => {
  const folder = folderWith(
    '[{{#with a}}{{constructor}}{{__proto__}}{{/with}}]',
  )
  expect(renderTemplate('own.hbs', { a: {} }, folder)).toBe('[]')
})

test('says where a template does not parse', () => {
  expect(errorOf('a\nb {{#if x}}', { x: 1 })).toMatch(
    /own\.hbs:2, correct it: /,
  )
})

test('falls back to the template that ships with studydeck', () => {
  const folder = folderWith('')
  expect(templateText('locales/ko.json', folder)).toContain('"answer"')
  expect(templateText('own.hbs', folder)).toBe('')
  expect(() => templateText('no-such.css', folder)).toThrow(
    'Cannot read the template templates/no-such.css, check that it is a readable file',
  )
})
