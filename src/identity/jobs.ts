import { z } from 'zod'
import { job } from '../platform/jobs.ts'

const id = z.uuid()

/** Somebody asked for a sign-in mail. Whether the address has an account is only looked at while sending. */
export const sendSignIn = job('identity.sendSignIn', z.object({ challengeId: id }))
/** `at`: when it happened, in milliseconds; jobs made by earlier versions have none. */
const notice = z.object({ accountId: id, noticeId: id, at: z.number().optional() })
/** An account's ways to sign in were changed. */
export const tellAccount = job('identity.tellAccount', notice)
/** A printed code of an account was used. */
export const tellCodeUsed = job('identity.tellCodeUsed', notice)
/** What follows a change of what somebody signs in with, in the audit trail of each of their regions. */
export const trailedActs = [
  ...(['passkey_added', 'passkey_removed', 'app_added', 'app_removed', 'codes_made'] as const),
  ...(['recovery_done', 'operator_recovered'] as const),
]
export type TrailedAct = (typeof trailedActs)[number]
export const leaveTrail = job(
  'identity.leaveTrail',
  z.object({ accountId: id, changeId: id, act: z.enum(trailedActs), by: z.enum(['owner', 'system']) }),
)
/** Somebody's recovery began: they are told, and how to object. */
export const tellRecovery = job('identity.tellRecovery', z.object({ regionId: id, recoveryId: id }))
/** Two administrators agreed: the old factors and sessions go. */
export const endFactors = job('identity.endFactors', z.object({ regionId: id, recoveryId: id }))
/** One invitation to one address. */
export const sendInvitation = job('identity.sendInvitation', z.object({ regionId: id, invitationId: id }))
