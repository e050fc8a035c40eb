import type { Convention } from '../convention.ts'

/**
 * A quote right below the question is the answer.
 *
 * ````md
 * # 인프라 스터디 4회차
 *
 * **2025-10-17**
 * **작성자: 홍길동**
 *
 * ## 네트워크 – 서술형 (문제당 3점)
 *
 * ### 1. QK1 핸드셰이크의 단계를 쓰시오. (중요)
 *
 * > AK1a 세 단계입니다.
 * >
 * > > AK1b 마지막은 ACK입니다.
 *
 * ---
 *
 * ### 2. QK2 UDP는 순서를 지킨다. (O/X)
 *
 * > **X**
 * > AK2 지키지 않습니다.
 * ````
 */
export const unlabelledQuote: Convention = {
  id: '2',
  name: 'heading + unlabelled quote',
  recognises: ({ by }) => by === 'quote',
}
