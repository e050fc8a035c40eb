import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'

/** What `npm install studydeck` gives: the compiled bundle. */
const name = 'studydeck'
const { inspectPaper, parsePaper, remarkPaper, splitPaper } = (await import(
  name
)) as typeof import('../src/index.ts')

const source =
  '# 스터디\n\n## 주제\n\n1. **제목**: 설명하시오.\n\n> **[답변]** 이렇습니다.\n'

test('the plugin puts a paper on the file, beside whatever else remark does', async () => {
  const processor = unified().use(remarkParse).use(remarkPaper)
  const file = new VFile(source)
  await processor.run(processor.parse(file), file)
  const { paper } = file.data
  expect(paper?.topics[0]?.questions[0]?.answers[0]?.label).toBe('답변')
  expect(file.messages).toEqual([])
})

test('parsing and splitting work without remark', () => {
  const file = new VFile({ path: 'paper.md', value: source })
  const paper = splitPaper(parsePaper(source, file), file)
  expect(paper.certain).toBe(true)
  expect(inspectPaper(paper, file.messages)).toMatchObject({
    title: '스터디',
    topics: [{ questions: [{ answers: [{ text: '이렇습니다.' }] }] }],
  })
})
