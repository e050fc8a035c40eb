import type { Convention } from '../convention.ts'

/**
 * The summary asks, the body asks further, and nothing answers.
 *
 * ````md
 * # 꼬리 질문 모음
 *
 * <details>
 * <summary><h3>1. QK1 GC란 무엇인가요?</h3></summary>
 *
 * <li>QK1b Full GC는 언제 일어나나요?</li>
 * <li>QK1c 어떻게 줄일 수 있나요?</li>
 *
 * </details>
 *
 * <details>
 * <summary><h3>2. QK2 힙과 스택의 차이는?</h3></summary>
 *
 * <li>QK2b 스택 오버플로는 언제 나나요?</li>
 *
 * </details>
 * ````
 */
export const followUps: Convention = {
  id: '13',
  name: 'details with follow-up questions',
  recognises: ({ shape, by }) => shape === 'title' && by === 'none',
}
