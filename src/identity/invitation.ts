/** For so long the link of an invitation lets somebody in. */
export const invitationLasts = { hours: 7 * 24 } as const
