import { createHash } from 'node:crypto'

/** What a deck page is made with. */
export interface DeckPageOptions {
  readonly lang?: 'ko' | 'en'
  /** Words that override the player's own. */
  readonly words?: Readonly<Record<string, string>>
}

interface FixtureSlide {
  readonly kind: string
  readonly topic?: number
  readonly question?: string
  readonly part?: string
  readonly minutes?: number
  readonly body: string
  readonly notes?: string
}

const slides: readonly FixtureSlide[] = [
  { kind: 'title', body: '<h1>백엔드 스터디 2회차</h1><p>2025-10-03</p>' },
  {
    kind: 'agenda',
    body: '<h1>오늘 다룰 것</h1><ol><li><a href="#t1">캐시</a></li><li><a href="#t2">트랜잭션</a></li></ol>',
  },
  { kind: 'topic', topic: 1, body: '<h1>캐시 설계</h1>' },
  {
    kind: 'situation',
    topic: 1,
    part: '1/2',
    body: '<h1>상황 (1/2)</h1><p>상품 목록을 여는 데 3초가 걸립니다.</p>',
  },
  {
    kind: 'situation',
    topic: 1,
    part: '2/2',
    body: '<h1>상황 (2/2)</h1><p>데이터베이스의 CPU 사용률은 95%입니다.</p>',
  },
  {
    kind: 'question',
    topic: 1,
    question: '1-1',
    minutes: 3,
    body: '<h1>캐시 무효화</h1><p>가격이 바뀌었을 때 캐시를 어떻게 지울지 설명하시오.</p>',
    notes: '먼저 TTL만으로 되는지 물어보세요.',
  },
  {
    kind: 'answer',
    topic: 1,
    question: '1-1',
    minutes: 3,
    part: '1/2',
    body: `<h1>캐시 무효화</h1>
      <p id="first-block">쓰기 경로에서 지우는 것이 기본입니다.</p>
      <ul>
        <li>이벤트로 지운다
          <ul><li>늦게 도착할 수 있다</li><li>두 번 올 수 있다</li></ul>
        </li>
        <li>TTL을 짧게 둔다</li>
        <li>다섯 가지를 살핀다
          <ul><li>하나</li><li>둘</li><li>셋</li><li>넷</li><li>다섯</li></ul>
        </li>
      </ul>`,
  },
  {
    kind: 'answer',
    topic: 1,
    question: '1-1',
    minutes: 3,
    part: '2/2',
    body: `<h1>캐시 무효화</h1>
      <h3>코드로 보면</h3>
      <pre><code>await cache.del(key)</code></pre>
      <table><tr><th>방법</th><th>지연</th></tr><tr><td>이벤트</td><td>1초</td></tr></table>`,
  },
  {
    kind: 'question',
    topic: 1,
    question: '1-2',
    body: '<h1>캐시 쏠림</h1><p>한 키에 요청이 몰리면 어떻게 하시겠습니까?</p><ul><li>조건은 그대로입니다</li></ul>',
  },
  {
    kind: 'answer',
    topic: 1,
    question: '1-2',
    body: '<h1>캐시 쏠림</h1><p>확률적 조기 만료를 씁니다.</p><p>요청을 합칩니다.</p>',
  },
  { kind: 'topic', topic: 2, body: '<h1>트랜잭션</h1>' },
  {
    kind: 'question',
    topic: 2,
    question: '2-1',
    body: '<h1>격리 수준</h1><p>팬텀 리드를 예로 들어 설명하시오.</p>',
  },
  {
    kind: 'answer',
    topic: 2,
    question: '2-1',
    body: '<h1>격리 수준</h1><p>직렬화 수준에서는 일어나지 않습니다.</p><p>잠금 비용이 커집니다.</p>',
  },
]

/** A theme just large enough to be a theme: it selects as the real one does. */
const css = `
@page { size: 1280px 720px; margin: 0 }
body { margin: 0; font-family: sans-serif }
.slide { position: relative; width: 1280px; height: 720px; overflow: hidden; break-after: page }
.slide > section { box-sizing: border-box; width: 1280px; height: 720px; padding: 70px 80px; font-size: 30px; overflow: hidden; background: #fff; color: #111 }
.slide > section h1 { font-size: 48px; margin: 0 0 24px }
.slide > section header { position: absolute; top: 20px; font-size: 19px }
.slide > section a { color: #0645ad }
html[data-theme=dark] .slide > section { background: #111; color: #eee }
html[data-theme=contrast] .slide > section { background: #000; color: #fff }
html[data-theme=dark] .slide > section a, html[data-theme=contrast] .slide > section a { color: #9cf }
`

/** Stops the clock of every window that opens the page, so that no test depends on how fast the machine is. */
const stoppedClock = 'var ahead=0;Date.now=()=>1759485600000+ahead;'

/** Pages of the fixture, without the summary that the player adds. */
export const deckPages = slides.length

/**
 * A page as the build makes it: a title, two topics, three questions, one answer of two slides.
 *
 * Its CSP allows one script and one style by their hashes, and nothing else. Its clock stands still.
 */
export function deckPage(
  player: string,
  { lang = 'ko', words }: DeckPageOptions = {},
): string {
  const script = stoppedClock + player
  const policy = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(css)}`
  return `<!doctype html>
<html lang="${lang}" data-theme="light"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>백엔드 스터디 2회차</title><style>${css}</style><script>${script}</script></head>
<body><main class="deck" data-default-minutes="4">${slides.map(slideHtml).join('')}</main>
${words ? `<script type="application/json" id="words">${JSON.stringify(words)}</script>` : ''}
</body></html>`
}

function slideHtml(slide: FixtureSlide): string {
  const { body, notes, ...data } = slide
  const attributes = Object.entries(data).map(
    ([name, value]) => ` data-${name}="${value}"`,
  )
  const template = notes ? `<template class="notes">${notes}</template>` : ''
  return `<div class="slide"${attributes.join('')}><section><header>2회차 스터디</header>${body}</section>${template}</div>`
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
