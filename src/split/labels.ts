/** What a label says about the text that follows it. */
export type LabelRole =
  'answer' | 'hint' | 'situation' | 'questions' | 'passage' | 'notes'

/**
 * How much a label proves. `primary` (정답, 답변) opens an answer, `secondary` (해설) too, but mostly follows one;
 * `weak` (이유, 결과) opens one only where a question has nothing better.
 */
export type Strength = 'primary' | 'secondary' | 'weak'

/** One kind of label. */
export interface LabelKind {
  readonly role: LabelRole
  readonly strength: Strength
}

/** Words by what they say; written without spaces and in lower case. See docs/writing.md. */
const words: readonly (LabelKind & { readonly words: string })[] = [
  {
    role: 'answer',
    strength: 'primary',
    words:
      '답 답변 정답 해답 답안 모범답안 모범답변 모범정답 예시답안 예시답변 답안예시 답변예시 핵심답변 정답및해설 정답과해설 정답·해설 정답/해설 ' +
      '정답,해설 정답&해설 정답+해설 정답해설 답및해설 답과해설 답변및해설 답변과해설 해설및정답 해답및풀이 정답및풀이 정답과풀이 정답풀이 정답코드 기출정답 정답보기 정답확인 답보기 ' +
      '답확인 답변보기 내답변 내답 내답안 나의답 나의답변 내가쓴답 면접답변 답변정리 추천답변 참고답안 참고답변 한줄답변 짧은답변 최종답 최종답안 ' +
      '힌트및해설 힌트와해설 힌트및정답 힌트와정답 answer answers ans modelanswer sampleanswer answerkey correctanswer solution solutions 솔루션 정답지 해설지 답지 정답표 답안표 빠른정답 정답모음 정답목록',
  },
  {
    role: 'answer',
    strength: 'secondary',
    words:
      '해설 풀이 상세해설 간단해설 풀이과정 문제풀이 정답이유 정답근거 오답노트 오답풀이 오답해설 오답정리 상세분석 소거법 부연설명 추가설명 보충설명 상세설명 ' +
      '모범풀이 내풀이 나의풀이 다른풀이 다른답 다른답안 해설및풀이 풀이및해설 explanation explanations rationale 채점기준 평가기준',
  },
  {
    role: 'answer',
    strength: 'weak',
    words:
      '이유 근거 결과 실행결과 출력결과 확인 설명 키워드 핵심키워드 핵심 핵심포인트 핵심정리 포인트 키포인트 키워드&꼬리질문 키워드및꼬리질문 꼬리질문 추가질문 ' +
      '후속질문 팁 꿀팁 추가팁 실무팁 실무적용 참고자료 멘토반론 멘토코멘트 반론 피드백 코멘트 생각 내생각 나의생각 제생각 의견 내의견 나의의견 선택 내선택 나의선택 내가고른답 내가고른것 제출답 오답 틀린답 내가쓴것 ' +
      '해석 결론 한줄요약 한줄정리 접근 접근법 접근방법 아이디어 스크립트 답변스크립트 comment comments opinion idea approach en 배경&질문의도 배경및질문의도 질문의도 출제의도 면접관의의도 tip tips note keyword keywords',
  },
  { role: 'hint', strength: 'primary', words: '힌트 hint hints 단서 실마리' },
  {
    role: 'situation',
    strength: 'primary',
    words:
      '상황 배경상황 문제상황 상황설명 상황제시 시나리오 배경 사례 제시문 컨텍스트 context scenario situation background',
  },
  {
    role: 'questions',
    strength: 'primary',
    words:
      '문제 문제들 문제목록 질문 질문들 질문목록 퀴즈 연습문제 예상질문 예상문제 면접질문 기출문제 확인문제 실습문제 토론문제 questions question quiz quizzes problems problem q&a qna exercises 스터디문제',
  },
  {
    role: 'passage',
    strength: 'primary',
    words:
      '보기 지문 조건 제한 제한사항 제약조건 요구사항 선택지 입력 입력예시 출력 출력예시 예시 코드 유형 난이도 배점 제한시간 시간 options choices constraints example code',
  },
  {
    role: 'notes',
    strength: 'primary',
    words:
      '목차 차례 참고 참고문헌 참고링크 참고사이트 참고자료 출처 레퍼런스 reference references ref 진행방식 진행방법 진행순서 태그 tag tags 학습목표 학습내용 학습노트 학습정리 ' +
      '메모 노트 필기 개념정리 개념 이론 이론정리 정리 내용정리 핵심정리 요약 마무리 결론 회고 후기 느낀점 공지 규칙 안내 유의사항 멤버 팀원 구성원 참여자 참가자 목표 링크 관련문서 관련링크 관련자료 ' +
      'toc contents tableofcontents 서문 들어가며 들어가기 마치며 개요 소개 부록 다음주 다음모임 다음회차 일정 출제범위 범위 배운점 summary notes links license 라이선스',
  },
]

/** Every label word, condensed, with what it says. Earlier rows win where a word stands in two of them. */
export const labelWords: ReadonlyMap<string, LabelKind> = new Map(
  words
    .flatMap(({ role, strength, words: list }) =>
      list
        .split(' ')
        .map((word): [string, LabelKind] => [word, { role, strength }]),
    )
    .reverse(),
)

/** Length of the longest label word, condensed. */
export const longestLabel = Math.max(
  ...[...labelWords.keys()].map((word) => word.length),
)

/** Words that make a short head before a colon a label of their kind when it ends with them: `2번 정답:`. */
export const labelEndings: readonly [string, LabelKind][] = [
  ...['정답', '답변', '답안', '해답', 'answer', 'solution'].map(
    (word): [string, LabelKind] => [
      word,
      { role: 'answer', strength: 'primary' },
    ],
  ),
  ...['해설', '풀이', '오답노트'].map((word): [string, LabelKind] => [
    word,
    { role: 'answer', strength: 'secondary' },
  ]),
  ['힌트', { role: 'hint', strength: 'primary' }],
]
