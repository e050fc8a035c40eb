// @ts-check
import { median, pairedRatio } from './statistics.js'

/** @typedef {import('./measure.js').Comparison} Comparison */
/** @typedef {import('./targets.js').Measurements} Measurements */
/** @typedef {import('./targets.js').Verdict} Verdict */

/**
 * Writes what was measured as tables.
 *
 * @param {Measurements} measured
 * @param {readonly Verdict[]} verdicts
 */
export function report(measured, verdicts) {
  const { many, growth } = measured
  return [
    table(
      [
        'one paper, medians',
        'ours s',
        'marp s',
        'ratio',
        'n',
        'ours CPU',
        'marp CPU',
        'ours MB',
        'marp MB',
        'ours kB',
        'marp kB',
      ],
      comparisonRows(measured),
    ),
    table(
      [
        'papers',
        'ours s',
        'marp -P 5 s',
        'ours papers/s',
        'marp PDFs/s',
        'ours MB',
      ],
      many.map(({ count, ours, theirs, memory }) => [
        String(count),
        ours.toFixed(1),
        theirs.toFixed(1),
        (count / ours).toFixed(2),
        (count / theirs).toFixed(2),
        megabytes(
          Math.max(0, ...memory.map(({ bytes }) => bytes)) || undefined,
        ),
      ]),
    ),
    ...(growth ? [growthTable(growth)] : []),
    table(
      ['target', 'measured', 'limit', ''],
      verdicts.map(({ target, value, limit, holds }) => [
        target,
        value === undefined ? '–' : value.toFixed(2),
        limit,
        holds === undefined ? 'not measured' : holds ? 'holds' : 'MISSED',
      ]),
    ),
  ].join('\n\n')
}

/**
 * A paper of so many questions, in one run that was watched.
 *
 * @typedef {{ questions: number, seconds: number, treeCpuSeconds?: number | undefined, peakBytes?: number | undefined, peakResidentBytes?: number | undefined }} GrowthPoint
 */

/**
 * Writes what papers of more and more questions took; CPU is that of all processes together.
 *
 * @param {readonly GrowthPoint[]} points
 */
export function growthTable(points) {
  return table(
    ['questions', 's', 'ms each', 'CPU s', 'CPU ms each', 'PSS MB', 'RSS MB'],
    points.map(({ questions, seconds, treeCpuSeconds: cpu, ...memory }) => [
      String(questions),
      seconds.toFixed(2),
      ((seconds / questions) * 1000).toFixed(1),
      cpu === undefined ? '–' : cpu.toFixed(2),
      cpu === undefined ? '–' : ((cpu / questions) * 1000).toFixed(1),
      megabytes(memory.peakBytes),
      megabytes(memory.peakResidentBytes),
    ]),
  )
}

/** @param {Measurements} measured */
function comparisonRows({ pdf, pdfSameShell, all, html }) {
  /** @type {[string, Comparison | undefined][]} */
  const comparisons = [
    ['deck.pdf, default browsers', pdf],
    ['deck.pdf, same headless shell', pdfSameShell],
    ['all outputs, default browsers', all],
    ['deck.html', html],
  ]
  return comparisons.flatMap(([name, comparison]) =>
    comparison ? [comparisonRow(name, comparison)] : [],
  )
}

/** @param {string} name @param {Comparison} comparison */
function comparisonRow(name, { ours, theirs }) {
  /** @param {readonly number[]} values */
  const middle = (values) =>
    values.length === 0 ? '–' : median(values).toFixed(2)
  return [
    name,
    middle(ours.seconds),
    middle(theirs.seconds),
    pairedRatio(ours.seconds, theirs.seconds).toFixed(2),
    String(ours.seconds.length),
    middle(ours.cpuSeconds),
    middle(theirs.cpuSeconds),
    megabytes(ours.peakBytes),
    megabytes(theirs.peakBytes),
    (ours.bytes / 1000).toFixed(0),
    (theirs.bytes / 1000).toFixed(0),
  ]
}

/** @param {number | undefined} bytes */
function megabytes(bytes) {
  return bytes === undefined ? '–' : (bytes / 1e6).toFixed(0)
}

/**
 * Lines up columns, the first to the left, the others to the right.
 *
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
function table(head, rows) {
  const all = [head, ...rows]
  const widths = head.map((_, column) =>
    Math.max(...all.map((row) => row[column]?.length ?? 0)),
  )
  return all
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0
            ? cell.padEnd(widths[0] ?? 0)
            : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
