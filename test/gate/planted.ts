import { crc32, deflateSync } from 'node:zlib'
import type { Images } from '../../src/model/image.ts'
import { paperOf } from './paper-of.ts'

/**
 * A PNG, as a `data:` URL.
 *
 * @param grey of a pixel, 0 to 255; black when left out
 */
export function pngOf(
  width: number,
  height: number,
  grey: (x: number, y: number) => number = () => 0,
): string {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = grey(x, y)
  const pixels = deflateSync(rows)
  const png = Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
  return `data:image/png;base64,${png.toString('base64')}`
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const body = Buffer.concat([Buffer.from(type), data])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** What participants read of the paper. */
export const openText =
  '격리 수준 여러 사용자가 같은 계좌를 동시에 고칩니다. 1 격리 수준을 낮추면 어떤 이상 현상이 생기는지 설명하시오. 2 잠금은 항상 성능을 높인다. (O/X) 3 메모리에 두는 저장소의 이름은? 4 Which SQL lists all users?'

/** A sentence of the answer to question 1-1. */
export const secret = '커밋되지 않은 값을 읽는 더티 리드가 생깁니다'

/** A piece of the answer to question 1-4. */
export const latinSecret = 'SELECT name FROM users ORDER BY created_at'

/** Paper with answers of every kind: long, O/X, one word, code, pictures, links. */
export const paper = paperOf('여러 사용자가 같은 계좌를 동시에 고칩니다.', [
  {
    prompt:
      '격리 수준을 낮추면 어떤 이상 현상이 생기는지 설명하시오. ![계좌](question.png)',
    answer: `다른 트랜잭션이 아직 **커밋되지 않은** 값을 읽는 *더티 리드*가 생깁니다.\n\n![꼬인 잠금 순서](answer.png "p99 꺾은선")\n\n[기록](https://example.com/notes/%EB%8B%B5)`,
    label: '답변',
    hint: '두 사용자의 화면을 그려 보십시오.',
  },
  { prompt: '잠금은 항상 성능을 높인다. (O/X)', answer: 'X', label: '정답' },
  { prompt: '메모리에 두는 저장소의 이름은?', answer: 'Redis', label: '정답' },
  {
    prompt: 'Which SQL lists all users?',
    answer: `\`\`\`sql\n${latinSecret};\n\`\`\``,
  },
])

/** Pictures of the paper. */
export const images: Images = new Map([
  ['question.png', { dataUrl: pngOf(40, 30) }],
  ['answer.png', { dataUrl: pngOf(64, 48) }],
])
