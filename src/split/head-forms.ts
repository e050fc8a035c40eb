/** How the lines at the top of a paper say who wrote it, when and for which 회차. */
const metaForms: readonly RegExp[] = [
  /^\s*(?:작성자|작성|발표자|발표|출제자|출제|저자|글쓴이|진행자|진행|스터디장|이름|author|by|presenter)(?: {0,2}이름)? {0,3}:/iu,
  /^\s*(?:작성일자?|학습 ?일자?|발표 ?날짜|날짜|일시|일자|일정|date|모임 ?날짜|스터디 ?날짜) {0,3}:/iu,
  /^\s*(?:주제|문항 ?수|문제 ?수|총 ?문항|장소|과목|범위|출제 ?범위|관련 ?문서|제한 ?시간|시간|태그|tags?|회차|주차|레포|링크|배점) {0,3}:/iu,
  /^\s*제? ?\d{1,4} {0,2}(?:회차|주차|일차|회) {0,2}(?:[:|/(-]|$)/u,
  /^\W{0,4}\d{2,4} {0,1}[-./_년] {0,2}\d{1,2} {0,1}[-./_월] {0,2}\d{1,2}/u,
  /^\s*총 {0,2}\d{1,3} {0,2}(?:문항|문제)/u,
]

const iso =
  /(\d{4}|\d{2}) {0,1}[-./_년] {0,2}(\d{1,2}) {0,1}[-./_월] {0,2}(\d{1,2})/u

/**
 * Whether a line says something about the paper: `작성자 : …`, `2025-09-19`, `2주차 : 2021.12.08`, `총 20문항`.
 *
 * @param text flattened text of a line
 */
export function isMetaText(text: string): boolean {
  return metaForms.some((form) => form.test(text.slice(0, 80)))
}

/**
 * Whether a line is a date and nothing else.
 *
 * @param text flattened text of a line
 */
export function isDateOnly(text: string): boolean {
  const match = iso.exec(text.slice(0, 40))
  return match?.index === 0 && /^[\s.일]*$/u.test(text.slice(match[0].length))
}

/**
 * The first date in a text as `YYYY-MM-DD`: `2025-09-19`, `2025. 9. 19.`, `2024년 2월 17일`, `21.07.19`.
 *
 * @param text flattened text of a line
 */
export function dateIn(text: string): string | undefined {
  const match = iso.exec(text.slice(0, 200))
  if (!match) return undefined
  const [, year = '', month = '', day = ''] = match
  if (
    Number(month) < 1 ||
    Number(month) > 12 ||
    Number(day) < 1 ||
    Number(day) > 31
  )
    return undefined
  return `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** A name ends where the line's next label begins: `발표자: 김하나, 장소: 온라인`. */
const named =
  /(?:작성자|발표자|출제자|저자|글쓴이|진행자|author|presenter) {0,3}: {0,3}((?:(?![,\s]{1,3}\S{1,8} {0,2}:)[^|/\n]){1,60})/iu
/** `2026.01.08 / DH & DW`. */
const initials =
  /^\W{0,4}\d[\d\s.\-_년월일]{5,16}[/|·,] {0,2}([A-Z]{1,4}(?: {0,2}[&,+] {0,2}[A-Z]{1,4}){0,5})\s*$/u

/**
 * Who wrote a paper: `작성자 : 김하나, 이두리`, `발표자: 김하나 / 장소: …`, initials behind the date.
 *
 * @param text flattened text of a line
 */
export function authorIn(text: string): string | undefined {
  const line = text.slice(0, 200)
  const match = named.exec(line) ?? initials.exec(line)
  const name = match?.[1]?.replace(/[\s_,]+$/u, '').trim()
  return name === '' ? undefined : name
}

/**
 * 회차 of a title or a file name: `1 회차`, `제3회`, `(1회차)`, `Round 10`, `5주차`.
 *
 * @param text title or file name
 */
export function roundIn(text: string): number | undefined {
  const match =
    /(\d{1,4}) {0,2}(?:회차|회(?![가-힣])|주차|일차)|(?<![a-z])(?:Week|Round|Day|Session) {0,2}#?(\d{1,4})/iu.exec(
      text.slice(0, 200),
    )
  return match ? Number(match[1] ?? match[2]) : undefined
}

/**
 * 회차 of a line below the title: `2주차 : 2021.12.08`, `회차: 3`. Others name the parts they are about.
 *
 * @param text flattened text of a line
 */
export function roundInLine(text: string): number | undefined {
  const match =
    /^\s*(?:제? ?(\d{1,4}) {0,2}(?:회차|주차|일차|회) {0,2}(?:[:|/(-]|$)|(?:회차|주차) {0,3}: {0,2}제? ?(\d{1,4}))/u.exec(
      text.slice(0, 80),
    )
  return match ? Number(match[1] ?? match[2]) : undefined
}

/**
 * How many questions a line says there are: `(20문항)`, `문항 수: 5`, `총 20문제`.
 *
 * @param text flattened text of a line
 */
export function countIn(text: string): number | undefined {
  const match =
    /(?:총 {0,2}|문항 ?수 {0,2}: {0,2}|\( {0,2}|문제 ?수 {0,2}: {0,2})(\d{1,3}) {0,2}(?:문항|문제|제(?![가-힣])|개|$)/u.exec(
      text.slice(0, 200),
    )
  return match ? Number(match[1]) : undefined
}
