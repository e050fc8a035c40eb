/** One font file and the `@font-face` rule that it is used with. */
export interface Face {
  readonly family: string
  readonly weight: number
  readonly style: 'normal' | 'italic'
  /** Scale of its glyphs, as in CSS `size-adjust`. */
  readonly sizeAdjust?: string
  /** npm package that holds the file. */
  readonly package: string
  /** Path of the file inside the package. */
  readonly file: string
  /** KaTeX only: classes of its HTML that are set in this face. */
  readonly classes?: readonly string[]
}

/** Weights that text can be asked in. Anything else would be synthesised, which turns into Type 3 in a PDF. */
export type TextWeight = 400 | 600 | 700

const pretendardFolder = 'dist/public/static/alternative'

/** Faces of text by weight. Static TrueType: variable and CFF fonts become Type 3 in a PDF, several times as large. */
export const textFaces: Readonly<Record<TextWeight, Face>> = {
  400: pretendard(400, 'Regular'),
  600: pretendard(600, 'SemiBold'),
  700: pretendard(700, 'Bold'),
}

const codeBold = d2Coding(700, 'D2CodingBold.ttf')

/** Faces of code by weight; there is no semibold. A Hangul syllable is exactly two Latin letters wide in D2Coding. */
export const codeFaces: Readonly<Record<TextWeight, Face>> = {
  400: d2Coding(400, 'D2Coding.ttf'),
  600: codeBold,
  700: codeBold,
}

/**
 * Emoji in outlines of one colour; its only weight is used for bold text too.
 *
 * Its pictures are 2600/2048 em wide. Scaled to 1 em they take exactly two columns of code, as terminals draw them.
 */
export const emojiFace: Face = {
  family: 'Noto Emoji',
  weight: 400,
  style: 'normal',
  sizeAdjust: '78.77%',
  package: '@fontsource/noto-emoji',
  file: 'files/noto-emoji-emoji-400-normal.woff2',
}

/** KaTeX's faces with the classes that use them, as in its stylesheet; `katex` itself stands for every formula. */
export const mathFaces: readonly Face[] = [
  katex('Main', 400, 'normal', ['katex']),
  katex('Main', 700, 'normal', ['mathbf', 'textbf']),
  katex('Main', 400, 'italic', ['mathit', 'textit']),
  katex('Main', 700, 'italic', ['textit']),
  katex('Math', 400, 'italic', ['mathnormal']),
  katex('Math', 700, 'italic', ['boldsymbol']),
  katex('AMS', 400, 'normal', ['amsrm', 'mathbb', 'textbb']),
  katex('Caligraphic', 400, 'normal', ['mathcal']),
  katex('Caligraphic', 700, 'normal', ['mathcal']),
  katex('Fraktur', 400, 'normal', ['mathfrak', 'textfrak']),
  katex('Fraktur', 700, 'normal', ['mathboldfrak', 'textboldfrak']),
  katex('SansSerif', 400, 'normal', ['mathsf', 'textsf']),
  katex('SansSerif', 700, 'normal', ['mathboldsf', 'textboldsf', 'textsf']),
  katex('SansSerif', 400, 'italic', ['mathsfit', 'mathitsf', 'textitsf']),
  katex('Script', 400, 'normal', ['mathscr', 'textscr']),
  katex('Typewriter', 400, 'normal', ['mathtt', 'texttt']),
  katex('Size1', 400, 'normal', ['size1', 'delim-size1', 'small-op']),
  katex('Size2', 400, 'normal', ['size2', 'large-op']),
  katex('Size3', 400, 'normal', ['size3']),
  katex('Size4', 400, 'normal', ['size4', 'delim-size4']),
]

function pretendard(weight: number, name: string): Face {
  return {
    family: 'Pretendard',
    weight,
    style: 'normal',
    package: 'pretendard',
    file: `${pretendardFolder}/Pretendard-${name}.ttf`,
  }
}

function d2Coding(weight: number, name: string): Face {
  return {
    family: 'D2Coding',
    weight,
    style: 'normal',
    package: '@kfonts/d2coding',
    file: `src/${name}`,
  }
}

function katex(
  name: string,
  weight: 400 | 700,
  style: Face['style'],
  classes: readonly string[],
): Face {
  const variant =
    `${weight === 700 ? 'Bold' : ''}${style === 'italic' ? 'Italic' : ''}` ||
    'Regular'
  return {
    family: `KaTeX_${name}`,
    weight,
    style,
    package: 'katex',
    file: `dist/fonts/KaTeX_${name}-${variant}.ttf`,
    classes,
  }
}
