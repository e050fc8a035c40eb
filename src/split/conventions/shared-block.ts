import type { Convention } from '../convention.ts'

/**
 * The answer stands in the list, the paragraph or the line of the options.
 *
 * ````md
 * # 모의고사
 *
 * **문항 1.** QK1 다음 중 선점형은?
 *
 * * ① QK1a FCFS
 * * ② QK1b RR
 * * **정답:** ② AK1
 *
 * **문항 2.** QK2 다음 중 비선점형은?
 *
 * * ① QK2a SJF
 * * ② QK2b RR
 * * **정답:** ① AK2
 * ````
 */
export const sharedBlock: Convention = {
  id: '16',
  name: 'options and answer in one block',
  recognises: ({ by, sharesBlock, hasChoices }) =>
    by === 'label' && sharesBlock && hasChoices,
}
