import type { Convention } from '../convention.ts'

/**
 * Numbered letters, mostly after study notes.
 *
 * ````md
 * # 정리와 문답
 *
 * ## 배운 내용
 *
 * NK1 정규화는 중복을 없앱니다.
 *
 * ## 문답
 *
 * **Q1.** QK1 정규화의 목적은?
 *
 * **A1.** AK1a 중복을 없앱니다.
 *
 * ```sql
 * SELECT 1 -- AK1b
 * ```
 *
 * **Q2.** QK2 역정규화는 언제 하나?
 *
 * **A2.** AK2 읽기가 느릴 때 합니다.
 * ````
 */
export const numberedLetters: Convention = {
  id: '22',
  name: '`Q1` and `A1`',
  recognises: ({ by, label }) => by === 'letter' && /\d/.test(label),
}
