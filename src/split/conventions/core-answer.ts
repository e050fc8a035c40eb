import type { Convention } from '../convention.ts'

/**
 * Some answers have a label, the others do not.
 *
 * ````md
 * # 면접 50제
 *
 * ### Q1. QK1 트랜잭션 격리 수준을 설명하세요.
 *
 * **핵심 답변:**
 * AK1a 네 단계가 있습니다.
 *
 * **실무 팁:** AK1b 기본값을 확인합니다.
 *
 * ### Q2. QK2 팬텀 리드란 무엇인가요?
 *
 * AK2 없던 행이 보이는 현상입니다.
 * ````
 */
export const coreAnswer: Convention = {
  id: '24',
  name: '핵심 답변 among unlabelled answers',
  recognises: ({ by, label, isMixed }) =>
    (by === 'label' && /핵심|추천|한 ?줄/u.test(label)) ||
    (by === 'body' && isMixed),
}
