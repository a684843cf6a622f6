import { z } from 'zod'
import { job } from '../platform/jobs.ts'

const id = z.uuid()

/** Something was done in a course: its certificate may be due. */
export const settleEnrolment = job('training.settle', z.object({ regionId: id, enrolmentId: id }))
/** A clinician reviewed a course: whoever waited for that may have their certificate. */
export const settleReviewed = job('training.settleReviewed', z.object({ regionId: id, course: z.string() }))
/** With every heartbeat: whose papers go on file, and who is told that one ends. */
export const keepRegionsPapers = job('training.keepPapers', z.object({ regionId: id }))
/** A certificate was issued: one mail to its holder. */
export const tellCertificate = job('training.tellCertificate', z.object({ regionId: id, certificateId: id }))
/** A coordinator said yes to an enrolment: one mail. */
export const tellApproved = job('training.tellApproved', z.object({ regionId: id, enrolmentId: id }))
/** A paper ends in so many days: one mail to whoever holds it. */
export const tellLapse = job(
  'training.tellLapse',
  z.object({ regionId: id, accountId: id, paper: z.string(), endsOn: z.iso.date(), days: z.number().int() }),
)
