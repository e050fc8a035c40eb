/** A place to write in: `____`, `(  )`, `( ㉠ )`, `[ (B) ]`, `□`, `???`, `// 빈칸`; `main()` has none, and `①` that begins a line counts it. */
export const gap =
  /_{2,}|＿| {3,}|(?<![\w.])[([{<〈「『【] {0,9}(?:[①-⑳㉠-㉭㉮-㉻ㄱ-ㅎ가나다라마바사A-Za-z]|\d{1,2}|빈 ?칸[^)\]}>]{0,4}|괄호|\?{1,9}|\.{2,9}|…{1,9})? {0,9}[)\]}>〉」』】]|(?<=\S {0,3})[㉠-㉭㉮-㉻①-⑳]|[□■◯⬜⬛]|[○●◇]{2,}|\?{3,}(?=\S)|\.{4,}|…{2,}|-{4,}|_ _|[([] {2,}[^()[\]]{0,10}[)\]]|(?:\/\/|\/\*|#|--|<!--) *(?:빈 ?칸|TODO|여기)|\\(?:square|boxed|Box|underline|quad|qquad|q?phantom)/u

/**
 * Blanks of a Korean keyboard as `gap` knows them: full-width brackets, and spaces of every width.
 *
 * @param text plain text
 */
export function plainBlanks(text: string): string {
  return text
    .replaceAll(/[\u00A0\u3000\u2000-\u200A]/g, ' ')
    .replaceAll(/[（［｛]/g, '(')
    .replaceAll(/[）］｝]/g, ')')
}
