import { z } from 'zod'

/** Coded answers only: nothing here can hold a name, a symptom or a sentence. */
export const heldCodes = ['as_planned', 'changed', 'not_held'] as const
export const participantBands = ['none', 'under_5', '5_to_10', '11_to_20', 'over_20'] as const
export const durationBands = ['none', 'under_30', '30_to_60', '60_to_120', 'over_120'] as const

export const closeOutSchema = z.object({
  held: z.enum(heldCodes),
  participants: z.enum(participantBands),
  duration: z.enum(durationBands),
  followUpOffered: z.enum(['yes', 'no']),
})

export type CloseOut = z.infer<typeof closeOutSchema>

const smallest = 5

/** Groups below five close without counts: in a small crew even a band points at somebody. */
export function guarded(closeOut: CloseOut, groupSize: number): CloseOut {
  if (groupSize >= smallest || closeOut.held === 'not_held') return closeOut
  return { ...closeOut, participants: 'under_5' }
}

/** A session that was not held had nobody in it and took no time. */
export function contradicts(closeOut: CloseOut): 'participants' | 'duration' | null {
  const notHeld = closeOut.held === 'not_held'
  if (notHeld !== (closeOut.participants === 'none')) return 'participants'
  if (notHeld !== (closeOut.duration === 'none')) return 'duration'
  return null
}

const atLeast: Record<CloseOut['duration'], number> = {
  none: 0,
  under_30: 0,
  '30_to_60': 30,
  '60_to_120': 60,
  over_120: 120,
}

/** Whether it is said to have lasted longer than it can have. */
export function longerThanSince(
  duration: CloseOut['duration'],
  startsAt: Temporal.Instant,
  now: Temporal.Instant,
): boolean {
  return now.since(startsAt).total('minutes') < atLeast[duration]
}

/** Whether a group is so small that nobody is asked how many came. */
export function withoutCounts({ count }: { readonly count: number | null }): boolean {
  return count === null || count < smallest
}
