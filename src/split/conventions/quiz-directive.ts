import type { Convention } from '../convention.ts'

/**
 * The question is the title of a `:::quiz`, the answer a `:::details` in it or after it.
 *
 * ````md
 * # 디렉티브 퀴즈
 *
 * :::quiz QK1 캐시를 데우는 이유는?
 *
 * :::details 정답
 * AK1 첫 요청이 느리지 않게 합니다.
 * :::
 *
 * :::
 *
 * :::quiz QK2 만료를 흩뜨리는 이유는?
 *
 * :::details 정답
 * AK2 한꺼번에 사라지지 않게 합니다.
 * :::
 *
 * :::
 * ````
 */
export const quizDirective: Convention = {
  id: '30',
  name: 'fenced directive',
  recognises: ({ frame, holder }) =>
    frame === 'directive' || holder === 'directive',
}
