/** How much a commitment weighs on whoever takes it: one is anything, two a session in a group. */
export const inGroup = 2
/** A session after the death of one of their own. */
export const hardest = 3
