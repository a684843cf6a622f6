import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { copyingMail, testSecrets } from '../../test/harness/callOutJobs.ts'
import { type HarborCallOut, openHarborCallOut, yes } from '../../test/harness/harborCallOut.ts'
import { moveSession, withdraw } from '../activation/index.server.ts'
import type { PlanState } from '../activation/index.ts'
import { grantRole } from '../identity/index.server.ts'
import { noPhones } from '../messaging/index.server.ts'
import { openPool } from '../platform/db.server.ts'
import type { AccountId } from '../platform/ids.ts'
import { drain } from '../platform/worker.server.ts'
import { writeBriefing } from './briefing.server.ts'
import type { Briefing } from './briefing.ts'
import { handlers } from './jobs.server.ts'

const start = Temporal.Instant.from('2060-06-05T14:00:00Z')
const briefing: Briefing = {
  meetingPoint: 'Side door, Mill Street',
  parking: '',
  dress: 'plain',
  weapons: 'none',
}

describe('messages about a briefing', () => {
  let at: HarborCallOut
  let pool: pg.Pool
  let plan: PlanState
  let days = 0
  const mail = copyingMail()
  const addresses = new Map<AccountId, string>()
  beforeAll(async () => {
    at = await openHarborCallOut()
    pool = openPool({ url: at.base.url('tailboard_worker'), role: null, max: 6 })
    for (const [who, email] of [
      [at.rae, 'rae@coordination.example'],
      [at.coordinator(), 'uma@coordination.example'],
    ] as const) {
      addresses.set(who.accountId, email)
      await at.base.db.write(at.system, (tx) => grantRole(tx, who.accountId, 'duty_coordinator'))
    }
  })
  afterAll(async () => {
    await pool.end()
    await at.stop()
  })
  beforeEach(async () => {
    plan = await at.calledOut(start.add({ hours: 240 * days++ }))
    mail.copies.length = 0
  })

  const seat = async (kind: 'lead' | 'peer') => {
    const now = await at.load(plan)
    const offer = now.offers.find((one) => one.kind === kind && one.answer === null)!
    expect(await at.answer(offer, yes)).toMatchObject({ ok: true })
    return offer
  }
  const write = (seen = 0, who = at.rae) => writeBriefing(at.base.db, who, plan.id, briefing, seen)
  /** Runs what is due by then. */
  const jobs = async (now: Temporal.Instant) => {
    await at.base.setNow(now)
    await at.base.admin.query(
      `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
        where t.id = j.task_id and t.identifier not like 'intervention.%'
          and t.identifier <> 'activation.sessionNears'`,
    )
    const emailOf = async (id: AccountId) => addresses.get(id) ?? null
    const teamUrl = new URL('http://team.localhost')
    const deps = { db: at.base.db, mail, ...noPhones, secrets: testSecrets, teamUrl, emailOf }
    for (let due = 1; due > 0; ) {
      const woken = await at.base.admin.query(
        `update graphile_worker._private_jobs set run_at = now() - interval '1 s' where run_at <= $1`,
        [now.toString()],
      )
      due = woken.rowCount!
      await drain(pool, handlers(deps))
    }
  }
  const told = () => mail.copies.map((one) => one.subject.replace(/\d\d:\d\d \w+/, 'HH:MM')).sort()

  it('everybody on the team hears of a change, with their own link, and nobody else', async () => {
    const lead = await seat('lead')
    const peer = await seat('peer')
    const now = plan.approval!.at
    expect(await write()).toMatchObject({ ok: true })
    await jobs(now)
    expect(told()).toEqual(Array(2).fill('Tailboard: the briefing for your session is there'))
    mail.copies.length = 0
    expect(await write(1)).toMatchObject({ ok: true })
    await jobs(now)
    await jobs(now.add({ minutes: 1 }))
    expect(told()).toEqual(Array(2).fill('Tailboard: the briefing for your session changed'))
    expect(mail.copies.map((one) => one.messageId.split('.')[1]).sort()).toEqual([lead.id, peer.id].sort())
    for (const { subject, text } of mail.copies) {
      expect(`${subject} ${text}`).not.toMatch(/Mill Street|Larkfield|defusing|crew/i)
      expect(text).toContain('http://team.localhost/offers/')
    }
    // Written twice before anything went out: only the last one is told. Whoever stepped back hears nothing.
    mail.copies.length = 0
    expect(await withdraw(at.base.db, at.member(peer), peer.id)).toMatchObject({ ok: true })
    await write(2)
    await write(3)
    await jobs(now.add({ minutes: 2 }))
    expect(mail.copies.map((one) => one.messageId)).toEqual([`briefing.${lead.id}.changed.4@tailboard`])
  })

  it('an hour before, the lead hears when to brief and the team when it is briefed, once each', async () => {
    await seat('lead')
    await seat('peer')
    await write()
    const { startsAt } = plan.approval!
    await jobs(startsAt.subtract({ minutes: 61 }))
    mail.copies.length = 0
    await jobs(startsAt.subtract({ minutes: 60 }))
    expect(told()).toEqual([
      'Tailboard: brief your team at HH:MM',
      'Tailboard: your team is briefed at HH:MM',
    ])
    expect(mail.copies[0]!.subject).toMatch(/at 11:30 EDT$/)
    await jobs(startsAt.subtract({ minutes: 45 }))
    await jobs(startsAt.subtract({ minutes: 10 }))
    expect(told()).toHaveLength(2)
  })

  it('whoever came onto the team after that hears it a quarter of an hour later', async () => {
    await seat('lead')
    await write()
    const { startsAt } = plan.approval!
    await jobs(startsAt.subtract({ minutes: 60 }))
    mail.copies.length = 0
    await seat('peer')
    await jobs(startsAt.subtract({ minutes: 45 }))
    expect(told()).toEqual(['Tailboard: your team is briefed at HH:MM'])
  })

  it('nobody hears of a briefing whose moment has passed', async () => {
    await seat('lead')
    await seat('peer')
    await write()
    const { startsAt, place, at: now } = plan.approval!
    const soon = { startsAt: now.add({ minutes: 22 }), place, reason: 'shift' as const, late: true }
    expect(Temporal.Instant.compare(soon.startsAt, startsAt)).toBe(-1)
    expect(await moveSession(at.base.db, at.rae, plan.id, soon, 0)).toMatchObject({ ok: true })
    await jobs(now.add({ minutes: 1 }))
    expect(told().filter((one) => one.includes('HH:MM'))).toEqual([])
  })

  it('a session that moved is announced at its own time', async () => {
    await seat('lead')
    await write()
    const { startsAt, place } = plan.approval!
    const move = { startsAt: startsAt.add({ hours: 2 }), place, reason: 'shift' as const }
    expect(await moveSession(at.base.db, at.rae, plan.id, move, 0)).toMatchObject({ ok: true })
    await jobs(startsAt.subtract({ minutes: 60 }))
    mail.copies.length = 0
    await jobs(startsAt)
    expect(told()).toEqual([])
    await jobs(startsAt.add({ minutes: 60 }))
    expect(told()).toEqual(['Tailboard: brief your team at HH:MM'])
  })

  it('a briefing nobody wrote is told to the coordinator who has it in hand, or to all', async () => {
    const { startsAt, endsAt } = plan.approval!
    await jobs(startsAt.subtract({ minutes: 60 }))
    await jobs(startsAt.subtract({ minutes: 45 }))
    expect(mail.copies.map((one) => [one.to, one.subject])).toEqual([
      ['rae@coordination.example', 'Tailboard: a briefing is still missing'],
    ])
    expect(mail.copies[0]!.text).toContain(`/plans/${plan.id}/briefing`)

    plan = await at.calledOut(endsAt.add({ hours: 240 * days++ }))
    await at.base.admin.query('update activation.taking set handed_on_at = now() where handed_on_at is null')
    mail.copies.length = 0
    await jobs(plan.approval!.startsAt.subtract({ minutes: 60 }))
    expect(mail.copies.map((one) => one.to).sort()).toEqual([...addresses.values()].sort())
  })
})
