import { loadReach, loadSent } from '../messaging/index.server.ts'
import type { Channel, Reach } from '../messaging/index.ts'
import type { Reader } from '../platform/db.server.ts'
import type { MemberId } from '../platform/ids.ts'
import { loadRegion } from '../region/index.server.ts'
import { drillKey } from './drill.ts'
import { nextDrill } from './drillSchedule.server.ts'
import { countDrills, type Drill, loadDrillLines, loadDrills } from './drillStore.server.ts'
import { type DrillRow, type DrillsView, type DrillWay, lineState } from './drillView.ts'
import { may } from './may.ts'
import { loadMembers } from './members.server.ts'

/** The drills, and the results of one; the newest where none is named, null where that one is not to be found. */
export async function loadDrillsView(reader: Reader, id: string | null): Promise<DrillsView | null> {
  const drills = await loadDrills(reader)
  const counts = await countDrills(reader)
  const summary = (one: Drill) => ({
    id: one.id,
    beganAt: one.beganAt,
    dueAt: one.dueAt,
    byHand: one.beganBy !== null,
    ...(counts.get(one.id) ?? { asked: 0, reached: 0 }),
  })
  const shown = id === null ? drills[0] : drills.find((one) => one.id === id)
  if (id !== null && shown === undefined) return null
  return {
    region: await loadRegion(reader),
    now: reader.now,
    drills: drills.map(summary),
    shown: shown === undefined ? null : summary(shown),
    rows: shown === undefined ? [] : await rowsOf(reader, shown),
    nextAt: (await nextDrill(reader))?.at ?? null,
    mayBegin:
      may(reader.actor, 'begin_drill', null) &&
      !drills.some((one) => Temporal.Instant.compare(reader.now, one.dueAt) < 0),
  }
}

/** Coordinators who are no members still without their names. */
async function rowsOf(reader: Reader, drill: Drill): Promise<DrillRow[]> {
  const lines = await loadDrillLines(reader, { drillId: drill.id })
  const sent = await loadSent(
    reader,
    lines.map((line) => drillKey(line.id)),
  )
  const nameOf = new Map((await loadMembers(reader)).map((one) => [one.id, one.name]))
  const reach = await loadReach(reader)
  const over = Temporal.Instant.compare(reader.now, drill.dueAt) >= 0
  return [...Map.groupBy(lines, (line) => line.whom.id)].map(([person, mine]) => {
    const ways = new Map<Channel, DrillWay>(textStopped(reach.get(person)))
    for (const line of mine) {
      const wire = sent.get(drillKey(line.id))
      ways.set(line.channel, {
        state: lineState(line, wire, over),
        at: line.answeredAt ?? wire?.startedAt ?? null,
      })
    }
    const memberId = mine[0]!.whom.kind === 'member' ? (person as MemberId) : null
    return {
      person,
      name: memberId === null ? '' : (nameOf.get(memberId) ?? '–'),
      memberId,
      ways,
      reached: mine.some((line) => line.answeredAt !== null),
    }
  })
}

/** They wanted texts, and the number wants none: nothing was sent that way, and it is said why. */
function textStopped(reach: Reach | undefined): [Channel, DrillWay][] {
  return reach?.byText && reach.stopped ? [['text', { state: 'stopped', at: null }]] : []
}
