import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { outputNames } from '../../src/model/output.ts'
import { pngOf } from '../gate/planted.ts'
import { temporaryFolder, type Folder } from '../support/folder.ts'
import { readPdf } from '../support/pdf.ts'
import { split } from '../support/split.ts'
import { studydeck } from '../support/terminal.ts'

const templates = await readFile('docs/templates.md', 'utf8')
const printing = await readFile('docs/printing.md', 'utf8')
const paper = await readFile('test/support/paper.md')
const root = process.cwd()

let folder: Folder
beforeEach(async () => {
  folder = await temporaryFolder()
  await folder.write('decks/1회차.md', paper)
  process.chdir(folder.path)
})
afterEach(async () => {
  process.chdir(root)
  await folder[Symbol.asyncDispose]()
})

/** Contents of the fenced blocks of one language, in order. */
function blocks(page: string, language: string): string[] {
  return [...page.matchAll(/^```(\w+)\n([^]*?)^```$/gm)]
    .filter(([, name]) => name === language)
    .map(([, , contents]) => contents ?? '')
}

async function own(name: string, change: (text: string) => string) {
  const text = await readFile(join(root, 'templates', name), 'utf8')
  await folder.write(`my-templates/${name}`, change(text))
}

/** Runs a line of the documentation. */
async function run(line: string) {
  const [program, ...argv] = line.split(' ')
  expect(program).toBe('studydeck')
  return studydeck(...argv)
}

const built = 'build/1회차/share/worksheet.pdf'

test('the example of a logo and a cover is a page before the worksheet, and falls back for all else', async () => {
  const [html = ''] = blocks(templates, 'hbs')
  const [css = ''] = blocks(templates, 'css')
  await own('worksheet.hbs', (text) =>
    text.replace('<body>\n', `<body>\n${html}`),
  )
  await own('worksheet.css', (text) => text + css)
  const [, png = ''] = pngOf(40, 30).split(',')
  await folder.write('my-templates/logo.png', Buffer.from(png, 'base64'))
  const [line = ''] = blocks(templates, 'sh')
  expect(await run(line.trim())).toMatchObject({ code: 0, error: '' })
  const bytes = await readFile(built)
  const { pages } = await readPdf(bytes)
  expect(pages[0]!.text).toMatch(
    /^1 \/ 3\n백엔드 스터디 6회차 문제\n2026-02-06\n홍길동\n1\. 캐시 설계/,
  )
  expect(pages[1]!.text).toMatch(/이름/)
  expect(bytes.toString('latin1')).toContain('/Subtype /Image')
})

test('an unknown name is an error with its file and line, as documented', async () => {
  await own('worksheet.hbs', (text) =>
    text.replace('<h1>{{title}}', '<h1>{{titel}}'),
  )
  const text = await readFile('my-templates/worksheet.hbs', 'utf8')
  const at = text.slice(0, text.indexOf('{{titel}}')).split('\n').length
  const [message = ''] = blocks(templates, 'text')
  const { code, error } = await run(blocks(templates, 'sh')[0]!.trim())
  expect(code).toBe(3)
  expect(error).toContain(message.replace(':10,', `:${at},`).trim())
})

test('a picture that is not there is an error with file and line', async () => {
  await own(
    'worksheet.css',
    (text) => `\n.x { background: url(no.png) }${text}`,
  )
  const { code, error } = await run(blocks(templates, 'sh')[0]!.trim())
  expect(code).toBe(3)
  expect(error).toContain(
    'Cannot read `no.png`, which my-templates/worksheet.css:2 names, put a file of that name into my-templates',
  )
})

test('every output is in the table of templates, with files that are there', async () => {
  const rows = templates.match(/^\| `(?:share|host).*$/gm)?.join('\n') ?? ''
  for (const name of outputNames.filter((one) => !one.endsWith('.ipynb')))
    expect(rows).toContain(`\`${name}\``)
  for (const [, file = ''] of rows.matchAll(/`([\w/.-]+\.(?:hbs|css))`/g))
    expect(await readFile(join(root, 'templates', file), 'utf8')).not.toBe('')
})

test('what docs/printing.md shows is built', async () => {
  const lines = blocks(printing, 'sh').join('').trim().split('\n')
  const made = [
    ['worksheet.pdf', 595],
    ['handout.pdf', 595],
    ['worksheet.pdf', 516],
    ['worksheet.pdf', 595],
  ] as const
  for (const [index, line] of lines.entries()) {
    expect(await run(line), line).toMatchObject({ code: 0, error: '' })
    const [name, width] = made[index]!
    const { pages } = await readPdf(
      await readFile(join('build/1회차/share', name)),
    )
    expect(Math.round(pages[0]!.width), line).toBe(width)
  }
})

test('the paper of docs/printing.md has the space that it says', () => {
  const { paper: read } = split(blocks(printing, 'md')[0]!)
  const [first, second] = read.topics.flatMap(({ questions }) => questions)
  expect(read.answerSpace).toBe(8)
  expect([first?.answerSpace, second?.points]).toEqual(['grid', 3])
})
