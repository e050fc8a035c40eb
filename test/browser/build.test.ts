import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { usualOutputs } from '../../src/model/output.ts'
import { readPdf } from '../support/pdf.ts'
import { temporaryFolder, type Folder } from '../support/folder.ts'
import { studydeck } from '../support/terminal.ts'

let paper = ''

beforeAll(async () => {
  paper = await readFile('test/support/paper.md', 'utf8')
})

async function build(folder: Folder, ...argv: string[]) {
  return studydeck('build', '--out', join(folder.path, 'out'), ...argv)
}

test('a paper becomes every output, and the build says what it made and where', async () => {
  await using folder = await temporaryFolder()
  const path = await folder.write('1회차.md', paper)
  const { code, out, error } = await build(folder, path)
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(await folder.files('out')).toEqual(
    [...usualOutputs.map((name) => `1회차/${name}`), 'index.html'].sort(),
  )
  for (const name of usualOutputs)
    expect(out).toContain(join(folder.path, 'out', '1회차', name))
})

test('two builds of the same paper are byte-equal', async () => {
  await using folder = await temporaryFolder()
  const path = await folder.write('1회차.md', paper)
  await studydeck('build', path, '--out', join(folder.path, 'a'))
  await studydeck('build', path, '--out', join(folder.path, 'b'))
  for (const name of await folder.files('a'))
    expect(
      (await readFile(join(folder.path, 'a', name))).equals(
        await readFile(join(folder.path, 'b', name)),
      ),
      name,
    ).toBe(true)
})

test('--only makes what was asked for', async () => {
  await using folder = await temporaryFolder()
  const path = await folder.write('1회차.md', paper)
  expect((await build(folder, path, '--only', 'share,host/deck.m')).code).toBe(
    0,
  )
  expect(await folder.files('out')).toEqual([
    '1회차/host/deck.md',
    ...usualOutputs
      .filter((name) => name.startsWith('share/'))
      .map((name) => `1회차/${name}`)
      .sort(),
    'index.html',
  ])
})

test('the questions alone are slides of their own, on request', async () => {
  await using folder = await temporaryFolder()
  const path = await folder.write('1회차.md', paper)
  expect((await build(folder, path, '--only', 'share/deck')).code).toBe(0)
  expect(await folder.files('out')).toEqual([
    '1회차/share/deck-questions.pdf',
    'index.html',
  ])
  const pdf = await readPdf(
    await readFile(join(folder.path, 'out/1회차/share/deck-questions.pdf')),
  )
  // Title, agenda, two topics with their situations, three questions.
  expect(pdf.pages).toHaveLength(9)
  expect(pdf.text).toContain('스탬피드의 원인')
  expect(pdf.text).not.toMatch(/답변|재계산|지터|randint|기록합니다/)
  expect(pdf.lang).toBe('ko')
  expect(pdf.outline.map(({ title, page }) => ({ title, page }))).toEqual([
    { title: '캐시 설계: 일관성과 응답 속도', page: 2 },
    { title: '메시지 큐: 중복 전달을 견디는 소비자', page: 6 },
  ])
})

test('bad papers get messages, and the good one beside them is built', async () => {
  await using folder = await temporaryFolder()
  const bad = {
    'empty.md': '',
    'blank.md': ' \n\n\t\n',
    'binary.md': Buffer.from([0, 1, 2, 0xff, 0xfe, 0]),
    'latin.md': Buffer.from('# caf\xe9 cr\xe8me br\xfbl\xe9e\n', 'latin1'),
    'notes.md': '# 노트\n\n질문이 없는 글입니다.\n',
  }
  for (const [name, contents] of Object.entries(bad))
    await folder.write(`papers/${name}`, contents)
  await folder.write('papers/good.md', paper)
  const missing = join(folder.path, 'none.md')
  const { code, out, error } = await build(
    folder,
    missing,
    join(folder.path, 'papers'),
    '--only',
    'host/deck.html,share/worksheet.pdf',
  )
  expect(code).toBe(1)
  expect(error).toContain(`${missing}\n`)
  for (const name of Object.keys(bad)) expect(error).toContain(name)
  expect(out).toContain('6 papers, 6 with errors')
  const files = await folder.files('out')
  expect(files).toContain('good/host/deck.html')
  expect(files.filter((name) => name.includes('/share/'))).toEqual([
    'good/share/worksheet.pdf',
  ])
  expect(files.filter((name) => name.endsWith('.tmp'))).toEqual([])
})

test('names with spaces, signs and decomposed Hangul work, and papers of one name stay apart', async () => {
  await using folder = await temporaryFolder()
  const names = [
    'a/1회차 (인프라) #1 50%.md',
    'a/같은 이름.md',
    'b/같은 이름.md',
    `b/${'한글'.normalize('NFD')}.md`,
  ]
  for (const name of names) await folder.write(`papers/${name}`, paper)
  const { code } = await build(
    folder,
    join(folder.path, 'papers'),
    '--only',
    'share/worksheet.pdf',
  )
  expect(code).toBe(0)
  expect(await folder.files('out')).toEqual([
    '1회차 (인프라) #1 50%/share/worksheet.pdf',
    'a-같은 이름/share/worksheet.pdf',
    'b-같은 이름/share/worksheet.pdf',
    'index.html',
    '한글/share/worksheet.pdf',
  ])
})

test('a paper that becomes doubtful takes back what it handed out', async () => {
  await using folder = await temporaryFolder()
  const path = await folder.write('1회차.md', paper)
  await build(folder, path, '--only', 'share')
  const at = paper.lastIndexOf('> **[답변]**')
  await folder.write('1회차.md', paper.slice(0, at))
  const { code, out, error } = await build(folder, path, '--only', 'share')
  expect(code).toBe(1)
  expect(out).toContain('share/ withheld')
  expect(error).toMatch(/question-without-answer/)
  expect(await folder.files('out')).toEqual(['index.html'])
})
