import { endOfLabel, labelText, skipSpace } from './label-end.ts'
import { skipDecoration, type LabelStart } from './label-start.ts'
import { labelWords, longestLabel, type LabelKind } from './labels.ts'
import { letterMarker } from './letter-marker.ts'
import type { Marker, MarkerPlace } from './marker.ts'
import { endingMarker, phraseMarker } from './phrase-marker.ts'
import type { FlatText } from './text.ts'

/**
 * Finds the label that a line begins with.
 *
 * Matches on flattened text: `**정답:**④`, `[ 답 변 ]`, `정답：3`, `✅ 정답`, `정답은 ③`, `2번 정답: ④`. A word without an end of label
 * after it is no marker: "정답이 하나가 아닌 이유는?" stays a question.
 *
 * @param flat text of a line or of a title
 * @param boldEnd index in the flattened text at which the emphasis that begins the line ends, 0 when there is none
 * @param place titles are more liberal than lines
 */
export function markerAt(
  flat: FlatText,
  boldEnd: number,
  place: MarkerPlace,
): Marker | undefined {
  const { text } = flat
  const start = skipDecoration(text)
  return (
    wordMarker(text, start, boldEnd, place) ??
    letterMarker(text, start.at) ??
    endingMarker(text, place) ??
    (place === 'title' ? phraseMarker(text) : undefined)
  )
}

function wordMarker(
  text: string,
  start: LabelStart,
  boldEnd: number,
  place: MarkerPlace,
): Marker | undefined {
  const found = longestWord(text, start.at)
  if (!found) return undefined
  for (const [kind, wordEnd] of found) {
    const end = endOfLabel(text, wordEnd, { ...start, boldEnd, place })
    if (end !== undefined)
      return {
        ...kind,
        label: labelText(text.slice(start.at, end)),
        end: skipSpace(text, end),
        form: 'word',
      }
  }
  return undefined
}

/** Label words that begin here, longest first, each with the index after it. */
function longestWord(
  text: string,
  from: number,
): [LabelKind, number][] | undefined {
  let condensed = ''
  const found: [LabelKind, number][] = []
  for (let at = from; at < text.length; at++) {
    const char = text.charAt(at)
    if (char === ' ') continue
    condensed += char.toLowerCase()
    if (condensed.length > longestLabel) break
    const kind = labelWords.get(condensed)
    if (kind) found.unshift([kind, at + 1])
  }
  return found.length > 0 ? found : undefined
}
