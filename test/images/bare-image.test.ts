import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bareImage } from '../../src/images/bare/index.ts'
import { noted, plainImages } from '../support/noted-image.ts'
import { seed } from '../support/property-runs.ts'

const answer = '쓰기 지연 로그'

describe.each(plainImages)('$type', ({ type, bytes }) => {
  test('what was written beside the picture is gone', () => {
    const image = noted(bytes, type, answer)
    expect(image.includes(answer)).toBe(true)
    const bare = Buffer.from(bareImage(image, type))
    expect(bare.includes(answer)).toBe(false)
    expect(bare).toEqual(Buffer.from(bareImage(bytes, type)))
  })

  test('a bare image stays as it is', () => {
    const bare = bareImage(bytes, type)
    expect(bareImage(bare, type)).toEqual(bare)
  })

  test('any bytes can be read', () => {
    fc.assert(
      fc.property(
        fc.nat(bytes.length),
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255))),
        (length, changes) => {
          const image = Buffer.from(noted(bytes, type, answer))
          for (const [at, byte] of changes) image[at] = byte
          bareImage(image.subarray(0, length), type)
        },
      ),
      { numRuns: 500, seed },
    )
  })
})

test('formats whose parts cannot be taken out stay as they are', () => {
  const avif = Buffer.from('....ftypavif')
  expect(bareImage(avif, 'image/avif')).toBe(avif)
})
