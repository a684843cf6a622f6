/** What somebody who is asked may say. */
export const answerChoices = ['coming', 'coming_from', 'if_released', 'not_this_time'] as const
export type AnswerChoice = (typeof answerChoices)[number]
