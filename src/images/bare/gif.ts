const extension = 0x21
const image = 0x2c
const control = 0xf9
const application = 0xff

/** Extensions of applications that browsers obey: how often the picture moves. */
const seen = /^(?:NETSCAPE2\.0|ANIMEXTS1\.0)$/

/**
 * Leaves out comments, texts that browsers do not draw, notes of applications, and whatever stands behind the end of a GIF.
 *
 * @param gif one that is cut off stays so
 * @see https://www.w3.org/Graphics/GIF/spec-gif89a.txt
 */
export function bareGif(gif: Buffer): Buffer {
  const start = 13 + colourTable(gif[10] ?? 0)
  const kept = [gif.subarray(0, start)]
  let at = start
  while (at < gif.length) {
    const end = blockEnd(gif, at)
    if (isSeen(gif, at)) kept.push(gif.subarray(at, end))
    if (gif[at] !== extension && gif[at] !== image) break
    at = end
  }
  return Buffer.concat(kept)
}

/** Bytes of the colours that a field of flags announces. */
function colourTable(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

function isSeen(gif: Buffer, at: number): boolean {
  if (gif[at] !== extension) return true
  const label = gif[at + 1]
  const name = gif.toString('latin1', at + 3, at + 14)
  return label === control || (label === application && seen.test(name))
}

function blockEnd(gif: Buffer, at: number): number {
  if (gif[at] === extension) return dataEnd(gif, at + 2)
  if (gif[at] === image)
    return dataEnd(gif, at + 11 + colourTable(gif[at + 9] ?? 0))
  return at + 1
}

/** Behind a row of pieces that each say how long they are. */
function dataEnd(gif: Buffer, start: number): number {
  let at = start
  while (gif[at]) at += 1 + (gif[at] ?? 0)
  return at + 1
}
