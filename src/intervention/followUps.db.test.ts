import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../platform/actor.ts'
import { newId } from '../platform/ids.ts'
import { closeOut } from './actions.server.ts'
import { enterFollowUp, followUpDone, loadFollowUps, moveFollowUp } from './followUps.server.ts'
import { type AfterSessions, held, openAfterSessions } from './followUps.testing.ts'

describe('after a session', () => {
  let after: AfterSessions
  let at: AfterSessions['at']
  let mail: AfterSessions['mail']
  beforeAll(async () => {
    after = await openAfterSessions()
    ;({ at, mail } = after)
  })
  afterAll(() => after.stop())
  const closed: AfterSessions['closed'] = (how) => after.closed(how)
  const of: AfterSessions['of'] = (plan) => after.of(plan)
  const jobs: AfterSessions['jobs'] = (now) => after.jobs(now)
  const leadOf: AfterSessions['leadOf'] = (plan) => after.leadOf(plan)

  it('what follows is laid down with the close-out, owned by whoever led, with a check of each of the team', async () => {
    const plan = await closed()
    const rows = await of(plan)
    expect(rows.map((row) => row.kind).sort()).toEqual([
      'anniversary',
      'first',
      'member_check',
      'member_check',
      'month',
      'team_debrief',
      'week',
    ])
    for (const row of rows) expect(row.ownerId).toBe(row.kind === 'member_check' ? null : leadOf(plan))
    const team = plan.seats.map((seat) => seat.taken!.memberId).sort()
    expect(rows.flatMap((row) => row.aboutId ?? []).sort()).toEqual(team)
    // Due dates and ticks: there is no column in which a word about anybody could stand.
    const { rows: columns } = await at.base.admin.query(
      `select data_type from information_schema.columns
        where table_schema = 'intervention' and table_name like 'follow_up%' and data_type = 'text'`,
    )
    expect(columns).toHaveLength(2)
  })

  it('nothing follows what was not held, and nothing is laid down when the close-out is refused', async () => {
    const plan = await closed({
      held: 'not_held',
      participants: 'none',
      duration: 'none',
      followUpOffered: 'no',
    })
    expect(await of(plan)).toEqual([])
    expect(await closeOut(at.base.db, at.rae, plan.id, held)).toMatchObject({ code: 'closed_already' })
    expect(await of(plan)).toEqual([])
  })

  it('the owner hears of it once, on its day, and not of what was ticked or put off', async () => {
    const plan = await closed()
    const lead = leadOf(plan)
    const rows = await of(plan)
    const [week, month] = ['week', 'month'].map((kind) => rows.find((row) => row.kind === kind)!)
    mail.copies.length = 0
    await jobs(week!.dueAt.subtract({ minutes: 1 }))
    const before = mail.copies.length
    await jobs(week!.dueAt)
    await jobs(week!.dueAt.add({ hours: 1 }))
    expect(mail.copies.slice(before).filter((one) => one.messageId.includes(week!.id))).toHaveLength(1)
    expect(mail.copies.at(-1)).toMatchObject({ subject: 'Tailboard: something is due today' })
    expect(mail.copies.at(-1)!.text).not.toMatch(/Larkfield|crew|defusing/i)

    expect(await followUpDone(at.base.db, at.rae, lead, week!.id)).toMatchObject({ ok: true })
    expect(await followUpDone(at.base.db, at.rae, lead, week!.id)).toMatchObject({ code: 'done_already' })
    const later = month!.dueAt.toZonedDateTimeISO('America/New_York').toPlainDate().add({ days: 5 })
    const past = later.subtract({ days: 60 })
    const move = (to: Temporal.PlainDate) =>
      moveFollowUp(at.base.db, at.rae, lead, month!.id, to, month!.dueAt.toString())
    expect(await move(past)).toMatchObject({ code: 'day_past' })
    expect(await move(later)).toMatchObject({ ok: true })
    mail.copies.length = 0
    const ofMonth = () => mail.copies.filter((one) => one.messageId.startsWith(`follow-up.${month!.id}.`))
    await jobs(month!.dueAt)
    expect(ofMonth()).toEqual([])
    await jobs(month!.dueAt.add({ hours: 24 * 6 }))
    expect(ofMonth()).toHaveLength(1)
    const { rows: steps } = await at.base.admin.query(
      'select what from intervention.follow_up_step s where s.follow_up_id = any($1) order by stepped_at',
      [[week!.id, month!.id]],
    )
    expect(steps.map((one) => one.what)).toEqual(['done', 'moved'])
  })

  it('is nobody else’s: another member, another region, a peer who coordinates nothing', async () => {
    const plan = await closed()
    const [row] = await of(plan)
    const peer: Actor = { ...at.rae, roles: ['peer'] }
    const other = plan.seats.find((seat) => seat.kind === 'peer')!.taken!.memberId
    // Whoever sat there may have had it until a moment ago, and is told; a stranger learns nothing.
    expect(await followUpDone(at.base.db, peer, other, row!.id)).toMatchObject({
      code: 'given_on',
      kind: 'conflict',
    })
    const stranger = plan.offers.find((offer) => ![other, leadOf(plan)].includes(offer.memberId))!.memberId
    for (const tried of [
      await followUpDone(at.base.db, peer, stranger, row!.id),
      await followUpDone(at.base.db, peer, null, row!.id),
      await followUpDone(at.base.db, { ...at.rae, regionId: newId() }, null, row!.id),
      await moveFollowUp(at.base.db, peer, stranger, row!.id, Temporal.PlainDate.from('2061-01-01'), ''),
    ])
      expect(tried).toMatchObject({ code: 'unknown_follow_up', kind: 'missing' })
    expect(await followUpDone(at.base.db, peer, leadOf(plan), row!.id)).toMatchObject({ ok: true })
  })

  it('takes the day of a trial, once, and none that has passed', async () => {
    const plan = await closed()
    const day = Temporal.PlainDate.from('2062-05-01')
    const enter = (kind: 'trial' | 'inquest', on: Temporal.PlainDate) =>
      enterFollowUp(at.base.db, at.rae, plan.id, kind, on)
    expect(await enter('trial', day)).toMatchObject({ ok: true })
    expect(await enter('trial', day)).toMatchObject({ code: 'entered_already' })
    expect(await enter('inquest', Temporal.PlainDate.from('2060-01-01'))).toMatchObject({ code: 'day_past' })
    expect((await of(plan)).filter((row) => row.kind === 'trial')).toHaveLength(1)
  })

  it('late ones are found, and no others', async () => {
    const plan = await closed()
    const first = (await of(plan)).find((row) => row.kind === 'first')!
    const late = async (now: Temporal.Instant) => {
      await at.base.setNow(now)
      const rows = await at.base.db.read(at.rae, (reader) => loadFollowUps(reader, { late: true }))
      return rows.some((row) => row.id === first.id)
    }
    expect(await late(first.lateAt.subtract({ seconds: 1 }))).toBe(false)
    expect(await late(first.lateAt)).toBe(true)
    await followUpDone(at.base.db, at.rae, null, first.id)
    expect(await late(first.lateAt)).toBe(false)
  })
})
