/** How an object goes from one file to another. */
export interface Renumbering {
  /** New numbers of objects. */
  readonly numbers: ReadonlyMap<number, number>
  /** How many entries the tree of parents has before those of the object's own file. */
  readonly parents: number
  /** Which file it comes from, from 0 on: two may have different subsets of a font under one name. */
  readonly file: number
}

/** Strings, which stay; keys in the tree of parents; names of font subsets; references. Chromium escapes brackets in strings. */
const tokens =
  /\((?:\\[\s\S]|[^\\()])*\)|(\/StructParents?\s+)(\d+)|(\/(?:FontName|BaseFont)\s*\/)[A-Z]{3}(?=[A-Z]{3}\+)|\b(\d+) 0 R\b/g

/**
 * Writes an object as it stands in another file.
 *
 * @param object as the browser writes it
 * @see ISO 32000-1, 7.3.10 "Indirect Objects", 9.6.4 "Font Subsets" and 14.7.4.4
 */
export function renumbered(
  object: string,
  { numbers, parents, file }: Renumbering,
): string {
  const dictionary = dictionaryOf(object)
  const changed = dictionary.replace(
    tokens,
    (
      all: string,
      parentKey: string | undefined,
      key: string,
      fontKey: string | undefined,
      number: string | undefined,
    ) => {
      if (number !== undefined) return `${numbers.get(Number(number)) ?? 0} 0 R`
      if (parentKey !== undefined) return `${parentKey}${Number(key) + parents}`
      return fontKey === undefined ? all : fontKey + letters(file)
    },
  )
  return changed + object.slice(dictionary.length)
}

/** Whether an object, without the data of its stream, refers to others. */
export function hasReferences(object: string): boolean {
  return / 0 R\b/.test(dictionaryOf(object))
}

function dictionaryOf(object: string): string {
  const start = object.endsWith('endstream')
    ? /\bstream\r?\n/.exec(object)?.index
    : undefined
  return object.slice(0, start)
}

/** `AAA`, `AAB` … */
function letters(number: number): string {
  return [26 * 26, 26, 1]
    .map((value) => String.fromCharCode(65 + (Math.floor(number / value) % 26)))
    .join('')
}
