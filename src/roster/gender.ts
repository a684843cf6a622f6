/** What members say they are, if they say it: only so that an agency's wish can be weighed. Shown to nobody else. */
export const genders = ['woman', 'man', 'another'] as const
export type Gender = (typeof genders)[number]
