import type { Convention } from '../convention.ts'

/**
 * A heading 답변 opens the answer.
 *
 * ````md
 * # 면접 문답
 *
 * ## Q1. QK1 세션 고정이란?
 *
 * ### 답변
 *
 * AK1a 세션 ID를 미리 정하는 공격입니다.
 *
 * #### AK1b 왜 위험한가?
 *
 * AK1c 탈취됩니다.
 *
 * ## Q2. QK2 막으려면?
 *
 * ### 답변
 *
 * AK2 로그인할 때 새로 발급합니다.
 * ````
 */
export const answerHeading: Convention = {
  id: '9',
  name: 'answer heading',
  recognises: ({ by, holder }) =>
    (by === 'label' || by === 'directive') && holder === 'heading',
}
