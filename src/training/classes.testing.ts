import { freshDatabase } from '../../test/harness/database.ts'
import { grantRole } from '../identity/index.server.ts'
import type { Actor, Role } from '../platform/actor.ts'
import { type AccountId, newId, type RegionId } from '../platform/ids.ts'
import { doneWith } from '../platform/outcome.testing.ts'
import { addRegion } from '../region/index.server.ts'
import type { Span } from './class.ts'
import { planClass } from './classes.server.ts'
import { joinClass } from './classPlaces.server.ts'
import { loadClass } from './classStore.server.ts'
import { tinyLibrary } from './course.testing.ts'
import type { TrainingTables } from './tables.server.ts'

type Account = Extract<Actor, { kind: 'account' }>
export type Learner = Account & { readonly enrolmentId: string }

/** A region with a coordinator and two instructors, and hands to enrol people and plan classes of the tiny course. */
export async function openClasses(now: Temporal.Instant) {
  const base = await freshDatabase()
  await base.setNow(now)
  const { db } = base
  const regionId = await addRegion(db, {
    ...{ slug: 'here', name: 'here', state: 'MA', timeZone: 'America/New_York', teamPhone: '617-555-0100' },
  })
  const system = { kind: 'system', regionId } as const
  const account = async (role: Role): Promise<Account> => {
    const accountId = newId<AccountId>()
    await db.write(system, (tx) => grantRole(tx, accountId, role))
    return { kind: 'account', accountId, regionId, roles: [role] }
  }
  let people = 0
  const [rae, ira, ivo] = [
    await account('duty_coordinator'),
    await account('instructor'),
    await account('instructor'),
  ]
  const deps = { db, library: tinyLibrary }
  const span = (day: string, from = '09:00', hours = 3): Span => {
    const startsAt = Temporal.ZonedDateTime.from(`${day}T${from}[America/New_York]`).toInstant()
    return { startsAt, endsAt: startsAt.add({ hours }) }
  }
  return {
    ...{ base, db, deps, regionId, system, rae, ira, ivo, account, span },
    async learner(more: Partial<Enrolled> = {}): Promise<Learner> {
      const actor = more.actor ?? (await account('learner'))
      return { ...actor, enrolmentId: await enrol(base, regionId, actor.accountId, `Kit ${++people}`, more) }
    },
    async planned(seats: number, meetings: readonly Span[], instructor: Account = ira): Promise<string> {
      const { accountId } = instructor
      const given = { id: newId<string>(), course: 'tiny', place: 'Station 4', seats, meetings }
      return doneWith(await planClass(deps, instructor, { ...given, instructor: accountId })).id
    },
    join: (who: Learner, id: string) => joinClass(db, who, id, who.enrolmentId),
    load: async (id: string) => (await db.read(system, (reader) => loadClass(reader, id)))!,
    /** The jobs of a kind that wait, by whom they concern. */
    async told(name: string): Promise<AccountId[]> {
      const { rows } = await base.admin.query(
        `select j.payload ->> 'accountId' as id from graphile_worker._private_jobs j
           join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1 order by j.id`,
        [name],
      )
      return rows.map((row) => row.id)
    },
    /** What the trail says of an act, oldest first. */
    async trail(act: string): Promise<{ subject: string; detail: object }[]> {
      const { rows } = await base.admin.query(
        'select subject_id as subject, detail from audit.entry where act = $1 order by number',
        [act],
      )
      return rows
    },
  }
}

type Enrolled = {
  readonly actor: Account
  readonly course: string
  readonly needsApproval: boolean
  readonly verdict: 'approved' | 'declined'
  readonly ended: 'left' | 'finished'
  readonly finishBy: string
}

/** Somebody's enrolment, as another part of this module makes it. */
export async function enrol(
  { db }: Pick<Awaited<ReturnType<typeof freshDatabase>>, 'db'>,
  regionId: RegionId,
  accountId: AccountId,
  name: string,
  more: Partial<Enrolled> = {},
): Promise<string> {
  const id = newId<string>()
  await db.write({ kind: 'system', regionId }, async (tx) => {
    const tables = tx.tables<TrainingTables>()
    const of = { region_id: regionId, enrolment_id: id }
    await tables
      .insertInto('training.learner')
      .values({ region_id: regionId, account_id: accountId, name })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await tables
      .insertInto('training.enrolment')
      .values({
        ...{ region_id: regionId, id, account_id: accountId, course: more.course ?? 'tiny', how: 'alone' },
        ...{ agency_id: null, code_id: null, needs_approval: more.needsApproval ?? false },
        finish_by: Temporal.PlainDate.from(more.finishBy ?? '2099-01-01'),
      })
      .execute()
    if (more.verdict !== undefined)
      await tables
        .insertInto('training.decision')
        .values({ ...of, verdict: more.verdict, decided_by: null })
        .execute()
    if (more.ended !== undefined)
      await tables
        .insertInto('training.enrolment_end')
        .values({ ...of, why: more.ended })
        .execute()
  })
  return id
}
