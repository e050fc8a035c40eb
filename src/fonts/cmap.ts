/**
 * Reads which characters a font has a glyph for, from its `cmap` table.
 *
 * @see https://learn.microsoft.com/typography/opentype/spec/cmap
 * @param font TrueType file
 * @returns code points
 * @throws Error when the font has no Unicode table of format 4 or 12
 */
export function readCoverage(font: Buffer): ReadonlySet<number> {
  const cmap = findTable(font, 'cmap')
  const subtables = unicodeSubtables(cmap)
  const segmented = subtables.find((table) => table.readUInt16BE(0) === 12)
  if (segmented) return readFormat12(segmented)
  const basic = subtables.find((table) => table.readUInt16BE(0) === 4)
  if (basic) return readFormat4(basic)
  throw new Error('Unexpected font without a Unicode cmap of format 4 or 12')
}

/**
 * Whether a font has a table.
 *
 * @param font TrueType file
 * @param tag its name, such as `cmap`
 */
export function hasTable(font: Buffer, tag: string): boolean {
  return tableOf(font, tag) !== undefined
}

function findTable(font: Buffer, tag: string): Buffer {
  const table = tableOf(font, tag)
  if (!table) throw new Error(`Unexpected font without a ${tag} table`)
  return table
}

function tableOf(font: Buffer, tag: string): Buffer | undefined {
  const count = font.readUInt16BE(4)
  for (let index = 0; index < count; index++) {
    const entry = 12 + index * 16
    if (font.toString('latin1', entry, entry + 4) === tag) {
      return font.subarray(font.readUInt32BE(entry + 8))
    }
  }
  return undefined
}

/** Platform 0 is Unicode, platform 3 Windows with its encodings 1 (basic plane) and 10 (all planes). */
function unicodeSubtables(cmap: Buffer): Buffer[] {
  return Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => {
    const record = 4 + index * 8
    const platform = cmap.readUInt16BE(record)
    const encoding = cmap.readUInt16BE(record + 2)
    const isUnicode =
      platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10))
    return isUnicode ? [cmap.subarray(cmap.readUInt32BE(record + 4))] : []
  }).flat()
}

function readFormat4(table: Buffer): Set<number> {
  const covered = new Set<number>()
  const length = table.readUInt16BE(6)
  const ends = 14
  const starts = ends + length + 2
  const deltas = starts + length
  const offsets = deltas + length
  for (let segment = 0; segment < length; segment += 2) {
    const start = table.readUInt16BE(starts + segment)
    const end = table.readUInt16BE(ends + segment)
    const delta = table.readUInt16BE(deltas + segment)
    const offset = table.readUInt16BE(offsets + segment)
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const glyph =
        offset === 0
          ? code
          : table.readUInt16BE(offsets + segment + offset + 2 * (code - start))
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) covered.add(code)
    }
  }
  return covered
}

function readFormat12(table: Buffer): Set<number> {
  const covered = new Set<number>()
  const groups = table.readUInt32BE(12)
  for (let index = 0; index < groups; index++) {
    const group = 16 + index * 12
    const start = table.readUInt32BE(group)
    const end = table.readUInt32BE(group + 4)
    const glyph = table.readUInt32BE(group + 8)
    for (let code = start; code <= end; code++) {
      if (glyph + code - start !== 0) covered.add(code)
    }
  }
  return covered
}
