import type { VFile } from 'vfile'
import { filesOf } from './build-report.ts'
import { severityOf, type MessageSeverity } from './severity.ts'
import type { BuildError } from '../model/build-error.ts'
import type { PaperResult } from '../pipeline/index.ts'

/** One message in `--json`. */
export interface JsonMessage {
  readonly ruleId: string
  readonly severity: MessageSeverity
  /** 1-based; `null` where the whole file is meant. */
  readonly line: number | null
  readonly column: number | null
  readonly endLine: number | null
  readonly endColumn: number | null
  readonly reason: string
  /** How to fix it. */
  readonly note: string | null
  readonly url: string | null
}

/** One paper in `--json`. */
export interface JsonPaper {
  readonly path: string
  readonly title: string | null
  /** Files below the output folder; empty for `check`. */
  readonly files: readonly { readonly path: string; readonly bytes: number }[]
  /** Whether the files are those of an earlier build. */
  readonly unchanged: boolean
  /** Whether participants get nothing, because the paper has errors. */
  readonly withheld: boolean
  /** What the gate saw. */
  readonly receipt: string | null
  readonly messages: readonly JsonMessage[]
}

/** What `build --json` and `check --json` print. */
export interface JsonReport {
  readonly papers: readonly JsonPaper[]
  /** Paths that no paper was found at. */
  readonly problems: readonly {
    readonly path: string
    readonly reason: string
  }[]
  /** Why the command ended early. */
  readonly error: { readonly code: string; readonly message: string } | null
  readonly exitCode: number
}

/** Messages of a file for programs. */
export function jsonMessages(file: VFile): JsonMessage[] {
  return file.messages.map((message) => {
    const { place } = message
    const end = place && 'end' in place ? place.end : undefined
    return {
      ruleId: message.ruleId ?? '',
      severity: severityOf(message),
      line: message.line ?? null,
      column: message.column ?? null,
      endLine: end?.line ?? null,
      endColumn: end?.column ?? null,
      reason: message.reason,
      note: message.note ?? null,
      url: message.url ?? null,
    }
  })
}

/**
 * One paper for programs.
 *
 * @param result of the paper
 * @param written whether its files were written
 */
export function jsonPaper(result: PaperResult, written: boolean): JsonPaper {
  return {
    path: result.path,
    title: result.card?.title ?? null,
    files: written ? filesOf(result) : [],
    unchanged: result.kept !== undefined,
    withheld: result.stale.length > 0,
    receipt: result.receipt ?? null,
    messages: jsonMessages(result.file),
  }
}

/** An environment error for programs. */
export function jsonError({ code, message }: BuildError): JsonReport['error'] {
  return { code, message }
}

/** As it is printed. */
export function jsonText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
