import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Actor, roles } from '../platform/actor.ts'
import { commit } from './commitment.server.ts'
import { hardest, inGroup } from './commitment.ts'
import { deleteOldLoads, deleteOwnLoad, loadLoadNow, loadOwnNotes, noteOwnLoad } from './ownLoad.server.ts'
import { openRoster, type Roster } from './roster.testing.ts'

const now = Temporal.Instant.from('2027-03-01T20:00:00Z')

describe('how heavy it was', () => {
  let at: Roster
  let kit: Actor
  beforeAll(async () => {
    at = await openRoster(now)
  })
  afterAll(() => at.base.drop())
  beforeEach(async () => {
    await at.base.setNow(now)
    await at.base.admin.query('delete from roster.own_load')
    kit = at.actor('peer')
  })
  const notes = async (who: Actor = kit) =>
    (await at.base.db.read(who, loadOwnNotes)).map((one) => [one.on.toString(), one.heaviness])
  const kept = async () =>
    (await at.base.admin.query('select count(*)::int as rows from roster.own_load')).rows[0].rows

  it('is a day and a number, and the last tap of a day stands', async () => {
    await noteOwnLoad(at.base.db, kit, 4)
    await noteOwnLoad(at.base.db, kit, 2)
    await at.base.setNow(now.add({ hours: 24 }))
    await noteOwnLoad(at.base.db, kit, 5)
    expect(await notes()).toEqual([
      ['2027-03-01', 2],
      ['2027-03-02', 5],
    ])
    const { rows } = await at.base.admin.query(
      `select column_name from information_schema.columns
        where table_schema = 'roster' and table_name = 'own_load' order by column_name`,
    )
    expect(rows.map((row) => row.column_name)).toEqual(['account_id', 'heaviness', 'noted_on', 'region_id'])
  })

  it('is read by whoever noted it and by nobody else, whatever their role or query', async () => {
    await noteOwnLoad(at.base.db, kit, 4)
    const everything = (who: Actor) =>
      at.base.db.read(
        who,
        async (reader) => (await sql`select * from roster.own_load`.execute(reader.tables())).rows,
      )
    expect(await everything(kit)).toHaveLength(1)
    const others: Actor[] = [
      ...roles.map((role) => at.actor(role)),
      { ...at.rae, roles: [...roles] },
      { ...kit, regionId: at.there.regionId } as Actor,
      { kind: 'system', regionId: at.here.regionId },
      { kind: 'member', memberId: await at.member(), regionId: at.here.regionId },
    ]
    for (const other of others) expect(await everything(other)).toEqual([])
    // Nor can anybody write it for them, change it or take it away.
    const { accountId } = kit as Extract<Actor, { kind: 'account' }>
    const as = (who: Actor, statement: ReturnType<typeof sql>) =>
      at.base.db.write(who, (tx) => statement.execute(tx.tables()))
    await expect(
      as(
        at.rae,
        sql`insert into roster.own_load values (${at.here.regionId}, ${accountId}, '2027-02-01', 1)`,
      ),
    ).rejects.toThrow(/row-level security/)
    await as(at.rae, sql`update roster.own_load set heaviness = 1`)
    await as(at.rae, sql`delete from roster.own_load`)
    await deleteOwnLoad(at.base.db, at.rae, null)
    expect(await notes()).toEqual([['2027-03-01', 4]])
  })

  it('is deleted by them any time, one day or all', async () => {
    for (const days of [0, 1, 2]) {
      await at.base.setNow(now.add({ hours: 24 * days }))
      await noteOwnLoad(at.base.db, kit, 3)
    }
    const other = at.actor('peer')
    await noteOwnLoad(at.base.db, other, 1)
    await deleteOwnLoad(at.base.db, kit, Temporal.PlainDate.from('2027-03-02'))
    expect(await notes()).toHaveLength(2)
    await deleteOwnLoad(at.base.db, kit, null)
    expect(await notes()).toEqual([])
    expect(await notes(other)).toHaveLength(1)
  })

  it('is gone after ninety days, by a job that knows nobody', async () => {
    await noteOwnLoad(at.base.db, kit, 3)
    const jobs = await at.base.admin.query(
      `select j.payload::text as payload, j.run_at from graphile_worker._private_jobs j
         join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'roster.deleteOldLoad' order by j.run_at`,
    )
    expect(JSON.parse(jobs.rows[0].payload)).toEqual({ regionId: at.here.regionId })
    const due: Temporal.Instant = jobs.rows[0].run_at
    expect(due.since(now).total('hours')).toBeLessThan(24 * 90)
    await at.base.setNow(due.subtract({ seconds: 1 }))
    await deleteOldLoads(at.base.db, at.here.regionId)
    expect(await kept()).toBe(1)
    await at.base.setNow(due)
    expect(await notes()).toEqual([])
    await deleteOldLoads(at.base.db, at.there.regionId)
    expect(await kept()).toBe(1)
    await deleteOldLoads(at.base.db, at.here.regionId)
    expect(await kept()).toBe(0)
  })

  it('stands beside what policy counts: sessions, rest, off call', async () => {
    const memberId = await at.member()
    const held = (hours: number, weight: number) => {
      const endsAt = now.subtract({ hours })
      const span = { startsAt: endsAt.subtract({ hours: 2 }), endsAt }
      return at.base.db.write({ kind: 'system', regionId: at.here.regionId }, (tx) =>
        commit(tx, memberId, span, 'intervention', weight),
      )
    }
    await held(24 * 40, inGroup)
    await held(24 * 9, inGroup)
    await held(5, hardest)
    const load = await at.base.db.read(kit, (reader) => loadLoadNow(reader, memberId))
    expect(load).toEqual({
      sessions: 2,
      limit: 3,
      restUntil: now.add({ hours: 43 }),
      offSince: now.subtract({ hours: 5 }),
      justWas: true,
    })
  })
})
