import { z } from 'zod'
import { job } from '../platform/jobs.ts'

const id = z.uuid()
const followUp = z.object({ regionId: id, followUpId: id })
const channel = z.enum(['mail', 'text', 'call', 'push'])
/** A member of the team, or an account that looks after it. */
const to = { kind: z.enum(['member', 'account']), personId: id, channel }

/** A follow-up is due: whoever sees to it hears of it. */
export const remindFollowUp = job('intervention.remindFollowUp', followUp)
/** Nobody ticked it in time: it goes to the coordinators. */
export const lateFollowUp = job('intervention.lateFollowUp', followUp)
/** One message to one person, one way. `at`: the moment it is about, in milliseconds; put off, it is another message. */
export const tellFollowUp = job(
  'intervention.tellFollowUp',
  followUp.extend({ what: z.enum(['due', 'late']), at: z.number().int(), ...to }),
)

/** One message to one of the team: the briefing changed (`at`: its version), or it is soon (`at`: the session's start in milliseconds). */
export const tellBriefing = job(
  'intervention.tellBriefing',
  z.object({ regionId: id, offerId: id, what: z.enum(['changed', 'soon']), at: z.number().int(), channel }),
)
/** The session is near and nobody wrote its briefing: one message to one coordinator. */
export const briefingMissing = job(
  'intervention.briefingMissing',
  z.object({ regionId: id, planId: id, accountId: id, at: z.number().int(), channel }),
)
