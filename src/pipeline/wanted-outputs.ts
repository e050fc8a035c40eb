import { BuildError } from '../model/build-error.ts'
import { outputNames, usualOutputs, type OutputName } from '../model/output.ts'

/**
 * Outputs whose path starts with one of the prefixes: `host/deck.html`, `share`.
 *
 * What is made on request only must be meant: `share` does not, `share/deck` does.
 *
 * @param prefixes as given to `--only`
 * @throws {BuildError} `INVALID_OPTION` for a prefix that no output has
 */
export function outputsWithPrefix(
  prefixes: readonly string[],
): ReadonlySet<OutputName> {
  const wanted = new Set<OutputName>()
  for (const prefix of prefixes) {
    const usual = usualOutputs.filter((name) => name.startsWith(prefix))
    const found =
      usual.length > 0
        ? usual
        : outputNames.filter((name) => name.startsWith(prefix))
    if (prefix === '' || found.length === 0)
      throw new BuildError(
        'INVALID_OPTION',
        `Cannot find an output that starts with \`${prefix}\`, use one of ${outputNames.join(', ')}`,
      )
    for (const name of found) wanted.add(name)
  }
  return wanted
}
