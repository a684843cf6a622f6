import { z } from 'zod'
import { job } from '../platform/jobs.ts'

const id = z.uuid()

/** Something was done in a course: its certificate may be due. */
export const settleEnrolment = job('training.settle', z.object({ regionId: id, enrolmentId: id }))
