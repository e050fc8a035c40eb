import type { Lang } from '../model/paper.ts'

const ko = {
  forward: '다음',
  back: '이전',
  first: '처음',
  last: '끝',
  whole: '답변 모두 보기',
  countdown: '타이머 시작 · 멈춤',
  more: '1분 더하기',
  less: '1분 빼기',
  mute: '소리 끄기 · 켜기',
  present: '발표자 화면',
  overview: '한눈에 보기',
  jump: '차례와 이동',
  search: '찾기',
  black: '검은 화면',
  white: '흰 화면',
  laser: '레이저 포인터',
  pen: '펜',
  eraser: '지우개',
  undo: '펜 되돌리기',
  clear: '펜 모두 지우기',
  larger: '글자 크게',
  smaller: '글자 작게',
  theme: '밝게 · 어둡게 · 고대비',
  fullscreen: '전체 화면',
  missed: '다시 볼 문제로 표시',
  help: '도움말',
  escape: '닫기',
  groupMove: '이동',
  groupTime: '시간',
  groupFind: '찾기와 화면',
  groupDraw: '가리키기',
  groupLook: '보기',
  mouse: '두 번 누르면 크게 보고, 왼쪽을 누르면 이전으로 갑니다.',
  controls: '조작',
  page: '{n}쪽',
  question: '문제 {id}',
  answer: '답변 {id}',
  situation: '상황',
  summary: '다시 볼 문제',
  nothingMissed: '표시한 문제가 없습니다',
  export: 'missed.md로 저장',
  missedOn: '{id} 표시했습니다',
  missedOff: '{id} 표시를 지웠습니다',
  noQuestion: '문제 슬라이드에서 누르세요',
  soundOn: '소리를 켰습니다',
  soundOff: '소리를 껐습니다',
  fontLimit: '여기서는 {n}%까지 커집니다',
  lastSeconds: '{n}초 남았습니다',
  timeUp: '시간이 다 됐습니다',
  popupBlocked: '새 창이 막혔습니다. 팝업을 허용하고 s를 다시 누르세요.',
  jumpHint: '2-3 또는 쪽 번호',
  searchHint: '찾을 말',
  jumpNone: '그런 문제나 쪽이 없습니다',
  searchNone: '찾는 말이 없습니다',
  found: '{n}곳',
  hidden: '아직 열지 않은 답변',
  next: '다음 화면',
  notes: '메모',
  clock: '시각',
  elapsed: '경과',
  left: '남은 시간',
  used: '이 문제',
  questionCount: '문제',
  answerFull: '답변 전체',
  total: '전체 계획',
  ahead: '{n} 빠름',
  behind: '{n} 늦음',
  lost: '청중 화면과 끊김',
  blanked: '청중 화면을 가렸습니다',
}

/** The player's words by key; `{n}` and the like stand for values. */
export type PlayerWords = Readonly<Record<keyof typeof ko, string>>

/** Name of one of the player's words. */
export type WordKey = keyof typeof ko

/** Puts values into a word. */
export function fill(
  word: string,
  values: Readonly<Record<string, string | number>>,
): string {
  return word.replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(values[name] ?? whole),
  )
}

/** Words of the page: Korean, overridden by the page's `<script type="application/json" id="words">`. */
export function pageWords(page: Document): PlayerWords {
  const own = page.getElementById('words')?.textContent
  return own ? { ...ko, ...(JSON.parse(own) as Partial<PlayerWords>) } : ko
}

const en: PlayerWords = {
  forward: 'Next',
  back: 'Previous',
  first: 'Start',
  last: 'End',
  whole: 'Show the whole answer',
  countdown: 'Start or pause the timer',
  more: 'Add a minute',
  less: 'Take a minute off',
  mute: 'Sound off or on',
  present: 'Presenter view',
  overview: 'Overview',
  jump: 'Contents and jump',
  search: 'Search',
  black: 'Black screen',
  white: 'White screen',
  laser: 'Laser pointer',
  pen: 'Pen',
  eraser: 'Eraser',
  undo: 'Undo pen',
  clear: 'Clear drawing',
  larger: 'Larger text',
  smaller: 'Smaller text',
  theme: 'Light, dark, high contrast',
  fullscreen: 'Full screen',
  missed: 'Mark for review',
  help: 'Help',
  escape: 'Close',
  groupMove: 'Moving',
  groupTime: 'Time',
  groupFind: 'Finding and screens',
  groupDraw: 'Pointing',
  groupLook: 'Looks',
  mouse:
    'Double-click a part to enlarge it. The left of the screen goes back, the rest goes on.',
  controls: 'Controls',
  page: 'Page {n}',
  question: 'Question {id}',
  answer: 'Answer {id}',
  situation: 'Situation',
  summary: 'To review',
  nothingMissed: 'No question is marked for review.',
  export: 'Save missed.md',
  missedOn: '{id} marked for review',
  missedOff: '{id} no longer marked',
  noQuestion: 'Works on the slides of a question',
  soundOn: 'Sound on',
  soundOff: 'Sound off',
  fontLimit: 'This slide has room for {n}%',
  lastSeconds: '{n} seconds left',
  timeUp: 'Time is up',
  popupBlocked:
    'The browser blocked the window. Allow pop-ups, then press s again.',
  jumpHint: '2-3 or a page number',
  searchHint: 'Search for',
  jumpNone: 'No such question or page',
  searchNone: 'Nothing found',
  found: '{n} found',
  hidden: 'Answer not yet shown',
  next: 'Next',
  notes: 'Notes',
  clock: 'Clock',
  elapsed: 'Elapsed',
  left: 'Time left',
  used: 'This question',
  questionCount: 'Question',
  answerFull: 'Whole answer',
  total: 'Planned in all',
  ahead: '{n} ahead',
  behind: '{n} behind',
  lost: 'Audience window lost',
  blanked: 'The audience sees a blank screen',
}

/**
 * The player's words in one language, for the build.
 *
 * The script in the page knows only Korean: a page in another language gives it these words.
 */
export function playerWords(lang: Lang): PlayerWords {
  return lang === 'en' ? en : ko
}

/** Every character that the player can show of its own, for the fonts that the page embeds. */
export function playerText(lang: Lang): string {
  return `${Object.values(playerWords(lang)).join('')} 0123456789:-/.%+=→←?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz[]#·…`
}
