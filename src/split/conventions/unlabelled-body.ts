import type { Convention } from '../convention.ts'

/**
 * Everything below a question heading is its answer.
 *
 * ````md
 * # 네트워크 면접
 *
 * ## QK1 HTTP와 HTTPS의 차이는 무엇인가요?
 *
 * AK1a 전송 구간을 암호화하는지가 다릅니다.
 *
 * - AK1b 인증서가 필요합니다.
 *
 * ## QK2 DNS 조회 과정을 설명해 주세요.
 *
 * AK2 루트부터 차례로 묻습니다.
 * ````
 */
export const unlabelledBody: Convention = {
  id: '8',
  name: 'heading asks, section answers',
  recognises: ({ by }) => by === 'body',
}
