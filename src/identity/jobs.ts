import { z } from 'zod'
import { job } from '../platform/jobs.ts'

const id = z.uuid()

/** Somebody asked for a sign-in mail. Whether the address has an account is only looked at while sending. */
export const sendSignIn = job('identity.sendSignIn', z.object({ challengeId: id }))
/** An account's ways to sign in were changed. */
export const tellAccount = job('identity.tellAccount', z.object({ accountId: id, noticeId: id }))
/** Somebody's recovery began: they are told, and how to object. */
export const tellRecovery = job('identity.tellRecovery', z.object({ regionId: id, recoveryId: id }))
/** Two administrators agreed: the old factors and sessions go. */
export const endFactors = job('identity.endFactors', z.object({ regionId: id, recoveryId: id }))
/** One invitation to one address. */
export const sendInvitation = job('identity.sendInvitation', z.object({ regionId: id, invitationId: id }))
