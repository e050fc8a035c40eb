import type { Convention } from '../convention.ts'

/**
 * Nothing answers.
 *
 * ````md
 * # 예상 질문
 *
 * 1. QK1 로드 밸런서의 역할을 설명해 주세요.
 * 2. QK2 헬스 체크가 왜 필요한가요?
 * 3. QK3 세션은 어디에 두어야 하나요?
 * ````
 */
export const questionsOnly: Convention = {
  id: '34',
  name: 'questions only',
  recognises: ({ by }) => by === 'none',
}
