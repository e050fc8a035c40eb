import type { Convention } from '../convention.ts'

/**
 * The last bullet of the question says 정답, and what is nested in it is the answer.
 *
 * ````md
 * # 날마다 한 문제
 *
 * 1. 2025-02-20
 *    QK1 JVM의 메모리 영역을 설명하시오.
 *
 *    - 조건: SK1 세 가지 이상
 *    - 정답
 *      - AK1 힙, 스택, 메서드 영역
 *
 * 2. 2025-02-21
 *    QK2 클래스 로더를 설명하시오.
 *
 *    - 정답
 *      - AK2 클래스를 읽어 올립니다.
 * ````
 */
export const nestedLabel: Convention = {
  id: '17',
  name: 'last bullet of the question',
  recognises: ({ by, holder, isNested, isLabelOnly }) =>
    by === 'label' && holder === 'item' && isNested && isLabelOnly,
}
