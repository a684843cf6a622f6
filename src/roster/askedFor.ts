/** What an agency can have a member asked for: sessions after something happened, and what it booked between incidents. */
export const askedFor = ['call_outs', 'talks'] as const
export type AskedFor = (typeof askedFor)[number]
