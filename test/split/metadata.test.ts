import { expect, test } from 'vitest'
import type { Paper, Question } from '../../src/model/paper.ts'
import { messagesText, participantsText, split } from '../support/split.ts'

/** Every form in which papers of the survey say what they are, when, and by whom. */

const body = '\n## 주제\n\n1. QK1 설명하시오.\n\n> **[답변]** AK1\n'

interface Expected {
  readonly title?: string
  readonly date?: string
  readonly author?: string
  readonly round?: number
}

const heads: readonly (readonly [head: string, expected: Expected])[] = [
  // Title and 회차.
  [
    '# 백엔드 & 인프라 스터디 1 회차 문제',
    { title: '백엔드 & 인프라 스터디 1 회차 문제', round: 1 },
  ],
  ['# Django 백엔드 스터디 2회차 문제', { round: 2 }],
  ['# 3회차 코드리뷰 - 주문', { round: 3 }],
  ['# 제4회 스터디', { round: 4 }],
  // Week and day.
  ['# Week 10 - 캐시', { round: 10 }],
  ['# [DAY 12] 캐시', { round: 12 }],
  ['# [1일차] 캐시', { round: 1 }],
  ['# Round 11 학습 노트', { round: 11 }],
  ['# 캐시\n2주차 : 2021.12.08', { round: 2, date: '2021-12-08' }],
  ['# 캐시\n회차: 7', { round: 7 }],
  // Dates.
  ['# 캐시\n2025-09-19', { date: '2025-09-19' }],
  [
    '# 캐시\n\n**2025-08-02**  \n작성자: 김하나',
    { date: '2025-08-02', author: '김하나' },
  ],
  ['# 캐시\n\n> 2026.01.08 / 온라인', { date: '2026-01-08' }],
  ['# 캐시\n발표 날짜: 2024년 2월 17일', { date: '2024-02-17' }],
  ['# 캐시\n\n- 학습 일자: 2026-04-13', { date: '2026-04-13' }],
  ['# 2026_01_08', { title: '2026_01_08', date: '2026-01-08' }],
  ['# 캐시\n\n21.07.19 완료', { date: '2021-07-19' }],
  ['# 캐시\n\n1. 2023.02.20  ', { date: '2023-02-20' }],
  [
    '# 캐시\n2025. 9. 19. (금)\n작성자: 김하나',
    { date: '2025-09-19', author: '김하나' },
  ],
  ['---\ntitle: 캐시\ndate: 2026-01-02\n---', { date: '2026-01-02' }],
  [
    '---\ntitle: 캐시\ndate: 2025-09-19 10:00:00 +0900\n---',
    { date: '2025-09-19' },
  ],
  // Authors.
  ['# 캐시\n작성자 : 김하나', { author: '김하나' }],
  ['# 캐시\n\n**작성자: 김하나**', { author: '김하나' }],
  ['# 캐시\n**작성자**: 김하나', { author: '김하나' }],
  [
    '# 캐시\n\n> 작성자 : [김하나](https://example.com/a), [이두리](https://example.com/b)',
    { author: '김하나, 이두리' },
  ],
  ['# 캐시\n발표자: 김하나 / 장소: 온라인', { author: '김하나' }],
  ['# 캐시\n발표자: 김하나, 장소: 온라인', { author: '김하나' }],
  [
    '# 캐시\n\n> 2026.01.08 / DH & DW',
    { author: 'DH & DW', date: '2026-01-08' },
  ],
  ['---\ntitle: 캐시\nauthor: 김하나\n---', { author: '김하나' }],
  // One paragraph right below the title.
  [
    '# 캐시\n2025-09-19\n작성자 : 김하나',
    { title: '캐시', date: '2025-09-19', author: '김하나' },
  ],
  // No H1.
  [
    '🏆 [1일차] SQLD 모의고사 (1문항)',
    { title: '🏆 [1일차] SQLD 모의고사 (1문항)', round: 1 },
  ],
  ['**캐시 스터디 3회차**', { title: '캐시 스터디 3회차', round: 3 }],
  ['## 캐시 스터디 3회차', { title: '캐시 스터디 3회차', round: 3 }],
  ['### 캐시 스터디 3회차', { title: '캐시 스터디 3회차', round: 3 }],
  ['---\n\n# 캐시 스터디 3회차', { title: '캐시 스터디 3회차', round: 3 }],
  ['\n\n# 캐시 스터디 3회차', { title: '캐시 스터디 3회차', round: 3 }],
  ['---\ntitle: 캐시 3회차\n---', { title: '캐시 3회차', round: 3 }],
  // Whatever else front matter holds is for others.
  [
    '---\ntitle: "[3회차] 캐시"\ncategories: [cs]\ntags: [a]\ntag: b\nlayout: post\ntoc: true\ntoc_sticky: true\nuse_math: true\nexcerpt: 요약\nweight: 3\nnav_order: 2\nimportance: 5\ndescription: 설명\ndraft: false\ntopic: t\nseries: s\nmodule: m\n---',
    { title: '[3회차] 캐시', round: 3 },
  ],
  // Counts, points and time.
  ['# 모의고사 (1문항)', { title: '모의고사 (1문항)' }],
  ['# 모의고사 100제', { title: '모의고사 100제' }],
  ['# 모의고사\n- 문항 수: 1\n- 제한 시간: 20분', { title: '모의고사' }],
  ['# 모의고사 (1~10번)', { title: '모의고사 (1~10번)' }],
  ['# 캐시 – 객관식, 단답형, O/X', { title: '캐시 – 객관식, 단답형, O/X' }],
]

