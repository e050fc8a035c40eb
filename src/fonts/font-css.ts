import { emojiSequenceCharacters, visibleCharacters } from './characters.ts'
import {
  codeFaces,
  emojiFace,
  textFaces,
  type Face,
  type TextWeight,
} from './faces.ts'
import { loadFont } from './font-file.ts'
import { mathFacesOf, mathText } from './math.ts'
import { subsetFace } from './subset.ts'

/** What a document will show. */
export interface FontRequest {
  /** Everything set in `Pretendard, D2Coding, 'Noto Emoji'`, in any order. */
  readonly text: string
  /** Everything set in `D2Coding, 'Noto Emoji'`, in any order. */
  readonly code: string
  /** HTML that KaTeX rendered, all formulas in a row; what its faces lack falls back as text does. */
  readonly math?: string
  /** Weights that text and code are set in; code has no 600 and takes 700. @default [400, 700] */
  readonly weights?: readonly TextWeight[]
}

/** Fonts of a document. */
export interface FontCss {
  /** `@font-face` rules with subset TrueType fonts as `data:` URLs, and no synthesised bold or italic. */
  readonly css: string
  /** Visible characters that no face has, each once. */
  readonly missing: readonly string[]
}

type Characters = Iterable<number>

/**
 * Makes the fonts that a document needs, each with only the document's own characters.
 *
 * Text falls back Pretendard → D2Coding → Noto Emoji, code D2Coding → Noto Emoji, formulas KaTeX → text. The same
 * request gives the same bytes.
 */
export async function fontCss(request: FontRequest): Promise<FontCss> {
  const weights = request.weights ?? [400, 700]
  const formulas = await planMath(request.math ?? '')
  const text = await divide(textFaces[400], [
    ...visibleCharacters(request.text),
    ...formulas.rest,
  ])
  const code = await divide(codeFaces[400], [
    ...visibleCharacters(request.code),
    ...text.rest,
  ])
  const emoji = await planEmoji(`${request.text}\n${request.code}`, code.rest)
  const texts = weights.map((weight) => textFaces[weight])
  const codes = new Set(weights.map((weight) => codeFaces[weight]))
  const rules = await Promise.all([
    ...texts.map((face) => fontFaceRule(face, text.covered)),
    ...[...codes].map((face) => fontFaceRule(face, code.covered)),
    fontFaceRule(emojiFace, emoji.covered),
    ...formulas.faces.map((face) => fontFaceRule(face, formulas.characters)),
  ])
  return {
    css: [...rules, ':root{font-synthesis:none}'].filter(Boolean).join('\n'),
    missing: emoji.rest.map((code) => String.fromCodePoint(code)),
  }
}

/** What a face covers of some characters, and what is left for the next face. */
async function divide(
  face: Face,
  characters: Characters,
): Promise<{ covered: number[]; rest: number[] }> {
  const wanted = [...new Set(characters)]
  if (wanted.length === 0) return { covered: [], rest: [] }
  const { coverage } = await loadFont(face)
  return {
    covered: wanted.filter((code) => coverage.has(code)),
    rest: wanted.filter((code) => !coverage.has(code)),
  }
}

/** Digits and joiners of emoji sequences are asked of the emoji face too, which draws the whole sequence. */
async function planEmoji(
  source: string,
  uncovered: readonly number[],
): Promise<{ covered: number[]; rest: number[] }> {
  const sequences = emojiSequenceCharacters(source)
  const { covered } = await divide(emojiFace, [...uncovered, ...sequences])
  const has = new Set(covered)
  return { covered, rest: uncovered.filter((code) => !has.has(code)) }
}

async function planMath(
  html: string,
): Promise<{ faces: Face[]; characters: number[]; rest: number[] }> {
  const faces = mathFacesOf(html)
  const characters = visibleCharacters(mathText(html))
  const fonts = await Promise.all(faces.map(loadFont))
  const rest = characters.filter(
    (code) => !fonts.some(({ coverage }) => coverage.has(code)),
  )
  return { faces, characters, rest }
}

/** One rule, or nothing when the face has none of the characters. */
async function fontFaceRule(
  face: Face,
  characters: readonly number[],
): Promise<string> {
  if (characters.length === 0) return ''
  const { coverage } = await loadFont(face)
  const covered = characters.filter((code) => coverage.has(code))
  if (covered.length === 0) return ''
  const font = await subsetFace(face, new Set(covered))
  const descriptors = [
    `font-family:"${face.family}"`,
    `font-style:${face.style}`,
    `font-weight:${face.weight}`,
    ...(face.sizeAdjust ? [`size-adjust:${face.sizeAdjust}`] : []),
    `src:url(data:font/ttf;base64,${font.toString('base64')}) format("truetype")`,
  ]
  return `@font-face{${descriptors.join(';')}}`
}
