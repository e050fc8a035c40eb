const noteLength = 0.9
const noteGap = 0.28
const loudness = 0.12

let context: AudioContext | undefined

/**
 * Plays soft notes one after the other.
 *
 * @param notes frequencies in hertz
 */
export function chime(notes: readonly number[]): void {
  try {
    context ??= new AudioContext()
    void context.resume()
    const start = context.currentTime
    for (const [at, note] of notes.entries())
      play(context, note, start + at * noteGap)
  } catch {
    // A machine without a sound device still shows the colour and the message.
  }
}

function play(audio: AudioContext, note: number, start: number): void {
  const tone = audio.createOscillator()
  const gain = audio.createGain()
  tone.frequency.value = note
  gain.gain.setValueAtTime(0, start)
  gain.gain.linearRampToValueAtTime(loudness, start + 0.03)
  gain.gain.exponentialRampToValueAtTime(0.0001, start + noteLength)
  tone.connect(gain).connect(audio.destination)
  tone.start(start)
  tone.stop(start + noteLength)
}
