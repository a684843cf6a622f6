/**
 * How a default is known. `published`: a public text says this value. `general_knowledge`: people in the field say
 * it, and no text was read. `assumed`: nobody says it; a region should decide it for itself.
 */
export const bases = ['published', 'general_knowledge', 'assumed'] as const
export type Basis = (typeof bases)[number]

/** Where defaults come from; `settingSourceWords` says each in both languages. */
export const sourceBasis = {
  onSceneDuring: 'general_knowledge',
  onSceneNumbers: 'assumed',
  ritsOnRelease: 'general_knowledge',
  ritsNumbers: 'assumed',
  defusingSoon: 'general_knowledge',
  defusingIdeal: 'published',
  defusingLatest: 'published',
  cisdIdeal: 'published',
  cisdLatest: 'published',
  cmbAnyTime: 'general_knowledge',
  cmbNumbers: 'assumed',
  consultationAnyTime: 'published',
  consultationNumbers: 'assumed',
  besideAnyTime: 'published',
  besideNumbers: 'assumed',
  defusingGroup: 'general_knowledge',
  cisdGroup: 'general_knowledge',
  cmbGroup: 'published',
  circlesAtOnce: 'assumed',
  ritsGroup: 'published',
  smallestGroup: 'assumed',
  leadTime: 'assumed',
  teamSize: 'general_knowledge',
  coreCourses: 'published',
  mhpPapers: 'assumed',
  chaplainPapers: 'assumed',
  designation: 'published',
  renewal: 'general_knowledge',
  leadAfter: 'assumed',
  lapsesSoon: 'assumed',
  confirmDetails: 'assumed',
  sessionsPerMonth: 'general_knowledge',
  afterHardest: 'general_knowledge',
  gapWarning: 'assumed',
  newcomers: 'assumed',
  otherAgency: 'assumed',
  perAgency: 'assumed',
  travel: 'assumed',
  furthest: 'assumed',
  rest: 'general_knowledge',
  expectedYes: 'assumed',
  waveLength: 'assumed',
  callBack: 'general_knowledge',
  alertLadder: 'assumed',
  telephone: 'assumed',
  hold: 'assumed',
  throttle: 'assumed',
} as const satisfies Readonly<Record<string, Basis>>
export type SourceCode = keyof typeof sourceBasis
