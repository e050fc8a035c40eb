// @ts-check
/** Papers to measure with: made of what our own papers say, each one different, and the same at every run. */

/**
 * What papers are put together from.
 *
 * @typedef {object} Pool
 * @property {readonly string[]} asked sentences for situations and questions
 * @property {readonly string[]} answered other sentences, with the technical terms: what a question says is no secret
 * @property {readonly string[]} blocks tables and code of a few lines, for answers
 */

/** A series paper has four topics with 18 questions. */
export const seriesQuestions = 18
const questionsPerTopic = 4.5

/**
 * Collects the sentences, tables and code of papers.
 *
 * @param {readonly string[]} papers Markdown
 * @returns {Pool}
 */
export function poolOf(papers) {
  const lines = papers.flatMap((paper) =>
    paper.split('\n').map((line) => line.replace(/^> ?/, '')),
  )
  const text = lines.join('\n')
  const sentences = lines
    .map((line) => line.replace(/^- /, ''))
    .filter((line) => /^[가-힣`*][^|$<>#]{30,160}[.다]$/.test(line))
  return {
    asked: sentences.filter((line) => !/[`A-Za-z]/.test(line)),
    answered: sentences.filter((line) => /[`A-Za-z]/.test(line)),
    blocks: [
      ...(text.match(
        /^```(?:sql|java|python|yaml|bash|c)\n(?:.*\n){3,9}?```$/gm,
      ) ?? []),
      ...(text.match(/^(?:\|.*\|\n){4,7}(?!\|)/gm) ?? []).map((table) =>
        table.trim(),
      ),
    ],
  }
}

/**
 * Writes a paper.
 *
 * @param {Pool} pool
 * @param {{ seed: number, questions?: number }} options the seed makes it different from others
 * @returns {string} Markdown, in the convention of the series
 */
export function paperOf(pool, { seed, questions = seriesQuestions }) {
  const random = randomFrom(seed)
  /** @param {readonly string[]} list */
  const one = (list) => list[Math.floor(random() * list.length)] ?? ''
  /** @param {readonly string[]} list @param {number} count */
  const some = (list, count) => Array.from({ length: count }, () => one(list))
  const lines = [
    `# 시스템 스터디 ${seed} 회차 문제`,
    '2026-01-15',
    '작성자 : 한지우',
  ]
  for (let number = 1; number <= questions; number++) {
    const inTopic = (number - 1) % Math.round(questionsPerTopic)
    if (inTopic === 0) lines.push(...topicHead(number, some(pool.asked, 6)))
    const block = random() < 0.35 ? one(pool.blocks) : ''
    lines.push(
      ...question(
        inTopic + 1,
        some(pool.asked, 2),
        some(pool.answered, 6),
        block,
      ),
    )
  }
  return `${lines.join('\n')}\n`
}

/** @param {number} number @param {readonly string[]} sentences */
function topicHead(number, [first = '', ...facts]) {
  return [
    '',
    `## 주제 ${number}: ${titleOf(first)}`,
    '',
    '### 상황',
    first,
    '',
    ...facts.map((fact) => `- ${fact}`),
    '',
    '### 문제',
  ]
}

/**
 * @param {number} number
 * @param {readonly string[]} asked
 * @param {readonly string[]} answer
 * @param {string} block
 */
function question(number, [title = '', ask = ''], answer, block) {
  return [
    '',
    `${number}. **${titleOf(title)}**: ${ask}`,
    '',
    '> **[답변]**',
    ...answer.map((sentence) => `> - ${sentence}`),
    ...(block === ''
      ? []
      : ['>', ...block.split('\n').map((line) => `> ${line}`)]),
  ]
}

/** @param {string} sentence */
function titleOf(sentence) {
  return sentence
    .replace(/[*"'()]/g, '')
    .slice(0, 22)
    .trim()
}

/** Mulberry32: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c @param {number} seed */
function randomFrom(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
