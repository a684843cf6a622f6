/** What a member of the team is. */
export const memberRoles = ['peer', 'mhp', 'chaplain'] as const
export type MemberRole = (typeof memberRoles)[number]
