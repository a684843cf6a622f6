/** Why an offer is stood down: the team is full, the asking is over, the session is cancelled, or a kept seat could wait no longer. */
export type StandDownReason = 'filled' | 'ended' | 'cancelled' | 'hold_over'
