import { expect, test } from 'vitest'
import { sentenceStarts } from '../../src/layout/sentences.ts'

/** The sentences themselves, without their white space. */
function sentences(text: string): string[] {
  const ink = text.replace(/\s/g, '')
  const starts = sentenceStarts(text)
  return starts.map((start, index) => ink.slice(start, starts[index + 1]))
}

test.each([
  [
    '하나입니다. 둘이에요. 셋일까요? 넷!',
    ['하나입니다.', '둘이에요.', '셋일까요?', '넷!'],
  ],
  [
    '괄호 안에서도 끝난다(그렇다.) 다음 문장이다.',
    ['괄호안에서도끝난다(그렇다.)', '다음문장이다.'],
  ],
  [
    '“정말입니까?” 하고 물었다. 그렇다.',
    ['“정말입니까?”', '하고물었다.', '그렇다.'],
  ],
  [
    '버전 1.2.3을 씁니다. 3. 14는 숫자입니다.',
    ['버전1.2.3을씁니다.', '3.14는숫자입니다.'],
  ],
  [
    'It works. It does, e.g. here. Done.',
    ['Itworks.', 'Itdoes,e.g.here.', 'Done.'],
  ],
  ['장점:\n빠르다. 싸다', ['장점:', '빠르다.', '싸다']],
  ['문장이 하나뿐', ['문장이하나뿐']],
  ['', ['']],
])('%s', (text, expected) => {
  expect(sentences(text)).toEqual(expected)
})
