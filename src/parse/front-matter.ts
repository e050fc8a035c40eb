/**
 * Finds the end of the front matter.
 *
 * A paper may also begin with a `---` that is a rule: front matter begins with a key, and holds no heading.
 *
 * @returns how many lines the front matter has, its fences included; 0 when there is none
 */
export function frontMatterEnd(lines: readonly string[]): number {
  if (!/^---[ \t]*$/.test(lines[0] ?? '')) return 0
  const end = lines.findIndex(
    (line, index) => index > 0 && /^---[ \t]*$/.test(line),
  )
  const body = lines.slice(1, Math.max(1, end))
  const first = body.find((line) => !/^\s*(?:#.*)?$/.test(line))
  const isYaml =
    (first === undefined && body.every((line) => line.trim() === '')) ||
    /^["']?[\p{L}_][\p{L}\p{N}_ .-]*["']?[ \t]*:(?:\s|$)/u.test(first ?? '')
  const hasHeading = body.some((line) => /^#{2,6} /.test(line))
  return end > 0 && isYaml && !hasHeading ? end + 1 : 0
}
