// @ts-check
import { median, pairedRatio } from './statistics.js'

/** @typedef {import('./measure.js').Comparison} Comparison */

/**
 * What was measured; what is missing could not be.
 *
 * @typedef {object} Measurements
 * @property {Comparison} [pdf] `deck.pdf` only, each with its own default browser
 * @property {Comparison} [pdfSameShell] the same, both with one headless shell
 * @property {Comparison} [all] all outputs against one PDF of marp-cli
 * @property {Comparison} [html] `deck.html` only
 * @property {{ deckPdf: number, marpPdf: number, deckHtml: number }} [sizes] bytes
 * @property {readonly { count: number, ours: number, theirs: number, memory: readonly { bytes: number, papers: number }[] }[]} many seconds for all papers, by their number
 * @property {readonly import('./report.js').GrowthPoint[]} [growth]
 * @property {readonly number[]} [dev] seconds from saving to the page
 * @property {number} [unchanged] an unchanged build without reading its files : `node -e 0`
 */

/**
 * One thing that was promised.
 *
 * @typedef {object} Verdict
 * @property {string} target
 * @property {number} [value] missing when it could not be measured
 * @property {string} limit
 * @property {boolean} [holds] missing when it could not be measured
 */

/**
 * Says which of the promises hold.
 *
 * @param {Measurements} measured
 * @returns {Verdict[]}
 */
export function judge({
  pdf,
  pdfSameShell,
  all,
  html,
  sizes,
  many,
  growth,
  dev,
  unchanged,
}) {
  const most = many.at(-1)
  const large = growth?.find(({ questions }) => questions === 2000)
  return [
    atMost('1a deck.pdf : marp --pdf, default browsers', ratioOf(pdf), 0.4),
    atMost(
      '1b deck.pdf : marp --pdf, same headless shell',
      ratioOf(pdfSameShell),
      0.6,
    ),
    atMost('2  all outputs : marp --pdf, default browsers', ratioOf(all), 0.75),
    atMost('3  deck.html : marp HTML', ratioOf(html), 1),
    atLeast(
      '4a papers a second : marp -P 5 --pdf',
      most && most.theirs / most.ours,
      3,
    ),
    atMost(
      '4b memory at the end : after 20 papers',
      most && memoryGrowth(most.memory),
      1.1,
    ),
    atMost('5  a change in dev, seconds to the page', dev && median(dev), 0.25),
    atMost(
      '6  time a question, most : 100 questions',
      growth && timeGrowth(growth),
      1.3,
    ),
    atMost(
      '7a deck.pdf : marp PDF with the same fonts, bytes',
      sizes && sizes.deckPdf / sizes.marpPdf,
      1,
    ),
    atMost('7b deck.html, kB', sizes && sizes.deckHtml / 1000, 700),
    atMost(
      '8  memory of all processes at 2,000 questions, MB',
      large?.peakBytes === undefined ? undefined : large.peakBytes / 1e6,
      700,
    ),
    atMost(
      '9  unchanged build, beside reading files : node -e 0',
      unchanged,
      3,
    ),
  ]
}

/** @param {Comparison | undefined} comparison */
function ratioOf(comparison) {
  return (
    comparison &&
    pairedRatio(comparison.ours.seconds, comparison.theirs.seconds)
  )
}

/** @param {readonly { bytes: number, papers: number }[]} samples */
function memoryGrowth(samples) {
  const last = Math.max(...samples.map(({ papers }) => papers))
  /** @param {number} from @param {number} to */
  const between = (from, to) =>
    samples
      .filter(({ papers }) => papers >= from && papers < to)
      .map(({ bytes }) => bytes)
  const [early, late] = [between(20, 40), between(last - 20, last)]
  return last >= 60 && early.length > 0 && late.length > 0
    ? median(late) / median(early)
    : undefined
}

/** @param {readonly { questions: number, seconds: number }[]} points */
function timeGrowth(points) {
  const small = points.find(({ questions }) => questions === 100)
  const large = points.at(-1)
  return small && large && large.questions > 100
    ? large.seconds / large.questions / (small.seconds / small.questions)
    : undefined
}

/** @param {string} target @param {number | undefined} value @param {number} limit @returns {Verdict} */
function atMost(target, value, limit) {
  return value === undefined
    ? { target, limit: `≤ ${limit}` }
    : { target, value, limit: `≤ ${limit}`, holds: value <= limit }
}

/** @param {string} target @param {number | undefined} value @param {number} limit @returns {Verdict} */
function atLeast(target, value, limit) {
  return value === undefined
    ? { target, limit: `≥ ${limit}` }
    : { target, value, limit: `≥ ${limit}`, holds: value >= limit }
}
