import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HarborCallOut, openHarborCallOut, yes } from '../../test/harness/harborCallOut.ts'
import { grantRole } from '../identity/index.server.ts'
import { type ActivationId, newId, type OfferId, type RegionId } from '../platform/ids.ts'
import { loadAvailability } from '../roster/index.server.ts'
import { askByName } from './askMore.server.ts'
import { bookEducation } from './booking.server.ts'
import type { BookingFacts } from './booking.ts'
import { advance, approvePlan } from './callOut.server.ts'
import { recordContact } from './contact.server.ts'
import { endActivation } from './end.server.ts'
import { moveSession } from './moveSession.server.ts'
import { openSeats, type PlanState, stageOf } from './planState.ts'
import { loadPlans } from './planStore.server.ts'
import { loadActivation } from './store.server.ts'
import type { ActivationTables } from './tables.server.ts'
import { loadFurtherView, tellFurther } from './tellFurther.server.ts'
import { loadActivationView } from './view.server.ts'

describe('a booking', () => {
  let at: HarborCallOut
  // Ten at night where the region is.
  const now = Temporal.Instant.from('2026-12-01T03:00:00Z')
  let days = 0
  beforeAll(async () => {
    at = await openHarborCallOut()
    await at.base.db.write(at.system, (tx) => grantRole(tx, at.rae.accountId, 'duty_coordinator'))
    // Everybody can be texted and called, and is on call: whatever could ring, would.
    await at.base.admin.query(
      `insert into messaging.reach (region_id, person_id, phone, phone_proven_at, by_mail, by_text, by_call)
       select region_id, id, '+1617555' || lpad((row_number() over (order by id))::text, 4, '0'), now(), true, true, true
       from roster.member`,
    )
    await at.base.admin.query(
      `insert into roster.on_call_shift (region_id, id, member_id, starts_at, ends_at)
       select region_id, gen_random_uuid(), id, $1, $2 from roster.member`,
      [now.subtract({ hours: 24 }).toString(), now.add({ hours: 24 * 60 }).toString()],
    )
  }, 60_000)
  afterAll(() => at?.stop())

  /** Each test has a week of its own, so that nobody is bound by another one's session. */
  const facts = (given: Partial<BookingFacts> = {}): BookingFacts => ({
    kind: 'roll_call_talk',
    agencyId: at.harbor.agencies.get('Larkfield Fire')!,
    people: 12,
    wishedAt: now.add({ hours: 24 * 7 * ++days }),
    wishedElse: null,
    place: 'Day room',
    requesterName: 'Pat L.',
    callbackPhone: '617-555-0199',
    ...given,
  })
  const book = async (given: Partial<BookingFacts> = {}, key: string | null = null) => {
    await at.base.setNow(now)
    const booked = await bookEducation(at.base.db, at.harbor.regionId, facts(given), key)
    if (!booked.ok) throw new Error(booked.code)
    return booked.value.activationId
  }
  const spoken = async (id: ActivationId) => {
    const contact = { role: 'supervisor', spokenAt: now, overAt: null }
    const recorded = await recordContact(at.base.db, at.rae, id, contact)
    if (!recorded.ok) throw new Error(recorded.code)
    return (await plansOf(id))[0]!
  }
  const plansOf = (activationId: ActivationId) =>
    at.base.db.read(at.rae, (reader) => loadPlans(reader, { activationId }))
  const activationOf = (id: ActivationId) =>
    at.base.db.read(at.rae, async (reader) => (await loadActivation(reader, id))!)
  const wishOf = async (id: ActivationId) => (await activationOf(id)).booking!.wishedAt
  const approve = async (plan: PlanState, startsAt?: Temporal.Instant) =>
    await approvePlan(at.deps, at.rae, plan.id, {
      startsAt: startsAt ?? (await wishOf(plan.activationId)),
      place: 'Day room',
      signOffRole: null,
    })
  const approved = async (given: Partial<BookingFacts> = {}) => {
    const plan = await spoken(await book(given))
    const done = await approve(plan)
    if (!done.ok) throw new Error(done.code)
    return await at.load(plan)
  }
  const jobs = async (key: string) =>
    (await at.base.admin.query('select key, run_at from graphile_worker.jobs where key like $1', [key]))
      .rows as { key: string; run_at: string }[]
  /** One of each kind says yes, so that the team is full. */
  const filled = async (plan: PlanState) => {
    for (const kind of ['lead', 'peer'] as const) {
      const offer = (await at.load(plan)).offers.find((one) => one.kind === kind && one.answer === null)!
      expect(await at.answer(offer, yes)).toMatchObject({ ok: true, value: { kind: 'seated' } })
    }
    return await at.load(plan)
  }

  it('is no incident, rings nobody, and is told to every coordinator by one mail', async () => {
    const id = await book()
    expect(await activationOf(id)).toMatchObject({
      incidentId: null,
      booking: { kind: 'roll_call_talk', people: 12, place: 'Day room' },
      contact: null,
    })
    expect(await at.count('alert')).toBe(0)
    expect(await jobs(`ring:${id}`)).toEqual([])
    expect(await jobs(`alert:${id}%`)).toEqual([])
    expect((await jobs(`booking:${id}%`)).map((one) => one.key)).toEqual([
      `booking:${id}:${at.rae.accountId}`,
    ])
    expect((await at.base.admin.query('select 1 from incident.critical_incident')).rowCount).toBe(0)
  })

  it('sent twice as it is, is one; changed, it is another', async () => {
    const key = newId<string>()
    const same = facts()
    const send = (given: BookingFacts) => bookEducation(at.base.db, at.harbor.regionId, given, key)
    const [first, again, other] = [await send(same), await send(same), await send({ ...same, people: 13 })]
    expect(again).toEqual(first)
    expect(other).not.toEqual(first)
  })

  it('comes from nobody who is unknown, and is written down by nobody who may not', async () => {
    const elsewhere = newId<BookingFacts['agencyId']>()
    const send = (given: BookingFacts, by: Parameters<typeof bookEducation>[4]) =>
      bookEducation(at.base.db, at.harbor.regionId, given, null, by)
    expect(await send(facts({ agencyId: elsewhere }), null)).toMatchObject({
      ok: false,
      code: 'unknown_agency',
    })
    expect(await send(facts(), { ...at.rae, roles: ['peer'] })).toMatchObject({
      ok: false,
      code: 'not_allowed',
    })
    const written = await send(facts(), at.rae)
    if (!written.ok) throw new Error(written.code)
    expect(await jobs(`booking:${written.value.activationId}%`)).toEqual([])
  })

  it('is an activation of exactly one of the two', async () => {
    const id = await book()
    const both = `update activation.activation set incident_id = gen_random_uuid() where id = $1`
    const neither = `update activation.activation set booking_id = null where id = $1`
    for (const wrong of [both, neither])
      await expect(at.base.admin.query(wrong, [id])).rejects.toThrow('activation_incident_or_booking')
  })

  it('has no plan before somebody spoke to the agency, then one, and takes nothing told of an incident', async () => {
    const id = await book({ kind: 'family_evening' })
    expect(await plansOf(id)).toEqual([])
    const plan = await spoken(id)
    expect(await plansOf(id)).toHaveLength(1)
    expect(plan).toMatchObject({
      type: 'preIncidentEducation',
      theme: 'family_evening',
      role: 'families',
      count: 12,
      needsClinicalSignOff: false,
    })
    expect(plan.seats.map((seat) => seat.kind).sort()).toEqual(['mhp', 'peer'])
    expect(await at.base.db.read(at.rae, (reader) => loadFurtherView(reader, id))).toBeNull()
    const told = await tellFurther(at.base.db, at.rae, id, {} as never, null)
    expect(told).toMatchObject({ ok: false, code: 'unknown_activation' })
    const contact = { role: 'supervisor', spokenAt: now, overAt: null }
    expect(await recordContact(at.base.db, at.rae, id, contact)).toMatchObject({ code: 'spoken_already' })
  })

  it('is approved for an hour that lies ahead, inside what may be booked, by a coordinator', async () => {
    const plan = await spoken(await book())
    expect(await approve(plan, now.subtract({ minutes: 1 }))).toMatchObject({ code: 'session_in_past' })
    expect(await approve(plan, now.add({ hours: 24 * 366 }))).toMatchObject({
      code: 'session_outside_window',
    })
    const peer = { ...at.rae, roles: ['peer' as const] }
    const approval = { startsAt: now.add({ hours: 48 }), place: 'Day room', signOffRole: null }
    expect(await approvePlan(at.deps, peer, plan.id, approval)).toMatchObject({ code: 'not_allowed' })
    expect(await at.count('approval')).toBe(0)
  })

  it('asks by mail at once and by text in the morning, calls nobody, and gives a day to answer', async () => {
    const plan = await approved()
    expect(plan.offers.length).toBeGreaterThanOrEqual(2)
    // Nobody hurries: not the crowd that a night asks.
    expect(plan.offers.length).toBeLessThanOrEqual(5)
    expect(plan.approval!.endsAt.since(plan.approval!.startsAt).total('minutes')).toBe(30)
    for (const offer of plan.offers) {
      expect(offer.answerBy).toEqual(now.add({ hours: 24 }))
      const sent = await jobs(`activation.offer:${offer.id}:%`)
      const ways = sent.map((one) => one.key.split(':').at(-1)).sort()
      expect(ways).toEqual(['mail', 'text'])
      const text = sent.find((one) => one.key.endsWith('text'))!
      // Eight in the morning there.
      expect(Temporal.Instant.from(String(text.run_at))).toEqual(
        Temporal.Instant.from('2026-12-01T13:00:00Z'),
      )
    }
    expect(await jobs(`telephone:${plan.id}`)).toEqual([])
    const { rows } = await at.base.admin.query(
      'select 1 from activation.offer where plan_id = $1 and telephone_at is not null',
      [plan.id],
    )
    expect(rows).toEqual([])
    expect(await jobs('%:call')).toEqual([])
  })

  it('asks for no answer after it has begun', async () => {
    const plan = await approved({ wishedAt: now.add({ hours: 10 }) })
    expect(plan.offers.map((one) => one.answerBy.toString())).toEqual(
      plan.offers.map(() => now.add({ hours: 10 }).toString()),
    )
    await endActivation(at.base.db, at.rae, plan.activationId, 'declined')
  })

  it('may be given by somebody of the agency itself', async () => {
    const plan = await approved()
    const view = await at.base.db.read(at.rae, (reader) => loadActivationView(reader, plan.activationId))
    const reasons = view!.notChosen.get(plan.id)!.map((one) => one.reason)
    expect(reasons).not.toContain('affected_agency')
    expect(plan.offers.flatMap((one) => one.reasons)).not.toContain('another_agency')
    const own = [...view!.members.values()].filter((one) => one.agencyId === plan.agencyId)
    const asked = new Set(plan.offers.map((one) => one.memberId))
    const outcomes = []
    for (const one of own.filter((member) => !asked.has(member.id)))
      outcomes.push((await askByName(at.deps, at.rae, plan.id, one.id)).ok)
    expect(own.some((one) => asked.has(one.id)) || outcomes.includes(true)).toBe(true)
  })

  it('is filled by two who say yes, binds them for the hour, and weighs nothing', async () => {
    const plan = await filled(await approved())
    expect(stageOf(plan)).toBe('filled')
    const { startsAt, endsAt } = plan.approval!
    const bound = await at.base.admin.query(
      'select kind, weight from roster.commitment c join activation.acceptance a on a.commitment_id = c.id where a.seat_id = any($1)',
      [plan.seats.map((seat) => seat.id)],
    )
    expect(bound.rows).toEqual([
      { kind: 'education', weight: 0 },
      { kind: 'education', weight: 0 },
    ])
    const standing = async (from: Temporal.Instant, until: Temporal.Instant) => {
      const everybody = await at.base.db.read(at.rae, (reader) =>
        loadAvailability(reader, { startsAt: from, endsAt: until }, 'America/New_York'),
      )
      return everybody.find((one) => one.member.id === plan.seats[0]!.taken!.memberId)!
    }
    expect((await standing(startsAt, endsAt)).committed).toBe(true)
    expect(await standing(endsAt.add({ hours: 3 }), endsAt.add({ hours: 4 }))).toMatchObject({
      committed: false,
      restedHours: null,
      sessionsThisYear: 0,
      sessionsEver: 0,
      sessionsThisMonth: 0,
    })
    // Everybody else is thanked, and told so quietly.
    const thanked = plan.offers.filter((one) => one.answer === null)
    expect(thanked.every((one) => one.stoodDown)).toBe(true)
    for (const { id } of thanked)
      for (const { key, run_at } of await jobs(`activation.standDown:${id}:text`))
        expect([key, Temporal.Instant.from(String(run_at)).toString()]).toEqual([key, '2026-12-01T13:00:00Z'])
    expect((await jobs('activation.standDown:%:text')).length).toBeGreaterThan(0)
    expect(await jobs('%:call')).toEqual([])
  })

  it('keeps a seat for a day for somebody whose shift must let them go', async () => {
    const plan = await approved()
    const held = await at.answer(plan.offers[0]!, { conflict: false, choice: 'if_released', fromAt: null })
    expect(held).toEqual({ ok: true, value: { kind: 'held', until: now.add({ hours: 24 }) } })
  })

  it('moves to another day with those who come', async () => {
    const plan = await filled(await approved())
    const startsAt = plan.approval!.startsAt.add({ hours: 24 * 3 })
    const move = { startsAt, place: 'Training room', reason: 'shift' as const }
    expect(await moveSession(at.base.db, at.rae, plan.id, move, 0)).toMatchObject({ ok: true })
    const moved = await at.load(plan)
    expect(moved.approval!.startsAt).toEqual(startsAt)
    expect(moved.approval!.endsAt).toEqual(startsAt.add({ minutes: 30 }))
    expect(openSeats(moved)).toEqual([])
    expect(await jobs(`activation.moved:%:call`)).toEqual([])
    const tooFar = { ...move, startsAt: now.add({ hours: 24 * 366 }) }
    expect(await moveSession(at.base.db, at.rae, plan.id, tooFar, 1)).toMatchObject({
      code: 'session_outside_window',
    })
  })

  it('asks nobody any more once its hour has come and nobody sits', async () => {
    const plan = await approved()
    await at.base.setNow(plan.approval!.startsAt)
    await advance(at.deps, at.system, plan.id)
    const over = await at.load(plan)
    expect(stageOf(over)).toBe('window_closed')
    expect(over.waves).toHaveLength(1)
    expect(over.offers.every((one) => one.stoodDown)).toBe(true)
  })

  it('ends when it is declined, and thanks whoever was asked', async () => {
    const plan = await approved()
    expect(await endActivation(at.base.db, at.rae, plan.activationId, 'declined')).toMatchObject({ ok: true })
    const ended = await at.load(plan)
    expect(stageOf(ended)).toBe('cancelled')
    const stoodDown = ended.offers.map((one) => one.id satisfies OfferId)
    for (const id of stoodDown) expect((await jobs(`activation.standDown:${id}:%`)).length).toBeGreaterThan(0)
  })

  it('is seen from no other region', async () => {
    await book()
    const elsewhere = { ...at.rae, regionId: newId<RegionId>() }
    const rows = (actor: typeof at.rae) =>
      at.base.db.read(actor, (reader) =>
        reader.tables<ActivationTables>().selectFrom('activation.booking').select('id').execute(),
      )
    expect((await rows(at.rae)).length).toBeGreaterThan(0)
    expect(await rows(elsewhere)).toEqual([])
  })
})
