import { expect, test } from 'vitest'
import { VFile } from 'vfile'
import { decodePaper } from '../../src/parse/index.ts'

function decoded(bytes: Uint8Array): [string, ...string[]] {
  const file = new VFile()
  const text = decodePaper(bytes, file)
  return [
    text,
    ...file.messages.map(
      (message) => `${message.ruleId ?? ''} ${String(message.fatal)}`,
    ),
  ]
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

test('UTF-8 is read with and without a byte order mark', () => {
  expect(decoded(utf8('# 문제\r\n'))).toEqual(['# 문제\r\n'])
  expect(decoded(utf8('\uFEFF# 문제'))).toEqual(['# 문제'])
})

test('UTF-16 is read by its byte order mark', () => {
  const little = Buffer.from('\uFEFF문제 1', 'utf16le')
  expect(decoded(little)).toEqual(['문제 1'])
  expect(decoded(Buffer.from(little).swap16())).toEqual(['문제 1'])
})

test('CP949 is read with a warning', () => {
  // "# 문제" and "정답: 3"
  const bytes = Uint8Array.from([
    0x23, 0x20, 0xb9, 0xae, 0xc1, 0xa6, 0x0a, 0xc1, 0xa4, 0xb4, 0xe4, 0x3a,
    0x20, 0x33,
  ])
  expect(decoded(bytes)).toEqual([
    '# 문제\n정답: 3',
    'file-encoding-legacy false',
  ])
})

test('bytes that are no text are refused', () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0, 0])
  expect(decoded(png)).toEqual(['', 'file-encoding true'])
  expect(decoded(utf8('a\0b'))).toEqual(['', 'file-encoding true'])
  expect(decoded(Uint8Array.from([0xff, 0xfe, 0xd8]))).toEqual([
    '',
    'file-encoding true',
  ])
})

test('a cut-off UTF-8 file is not taken for CP949', () => {
  const bytes = utf8('# 문제 하나를 내고 답을 쓰시오').slice(0, -1)
  expect(decoded(bytes)).toEqual(['', 'file-encoding true'])
})

test('a paper of nothing but white space is empty', () => {
  expect(decoded(utf8(''))).toEqual(['', 'file-empty true'])
  expect(decoded(utf8(' \n\u3000\n'))).toEqual(['', 'file-empty true'])
})
