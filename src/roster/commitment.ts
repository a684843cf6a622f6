/** Binds the time and nothing else: a talk at roll call is no session, asks for no rest and counts as none. */
export const timeOnly = 0
/** How much a commitment weighs on whoever takes it: one is anything, two a session in a group. */
export const inGroup = 2
/** A session after the death of one of their own. */
export const hardest = 3

export const commitmentWeight = { timeOnly, inGroup, hardest } as const
