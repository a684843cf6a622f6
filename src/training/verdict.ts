/** What an instructor saw of a skill. */
export const verdicts = ['shown', 'not_yet'] as const
export type Verdict = (typeof verdicts)[number]
