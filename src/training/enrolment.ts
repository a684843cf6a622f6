import type { AccountId, AgencyId } from '../platform/ids.ts'

/** How somebody came into a course: by themselves, on a seat of their agency, with a code, from a coordinator's list. */
export const enrolmentHows = ['alone', 'seat', 'code', 'list'] as const
export type EnrolmentHow = (typeof enrolmentHows)[number]

/** By how much each lets somebody in. A list leaves whoever has a seat on their seat. */
const strength: Readonly<Record<EnrolmentHow, number>> = { alone: 0, code: 1, list: 2, seat: 3 }

/** Whether one way takes the place of another: nobody who asked alone is kept waiting once somebody names them. */
export function isStronger(how: EnrolmentHow, than: EnrolmentHow): boolean {
  return strength[how] > strength[than]
}

/** Of several ways the strongest; of two as strong the earlier one, as they are given in order. */
export function strongest<Way extends { readonly how: EnrolmentHow }>(ways: readonly Way[]): Way | undefined {
  return ways.find(({ how }) => !ways.some((other) => isStronger(other.how, how)))
}

/** `asked`: a coordinator has not said yes; `expired`: the last day to finish is over. */
export const enrolmentStates = ['asked', 'declined', 'open', 'left', 'expired', 'finished'] as const
export type EnrolmentState = (typeof enrolmentStates)[number]

/** One may enrol again once the earlier enrolment is over. */
export function stands(state: EnrolmentState): boolean {
  return state === 'asked' || state === 'open'
}

/** Whether what waits for an address leads its owner on: into a course they are not in, or past the yes that they wait for. */
export function leadsOn(
  waiting: EnrolmentHow,
  standing: Pick<Enrolment, 'state' | 'how'> | undefined,
): boolean {
  return standing === undefined || (standing.state === 'asked' && isStronger(waiting, standing.how))
}

/** Why nothing can be learned under an enrolment; null: go on. Somebody who has the certificate may read and practise on. */
export function whyNotLearn(state: EnrolmentState): 'not_approved' | 'enrolment_over' | null {
  if (state === 'asked' || state === 'declined') return 'not_approved'
  return state === 'left' || state === 'expired' ? 'enrolment_over' : null
}

export type Enrolment = {
  readonly id: string
  readonly accountId: AccountId
  /** As it should stand on a certificate. */
  readonly name: string
  readonly course: string
  readonly how: EnrolmentHow
  readonly agencyId: AgencyId | null
  readonly codeId: string | null
  readonly state: EnrolmentState
  readonly enrolledAt: Temporal.Instant
  /** The last day on which it may be finished. */
  readonly finishBy: Temporal.PlainDate
}

/** The first instant after the last day of an enrolment. */
export function timeRunsOut(finishBy: Temporal.PlainDate, timeZone: string): Temporal.Instant {
  return finishBy.add({ days: 1 }).toZonedDateTime(timeZone).toInstant()
}

/** How one gets into a course. */
export const entryModes = ['open', 'approval', 'closed'] as const
export type EntryMode = (typeof entryModes)[number]
