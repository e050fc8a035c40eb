/** What may be missing or refuse to work around us, and the exit code that each gives. */
export const buildErrorExitCodes = {
  INVALID_OPTION: 2,
  BROWSER_NOT_FOUND: 3,
  BROWSER_FAILED: 3,
  PAGE_FAILED: 3,
  TEMPLATE_INVALID: 3,
  NOT_WRITABLE: 3,
  PORT_IN_USE: 3,
} as const

/** Name of an environment problem. */
export type BuildErrorCode = keyof typeof buildErrorExitCodes

/**
 * A problem of the environment or of the command line: never of a paper (those are messages), never a bug.
 *
 * Its message is one sentence, "Cannot X, do Y".
 */
export class BuildError extends Error {
  readonly code: BuildErrorCode

  constructor(code: BuildErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'BuildError'
    this.code = code
  }

  /** Exit code of the process that reports this error. */
  get exitCode(): number {
    return buildErrorExitCodes[this.code]
  }
}
