/** What no reader sees: controls, joiners, variation selectors, fillers, line and paragraph separators. */
const invisible = /^[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]$/u

/** Characters that an emoji font may join into one picture: keycaps, flags, skin tones, families. */
const emojiSequences =
  // Joining is the point: every one of them may follow every other.
  // eslint-disable-next-line no-misleading-character-class -- joiners are listed one by one
  /[#*0-9]\uFE0F?\u20E3|[\p{Extended_Pictographic}\p{Regional_Indicator}][\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u200D\uFE0F\u{E0020}-\u{E007F}]+/gu

/** Code points of a text that need a glyph, each once. */
export function visibleCharacters(text: string): number[] {
  return [...new Set(text)]
    .filter((character) => !invisible.test(character))
    .map(codePoint)
}

/** Code points of a text that stand in emoji sequences, joiners and selectors included. */
export function emojiSequenceCharacters(text: string): number[] {
  const sequences = text.match(emojiSequences) ?? []
  return [...new Set(sequences.join(''))].map(codePoint)
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0
}
