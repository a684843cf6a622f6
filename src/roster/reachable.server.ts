import { sql } from 'kysely'
import { memberAccounts } from '../identity/index.server.ts'
import { loadReach, loadSent, type Sent } from '../messaging/index.server.ts'
import type { Channel } from '../messaging/index.ts'
import type { Reader } from '../platform/db.server.ts'
import { loadRegion } from '../region/index.server.ts'
import { drillKey, isDrilled } from './drill.ts'
import type { Member } from './member.ts'
import { loadMembers } from './members.server.ts'
import { isUnreachable } from './reachable.ts'
import { loadStandings } from './standings.server.ts'
import type { RosterTables } from './tables.server.ts'

type Silent = {
  readonly id: string
  readonly person: string
  readonly channel: Channel
  readonly over: boolean
  readonly beganAt: Temporal.Instant
  readonly heardAt: Temporal.Instant | null
  readonly addressChangedAt: Temporal.Instant | null
}

/** Members and accounts nobody reaches now, by `isUnreachable`; never counted as cover, and still asked in a call-out. */
export async function loadUnreachable(reader: Reader): Promise<ReadonlySet<string>> {
  const lines = await silentLines(reader)
  const sent = await loadSent(
    reader,
    lines.map((line) => drillKey(line.id)),
  )
  const byPerson = Map.groupBy(lines, (line) => line.person)
  const reach = await loadReach(reader, [...byPerson.keys()])
  const found = new Set<string>()
  for (const [person, mine] of byPerson) {
    const phoneProven = reach.get(person)?.phoneProven ?? false
    if (isUnreachable({ ...factsOf(mine, sent), phoneProven })) found.add(person)
  }
  if (found.size > 0)
    for (const [account, member] of await memberAccounts(reader)) if (found.has(member)) found.add(account)
  return found
}

/** Members on the team today whom nobody reaches, by name. */
export async function unreachedMembers(reader: Reader): Promise<Member[]> {
  const unreachable = await loadUnreachable(reader)
  if (unreachable.size === 0) return []
  const { timeZone } = await loadRegion(reader)
  const today = reader.now.toZonedDateTimeISO(timeZone).toPlainDate()
  const standings = await loadStandings(reader, timeZone, today)
  return (await loadMembers(reader)).filter(
    (member) => unreachable.has(member.id) && isDrilled(standings.get(member.id)!, today),
  )
}

/** Of the last drill that is over, and of one that runs: lines of those who were not heard from since it began. */
async function silentLines(reader: Reader): Promise<readonly Silent[]> {
  const region = reader.regionId
  const { rows } = await sql<Silent>`
    with drill as (
      (select id, began_at, true as over from roster.drill
        where region_id = ${region} and due_at <= ${reader.now} order by began_at desc limit 1)
      union all
      select id, began_at, false from roster.drill where region_id = ${region} and due_at > ${reader.now})
    select l.id, coalesce(l.member_id, l.account_id) as person, l.channel, d.over, d.began_at as "beganAt",
           h.heard_at as "heardAt",
           (select max(changed_at) from roster.contact_change c
             where c.region_id = ${region} and c.member_id = l.member_id and c.kind = 'mail') as "addressChangedAt"
      from drill d
      join roster.drill_line l on l.region_id = ${region} and l.drill_id = d.id
      left join roster.heard_from h
        on h.region_id = ${region} and h.person_id = coalesce(l.member_id, l.account_id)
     where (h.heard_at is null or h.heard_at < d.began_at)
       and (d.over or l.channel = 'mail')`.execute(reader.tables<RosterTables>())
  return rows
}

function factsOf(mine: readonly Silent[], sent: ReadonlyMap<string, Sent>) {
  const wentOut = (line: Silent) => {
    const outcome = sent.get(drillKey(line.id))?.outcome ?? null
    return outcome !== null && outcome !== 'unreachable'
  }
  const mails = mine
    .filter((line) => line.channel === 'mail')
    .flatMap((line) => sent.get(drillKey(line.id)) ?? [])
  const last = mails.sort((one, other) => Temporal.Instant.compare(one.startedAt, other.startedAt)).at(-1)
  return {
    // While our own mail or phone company was down nothing was asked, and nobody is to blame for silence.
    askedAt: mine.find((line) => line.over && wentOut(line))?.beganAt ?? null,
    heardAt: mine[0]!.heardAt,
    mailRefusedAt: last?.outcome === 'refused' ? last.startedAt : null,
    addressChangedAt: mine[0]!.addressChangedAt,
  }
}
