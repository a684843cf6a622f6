import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callOutHandlers, copyingMail } from '../../test/harness/callOutJobs.ts'
import { type HarborCallOut, no, openHarborCallOut, yes } from '../../test/harness/harborCallOut.ts'
import type { Actor } from '../platform/actor.ts'
import { openPool } from '../platform/db.server.ts'
import { newId } from '../platform/ids.ts'
import { drain } from '../platform/worker.server.ts'
import { standDownPlan } from './end.server.ts'
import { withdraw } from './leaveTeam.server.ts'
import { type Move, moveSession } from './moveSession.server.ts'
import { loadOffer } from './offerToSend.server.ts'
import { type OfferState, type PlanState, pendingOffers } from './planState.ts'

const start = Temporal.Instant.from('2060-04-15T20:00:00Z')

describe('another time or place for an approved session', () => {
  let at: HarborCallOut
  let pool: pg.Pool
  let plan: PlanState
  let days = 0
  const mail = copyingMail()
  beforeAll(async () => {
    at = await openHarborCallOut()
    pool = openPool({ url: at.base.url('tailboard_worker'), role: null, max: 6 })
  })
  afterAll(async () => {
    await pool.end()
    await at.stop()
  })
  const jobs = () => drain(pool, callOutHandlers(at.base.db, mail, at.deps.solve))
  beforeEach(async () => {
    plan = await at.calledOut(start.add({ hours: 240 * days++ }))
    await jobs()
    mail.copies.length = 0
  })

  const later = (hours = 1, given: Partial<Move> = {}): Move => ({
    startsAt: plan.approval!.startsAt.add({ hours }),
    place: 'Station 2, upstairs',
    reason: 'shift',
    ...given,
  })
  const move = (given = later(), seen = 0, who: Actor = at.rae) =>
    moveSession(at.base.db, who, plan.id, given, seen)
  const of = (kind: string) => plan.offers.find((one) => one.kind === kind)!
  const told = () =>
    mail.copies
      .map((one) => one.messageId)
      .filter((one) => one.startsWith('moved.'))
      .sort()
  const ids = (offers: readonly OfferState[], number = 1) =>
    offers.map((offer) => `moved.${offer.id}.${number}@tailboard`).sort()
  const boundOf = async (offer: OfferState) => {
    const { rows } = await at.base.admin.query(
      `select lower(during) as from, upper(during) as until from roster.commitment
       where member_id = $1 and upper(during) > $2`,
      [offer.memberId, plan.approval!.at.toString()],
    )
    return rows.map((row) => [row.from.toString(), row.until.toString()])
  }

  it('tells everybody who is on it or asked, once each, and takes nobody off', async () => {
    const [lead, declined] = [of('lead'), of('peer')]
    await at.answer(lead, yes)
    await at.answer(declined, no)
    const asked = pendingOffers(await at.load(plan))
    expect(await move()).toEqual({ ok: true, value: null })
    await jobs()
    expect(told()).toEqual(ids([lead, ...asked]))
    for (const copy of mail.copies)
      expect(`${copy.subject} ${copy.text}`).not.toMatch(/Station 2|Larkfield|defusing/i)
    const after = await at.load(plan)
    expect(after.approval).toMatchObject({ startsAt: later().startsAt, place: 'Station 2, upstairs' })
    expect(after.approval!.endsAt.since(after.approval!.startsAt)).toEqual(
      plan.approval!.endsAt.since(plan.approval!.startsAt),
    )
    expect(after.moves).toEqual([
      {
        at: plan.approval!.at,
        wasAt: plan.approval!.startsAt,
        wasPlace: plan.approval!.place,
        reason: 'shift',
        by: at.rae.accountId,
      },
    ])
    expect(after.seats.filter((seat) => seat.taken !== null)).toHaveLength(1)
    // Bound for the new time and the way, and for nothing else.
    const way = { minutes: lead.travelMinutes }
    expect(await boundOf(lead)).toEqual([
      [after.approval!.startsAt.subtract(way).toString(), after.approval!.endsAt.add(way).toString()],
    ])
    // Moved again, they hear of it again; who steps back is free.
    mail.copies.length = 0
    expect(await move(later(2), 1)).toEqual({ ok: true, value: null })
    await jobs()
    expect(told()).toEqual(expect.arrayContaining(ids([lead], 2)))
    expect(await withdraw(at.base.db, at.member(lead), lead.id)).toMatchObject({ ok: true })
    expect(await boundOf(lead)).toEqual([])
  })

  it('moves once when two do it at once, and for nobody whose page is older', async () => {
    const both = await Promise.all([move(), move(later(2), 0, at.coordinator())])
    expect(both.map((one) => (one.ok ? 'moved' : one.code)).sort()).toEqual(['changed_meanwhile', 'moved'])
    expect((await at.load(plan)).moves).toHaveLength(1)
    expect(await move(later(3), 0)).toMatchObject({ code: 'changed_meanwhile', kind: 'conflict' })
  })

  it('does not move onto another session of somebody on the team, and changes nothing then', async () => {
    const lead = of('lead')
    await at.answer(lead, yes)
    const { startsAt, endsAt } = plan.approval!
    await at.base.admin.query(
      `insert into roster.commitment (region_id, id, member_id, during, kind, weight)
       values ($1, gen_random_uuid(), $2, tstzrange($3, $4), 'intervention', 1)`,
      [
        at.harbor.regionId,
        lead.memberId,
        startsAt.add({ hours: 4 }).toString(),
        endsAt.add({ hours: 4 }).toString(),
      ],
    )
    const before = await at.load(plan)
    expect(await move(later(4))).toMatchObject({
      code: 'team_bound_elsewhere',
      field: 'startsAt',
      kind: 'conflict',
    })
    expect(await at.load(plan)).toEqual(before)
    await jobs()
    expect(told()).toEqual([])
    expect(await move(later(4, { startsAt, place: 'Elsewhere' }))).toMatchObject({ ok: true })
  })

  it('does not move to where somebody on it can’t be by then, unless that is meant', async () => {
    const far = plan.offers.toSorted((one, other) => other.travelMinutes - one.travelMinutes)[0]!
    await at.answer(far, yes)
    const soon = plan.approval!.at.add({ minutes: far.travelMinutes - 1 })
    expect(far.travelMinutes).toBeGreaterThan(2)
    expect(await move(later(0, { startsAt: soon }))).toMatchObject({ code: 'team_too_far', field: 'late' })
    expect((await at.load(plan)).moves).toEqual([])
    // Another room only: nobody is asked how they get there.
    expect(await move(later(0, { startsAt: soon, late: true }))).toMatchObject({ ok: true })
    expect(await move(later(0, { startsAt: soon, place: 'Station 3' }), 1)).toMatchObject({ ok: true })
  })

  it('keeps everybody’s page open to its end, also past the close of the window', async () => {
    const open = async () =>
      (await at.base.db.read(at.rae, (reader) => loadOffer(reader, of('lead').id)))!.closes.toString()
    expect(await open()).toBe(plan.window.closes.toString())
    expect(await move(later(0, { startsAt: plan.window.closes.subtract({ minutes: 10 }) }))).toMatchObject({
      ok: true,
    })
    const { endsAt } = (await at.load(plan)).approval!
    expect(await open()).toBe(endsAt.toString())
    expect(Temporal.Instant.compare(endsAt, plan.window.closes)).toBe(1)
  })

  it('refuses what can’t be, naming the field', async () => {
    const { startsAt, place } = plan.approval!
    const same = { startsAt, place, reason: 'room' as const }
    const refused = async (...given: Parameters<typeof move>) => {
      const outcome = await move(...given)
      return outcome.ok ? 'moved' : [outcome.code, outcome.field].filter(Boolean).join(' ')
    }
    expect(await refused(same)).toBe('nothing_changed startsAt')
    expect(await refused(later(0, { startsAt: plan.approval!.at.subtract({ minutes: 1 }) }))).toBe(
      'session_in_past startsAt',
    )
    expect(await refused(later(0, { startsAt: plan.window.closes }))).toBe('session_outside_window startsAt')
    expect(await refused(later(), 0, { ...at.rae, roles: ['peer'] } as Actor)).toBe('not_allowed')
    expect(await refused(later(), 0, { ...at.rae, regionId: newId() } as Actor)).toBe('unknown_plan')
    await at.answer(of('lead'), yes)
    await at.base.setNow(startsAt)
    expect(await refused(later())).toBe('session_begun')
    await at.base.setNow(plan.approval!.at)
    await standDownPlan(at.base.db, at.rae, plan.id)
    expect(await refused(later())).toBe('ended_already')
    plan = await at.proposed(start.add({ hours: 240 * days++ }))
    const open = plan.window.opens.add({ hours: 3 })
    expect(await refused({ ...same, startsAt: open })).toBe('not_approved_yet')
  })
})