test.each(heads)('%j', (head, expected) => {
  const result = split(`${head}\n${body}`)
  const { paper } = result
  expect(messagesText(result)).toBe('')
  expect(paper).toMatchObject(expected)
  expect(paper.date).toBe(expected.date)
  expect(paper.author).toBe(expected.author)
  expect(paper.round).toBe(expected.round)
  expect(paper.topics.map(({ title }) => title)).toEqual(['주제'])
  expect(participantsText({ ...paper, title: '' })).not.toContain('김하나')
})

test.each([
  ['(1회차)Infra_Backend.md', 1],
  ['3회_주문API/paper.md', 3],
  ['WEEK35/paper.md', 35],
  ['today7/paper.md', undefined],
])('%s says the round', (path, round) => {
  expect(split(`# 코드리뷰\n${body}`, path).paper.round).toBe(round)
})

test('a count that is not kept is refused', () => {
  const result = split(`# 모의고사\n- 문항 수: 5\n${body}`)
  expect(messagesText(result)).toContain('count-differs')
})

function onlyQuestion(paper: Paper): Question | undefined {
  return paper.topics[0]?.questions[0]
}

const questionForms: readonly (readonly [
  question: string,
  expected: Partial<Question>,
])[] = [
  ['### 1. 무엇인가? (3점)', { points: 3 }],
  ['### 1. 무엇인가? [10점]', { points: 10 }],
  ['### 1. 무엇인가?\n\n**배점**: 4점', { points: 4 }],
  ['### 1. 무엇인가? (하)', { difficulty: '하' }],
  ['### 1. (중) 무엇인가?', { difficulty: '중' }],
  ['### 1. 무엇인가? (중상)', { difficulty: '중상' }],
  ['### 1. 무엇인가? (기초)', { difficulty: '기초' }],
  ['### 1. 무엇인가? (Remember)', { difficulty: 'Remember' }],
  ['### 1. 무엇인가? (난이도: 상, 5점)', { difficulty: '상', points: 5 }],
  ['### 1. 무엇인가?\n\n- 난이도: 중', { difficulty: '중' }],
  ['### 1. 무엇인가? (중요)', { importance: 1 }],
  ['### 1. ⭐⭐⭐ 무엇인가?', { importance: 3 }],
  ['### 1. 무엇인가? ★★☆', { importance: 2 }],
  ['### 1. 무엇인가?\n\nimportance: 5', { importance: 5 }],
  ['### 1. 무엇인가? (3분)', { minutes: 3 }],
  ['### 1. 캐시는 빠르다. (O/X)', { kind: 'ox' }],
  ['### 1. 캐시는 빠르다.\n\n**유형**: OX형', { kind: 'ox' }],
  ['### 1. 캐시는 (     )이다.', { kind: 'blank' }],
  ['### 1. 다음 중 빠른 것은?\n\n① 캐시\n② 디스크', { kind: 'choice' }],
  ['### 1. 코드를 작성하시오.', { kind: 'code' }],
  ['### 1. 서술하시오. (계산)', { kind: 'open' }],
  ['### 문제 1 — 개념\n\n무엇인가?', { number: '문제 1' }],
]

test.each(questionForms)('%j', (question, expected) => {
  const { paper } = split(`# 퀴즈\n\n${question}\n\n**정답**: AK1\n`)
  expect(paper.certain).toBe(true)
  expect(onlyQuestion(paper)).toMatchObject(expected)
})

test.each([
  ['# 모의고사 (문제당 3점)\n\n## 서술형', { points: 3 }],
  ['# 모의고사\n배점: 문제당 3점\n\n## 서술형', { points: 3 }],
  ['# 모의고사 (문제당 3점)\n\n## 서술형 (각 2점)', { points: 2 }],
  ['# 모의고사\n\n## OX 문제', { kind: 'ox' }],
  ['# 모의고사\n\n## 단답형, O/X', { kind: 'open' }],
])('%j gives it to its questions', (heading, expected) => {
  const { paper } = split(`${heading}\n\n1. 캐시는 빠르다.\n\n> 답: AK1\n`)
  expect(onlyQuestion(paper)).toMatchObject(expected)
})

test('what is no content is in no output', () => {
  const result = split(
    `# 스터디 3회차\n\n![배지](https://example.com/NK0.svg)\n\n## 목차\n\n- [NK1](#a)\n\n## 진행 방식\n\nNK2\n\n## 멤버\n\n| 사진 | 이름 |\n|--|--|\n| ![](a.png) | NK3 |\n${body}> 태그: AK2 week:02\n\n## 참고\n\n- [NK4](https://example.com)\n`,
  )
  expect(result.paper.certain).toBe(true)
  expect(JSON.stringify(result.paper.topics)).not.toContain('NK')
  expect(participantsText(result.paper)).not.toContain('AK')
})

test('the greeting of a chat bot is no title', () => {
  const { paper } = split(
    '아래는 요청하신 문제와 모범 답안입니다.\n\n---\n\n### 1. QK1 무엇인가?\n\n**모범 답안**: AK1\n',
    '3회차.md',
  )
  expect(paper).toMatchObject({ title: '3회차', round: 3, certain: true })
})
