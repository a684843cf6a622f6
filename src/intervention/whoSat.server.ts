import type { PlanState } from '../activation/index.ts'
import type { Reader } from '../platform/db.server.ts'
import type { MemberId } from '../platform/ids.ts'
import { loadRegion } from '../region/index.server.ts'
import { loadFiles } from '../roster/index.server.ts'
import { couldBeGiven, type FollowUp } from './followUp.ts'

/** Whether somebody is on the team no more: every selection of theirs was ended. */
export async function hasLeft(reader: Reader, id: MemberId): Promise<boolean> {
  return (await whoLeft(reader, id)).has(id)
}

export async function whoLeft(reader: Reader, only?: MemberId): Promise<ReadonlySet<MemberId>> {
  const { timeZone } = await loadRegion(reader)
  const today = reader.now.toZonedDateTimeISO(timeZone).toPlainDate()
  const ended = (day: Temporal.PlainDate | null) =>
    day !== null && Temporal.PlainDate.compare(day, today) <= 0
  const files = await loadFiles(reader, timeZone, only)
  return new Set(
    [...files]
      .filter(
        ([, { selections }]) => selections.length > 0 && selections.every((one) => ended(one.deselectedOn)),
      )
      .map(([id]) => id),
  )
}

export async function couldSeeTo(
  reader: Reader,
  plan: PlanState,
  followUp: Pick<FollowUp, 'aboutId'>,
): Promise<MemberId[]> {
  return couldBeGiven(plan, followUp, await whoLeft(reader))
}
