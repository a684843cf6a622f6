/** The steps of a postvention plan after a colleague's suicide: each is one of the assessment's reasons. */
export const postventionSteps = [
  'postvention_plan',
  'postvention_facts',
  'postvention_no_method',
  'postvention_closest',
  'postvention_dates',
] as const
export type PostventionStep = (typeof postventionSteps)[number]
