import { describe, expect, it } from 'vitest'
import { gate } from '../../src/gate/index.ts'
import { paperOf, type Asked } from './paper-of.ts'
import { openText, paper, secret } from './planted.ts'

function text(
  path: string,
  contents: string,
): { path: string; contents: Uint8Array } {
  return { path, contents: Buffer.from(contents) }
}

describe('gate()', () => {
  it('searches what is for participants, keeps the rest, and says what it did', async () => {
    const files = [
      text('1회차/host/deck.md', secret),
      text('1회차/share/a.md', openText),
      text('1회차/share/b.md', `${openText} ${secret}`),
      text('1회차/share.md', secret),
    ]
    const report = await gate(paper, files)
    expect(report).toEqual({
      hits: [
        {
          path: '1회차/share/b.md',
          place: 'text',
          question: '1-1',
          line: 10,
          excerpt: '커밋되지않은값을읽는더티리드가생깁니다',
        },
      ],
      unreadable: [],
      files: [files[0], files[1], files[3]],
      receipt: 'share/: 4 answers, 1 found in 2 files',
    })
  })

  it('says so when all is well', async () => {
    const { receipt } = await gate(paper, [text('share/a.md', openText)])
    expect(receipt).toBe('share/: 4 answers, 0 found in 1 file')
  })

  it('has nothing to say of a paper without answers', async () => {
    const { receipt, hits } = await gate(paperOf('읽을거리', []), [
      text('share/a.md', '읽을거리'),
    ])
    expect([receipt, hits]).toEqual([
      'share/: 0 answers, 0 found in 1 file',
      [],
    ])
  })
})

/** What is found of a paper with one question in a file that has the question and some more. */
async function foundIn(asked: Asked, more: string): Promise<string[]> {
  const { hits } = await gate(paperOf('', [asked]), [
    text('share/a.md', `${asked.prompt} ${more}`),
  ])
  return hits.map(({ excerpt }) => excerpt)
}

describe('what stands in questions too', () => {
  it('is no answer, however long', async () => {
    const prompt = 'HTTP와 HTTPS의 차이를 인증서 관점에서 설명하시오.'
    const answer =
      'HTTP와 HTTPS의 차이를 인증서 관점에서 설명하면 서버를 믿을 수 있는지입니다.'
    expect(await foundIn({ prompt, answer }, '')).toEqual([])
    expect(await foundIn({ prompt, answer }, answer)).toEqual([
      '를인증서관점에서설명하면서버를믿을수있는지입니다',
    ])
  })

  it('is no answer, however short', async () => {
    const prompt = 'HTTP와 TCP 가운데 전송 계층은?'
    expect(await foundIn({ prompt, answer: 'TCP' }, 'TCP HTTP')).toEqual([])
    expect(await foundIn({ prompt, answer: 'UDP' }, '(UDP)')).toEqual(['udp'])
  })

  it('is no answer when a hint has it, since hints may be asked for', async () => {
    const hint = '교착 상태의 네 가지 조건을 하나씩 지워 보십시오.'
    expect(
      await foundIn(
        {
          prompt: '왜 멈추는가?',
          answer: `${hint} 순환 대기가 남습니다.`,
          hint,
        },
        hint,
      ),
    ).toEqual([])
  })
})

describe('what nobody sees of a question', () => {
  const asked = {
    prompt: '이 장치는? ![휘발성 메모리](a.png)',
    answer: '휘발성 메모리',
  }

  it('is searched for the answer, for all that it belongs to the question', async () => {
    expect(await foundIn(asked, '')).toEqual(['휘발성 메모리'])
    expect(
      await foundIn({ ...asked, answer: '커패시터를 씁니다.' }, ''),
    ).toEqual([])
  })

  it('may name a picture that the answer shows once more', async () => {
    const answer = '① ![휘발성 메모리](a.png)'
    expect(await foundIn({ ...asked, answer }, '')).toEqual([])
  })
})

describe('words of our own', () => {
  it('are no answer, though an answer may have them', async () => {
    const answer = '이 브라우저는 메모를 남기지 않습니다. 닫기 전에 내보내세요.'
    expect(
      await foundIn({ prompt: '무엇이 보이는가?', answer }, answer),
    ).toEqual([])
  })
})

describe('short answers', () => {
  it.each([
    ['3', '3 / 8', []],
    ['3', '정답: 3', ['정답 3']],
    ['③', '(정답) 3번', []],
    ['③', '정답 ③', ['정답 3']],
    ['B. pwd', 'B pwd', ['b pwd']],
    ['원자성', '원자성', ['원자성']],
    ['원자성', '비원자성', []],
    ['2025', '2025년', []],
  ])('%s in “%s” gives %j', async (answer, more, found) => {
    expect(
      await foundIn({ prompt: '무엇인가?', answer, label: '정답' }, more),
    ).toEqual(found)
  })

  it('are found item by item where their list got numbers', async () => {
    const answer = '1. 원자성\n2. 일관성'
    expect(
      await foundIn({ prompt: '무엇인가?', answer }, '1. 원자성\n2. 일관성'),
    ).toEqual(['원자성', '일관성'])
  })

  it('are found around footnote marks', async () => {
    const prompt = '무엇인가?'
    const paper = paperOf('', [{ prompt, answer: '선점' }])
    const [answer] = paper.topics[0]!.questions[0]!.answers
    const body = [
      {
        type: 'paragraph',
        children: [
          { type: 'text', value: '선점' },
          { type: 'footnoteReference', identifier: '1' },
          { type: 'text', value: ' 방식' },
        ],
      },
    ] as const
    Object.assign(answer!, { body })
    const { hits } = await gate(paper, [
      text('share/a.md', `${prompt} 선점1) 방식`),
    ])
    expect(hits.map(({ excerpt }) => excerpt)).toEqual(['방식'])
  })

  it('are found in the order of their list', async () => {
    const answer = '- 원자성\n- 일관성\n- 격리성\n- 지속성'
    expect(
      await foundIn(
        { prompt: '무엇인가?', answer },
        '원자성 · 일관성 · 격리성 · 지속성',
      ),
    ).toEqual(['원자성일관성격리성지속성'])
  })
})

it('searches a paper of five thousand questions in some seconds', async () => {
  const asked = Array.from({ length: 5000 }, (_, index) => ({
    prompt: `질문 ${index}번에서 ${index * 7}개를 고르는 까닭은 무엇입니까?`,
    answer:
      `답 ${index}번은 ${index * 13}개가 남기 때문이며, 나머지 ${index * 17}개는 다음 모임에서 함께 살펴봅니다. `.repeat(
        6,
      ),
  }))
  const large = paperOf('', asked)
  const share = asked.map(({ prompt }) => prompt).join('\n\n')
  const { user } = process.cpuUsage()
  const { receipt } = await gate(large, [text('share/a.md', share)])
  expect(receipt).toBe('share/: 5000 answers, 0 found in 1 file')
  expect((process.cpuUsage().user - user) / 1e6).toBeLessThan(15)
})
