import { join } from 'node:path'
import { expect } from 'vitest'
import type { PlanState } from '../../src/activation/planState.ts'
import { loadActivationView } from '../../src/activation/view.server.ts'
import { loadDemoRegion, readDemoRegion } from '../../src/demonstration.server.ts'
import { grantRole } from '../../src/identity/index.server.ts'
import { noPhones, phonesInMemory } from '../../src/messaging/index.server.ts'
import type { PhoneMessage } from '../../src/messaging/index.ts'
import type { Role } from '../../src/platform/actor.ts'
import { openPool } from '../../src/platform/db.server.ts'
import { type AccountId, type MemberId, newId, type RegionId } from '../../src/platform/ids.ts'
import { drain } from '../../src/platform/worker.server.ts'
import { changePolicy } from '../../src/region/changePolicy.server.ts'
import { loadPolicy } from '../../src/region/index.server.ts'
import { handlers as rosterHandlers } from '../../src/roster/jobs.server.ts'
import { callOutHandlers, copyingMail } from './callOutJobs.ts'
import { openHarborCallOut } from './harborCallOut.ts'

type Changes = Parameters<typeof changePolicy>[3]

/** Harbor and a neighbour, with a worker that runs when it is told to, and who was told what by it. */
export async function openWhoHears() {
  const at = await openHarborCallOut()
  const { base, harbor } = at
  const demo = join(import.meta.dirname, '../../demo')
  const day = Temporal.PlainDate.from('2026-11-23')
  const other = await loadDemoRegion(base.db, demo, readDemoRegion(demo, 'montgomery'), day, true)
  const pool = openPool({ url: base.url('tailboard_worker'), role: null, max: 4 })
  const mail = copyingMail()
  const company = phonesInMemory()
  const texts = company.messages as PhoneMessage[]
  /** Where accounts are reached. */
  const addressOf = (id: AccountId) => `${id}@coordination.example`
  // Mail and text, so that whoever is told is told twice.
  await base.admin.query(
    `insert into messaging.reach (region_id, person_id, phone, phone_proven_at, by_mail, by_text)
     select region_id, id, '+1617555' || lpad((row_number() over (order by id))::text, 4, '0'), now(), true, true
       from roster.member`,
  )
  let now = Temporal.Instant.from('2060-01-12T20:00:00Z')

  const actor = (role: Role, regionId: RegionId, accountId = newId<AccountId>()) => ({
    ...{ kind: 'account' as const, accountId, regionId, roles: [role] },
  })
  return {
    ...at,
    other,
    addressOf,
    now: () => now,
    actor: (role: Role, regionId = harbor.regionId) => actor(role, regionId),
    /** Somebody with this role from now on. */
    async given(role: Role, regionId = harbor.regionId, accountId = newId<AccountId>()) {
      await base.db.write({ kind: 'system', regionId }, (tx) => grantRole(tx, accountId, role))
      return actor(role, regionId, accountId)
    },
    async change(paths: Partial<Record<Changes[number]['path'], number | string>>): Promise<void> {
      const who = actor('administrator', harbor.regionId)
      const { version } = await base.db.read(who, (reader) => loadPolicy(reader))
      const changes = Object.entries(paths).map(([path, value]) => ({ path, new: value })) as Changes
      expect(await changePolicy(base.db, who, version, changes)).toMatchObject({ ok: true })
    },
    /** Some weeks on, so that nobody is bound or tired; nothing waits, nobody was told anything. */
    async afresh(): Promise<void> {
      now = now.add({ hours: 24 * 40 })
      await base.setNow(now)
      await base.admin.query('delete from graphile_worker._private_jobs')
      this.forget()
    },
    /** So many minutes later the worker takes what is due. */
    async work(minutes = 0): Promise<void> {
      now = now.add({ minutes })
      await base.setNow(now)
      const deps = { phones: [company], receiptsUrl: () => '', callUrl: () => '' }
      const emailOf = async (id: AccountId) => addressOf(id)
      const all = [
        ...callOutHandlers(base.db, mail, at.deps.solve, deps, emailOf),
        ...rosterHandlers({
          db: base.db,
          ...noPhones,
          mail,
          emailOf,
          teamUrl: new URL('http://team.localhost'),
        }),
      ]
      for (let turn = 0; turn < 3; turn++) {
        await base.admin.query(
          `update graphile_worker._private_jobs set run_at = now() - interval '1 s' where run_at <= $1`,
          [`${now}`],
        )
        await drain(pool, all)
      }
    },
    /** Where messages of this kind went since the last `forget`, each way by itself. */
    told(kind: string): string[] {
      const all = [...mail.copies.map(({ messageId, to }) => ({ key: messageId, to })), ...texts]
      return all.filter(({ key }) => key.startsWith(`${kind}.`)).map(({ to }) => to)
    },
    count: () => mail.copies.length + texts.length,
    forget() {
      mail.copies.length = 0
      texts.length = 0
    },
    async addresses(members: readonly MemberId[]): Promise<ReadonlySet<string>> {
      const { rows } = await base.admin.query<{ email: string; phone: string }>(
        `select m.email, r.phone from roster.member m join messaging.reach r on r.person_id = m.id
          where m.id = any($1)`,
        [members],
      )
      return new Set(rows.flatMap((row) => [row.email, row.phone]))
    },
    /** Everybody who is not to be asked as an approved plan stands, and who might be next. */
    async standings(plan: PlanState): Promise<{ readonly out: MemberId[]; readonly next: MemberId[] }> {
      const view = (await base.db.read(at.rae, (reader) => loadActivationView(reader, plan.activationId)))!
      const reasons = view.notChosen.get(plan.id)!
      const mayBe = ['others_fit_better', 'agency_at_limit']
      const idsOf = (asked: boolean) =>
        reasons.filter((one) => mayBe.includes(one.reason) === asked).map((one) => one.memberId)
      return { out: idsOf(false), next: idsOf(true) }
    },
    async keptOut(plan: PlanState): Promise<MemberId[]> {
      return (await this.standings(plan)).out
    },
    /** Whoever belongs to the agency it happened to, as the roster says, whatever the rules make of it. */
    async affected(plan: PlanState): Promise<MemberId[]> {
      const { rows } = await base.admin.query<{ id: MemberId }>(
        'select id from roster.member where agency_id = $1',
        [plan.agencyId],
      )
      return rows.map((row) => row.id)
    },
    async stop() {
      await pool.end()
      await at.stop()
    },
  }
}
