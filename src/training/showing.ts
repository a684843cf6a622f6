/** What a holder may show of a certificate beside the course and whether it is valid. */
export const showable = ['name', 'dates', 'hours', 'score'] as const
export type Shows = (typeof showable)[number]
