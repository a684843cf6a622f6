import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Installation, openInstallation } from '../../test/harness/installation.ts'
import { callOut, mailWith } from '../../test/harness/journey.ts'
import { loadDemoRegion, readDemoRegion } from '../demonstration.server.ts'
import { createAccount, grantRole } from '../identity/index.server.ts'
import { undelivered } from '../messaging/index.ts'
import type { Actor } from '../platform/actor.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import { newId, type PlanId, type RegionId } from '../platform/ids.ts'
import { loadAid } from './aidStore.server.ts'
import { answerOffer } from './answer.server.ts'
import { answerAid, possibleGuests } from './answerAid.server.ts'
import { acceptGuest, askNeighbour, guestLeaves } from './askNeighbour.server.ts'
import { closePlan, standDownPlan } from './end.server.ts'
import { moveSession } from './moveSession.server.ts'
import { openSeats } from './planState.ts'
import { loadPlans } from './planStore.server.ts'

describe('a neighbouring team', () => {
  let here: Installation
  let rae: Actor
  let tara: Actor
  let other: RegionId
  let planId: PlanId

  beforeAll(async () => {
    here = await openInstallation()
    const { db, auth } = here.services
    const demo = `${here.services.root}/demo`
    const read = readDemoRegion(demo, 'montgomery')
    other = (await loadDemoRegion(db, demo, read, Temporal.Now.plainDateISO('America/New_York'), false))
      .regionId
    const accountId = await createAccount(auth, { email: 'tara.l@coordination.example', name: '' })
    await db.write({ kind: 'system', regionId: other }, (tx) => grantRole(tx, accountId, 'duty_coordinator'))
    const account = (one: typeof accountId, regionId: RegionId): Actor => ({
      kind: 'account',
      accountId: one,
      regionId,
      roles: ['duty_coordinator'],
    })
    rae = account(here.coordinator, here.harbor.regionId)
    tara = account(accountId, other)
  }, 60_000)
  afterAll(() => here?.stop())
  beforeEach(async () => {
    planId = (await callOut(here)).planId
  })

  const db = () => here.services.db
  const plan = async () => (await db().read(rae, (reader) => loadPlans(reader, { planId })))[0]!
  const ask = (consent = true) => askNeighbour(db(), rae, planId, { kind: 'peer', region: other, consent })
  const asked = async () => (await db().read(tara, (reader) => loadAid(reader, { waiting: true }))).at(-1)!
  const offer = async () => {
    await ask()
    const request = await asked()
    const [first] = await db().read(tara, (reader) => possibleGuests(reader, request))
    const reply = { code: 'offered' as const, memberId: first!.member.id, spoken: true }
    return { request, guest: first!.member, done: await answerAid(db(), tara, request.id, reply) }
  }
  const bound = async (member: string) =>
    (await here.base.admin.query('select 1 from roster.commitment where member_id = $1', [member])).rowCount

  it('is asked once, with the agency’s word, and hears neither agency nor what happened', async () => {
    expect(await ask(false)).toMatchObject({ code: 'consent_missing', field: 'consent' })
    expect(await ask()).toMatchObject({ ok: true })
    expect(await ask()).toMatchObject({ code: 'asked_already' })
    const request = await asked()
    expect(request).toMatchObject({
      from: 'Harbor Region',
      kind: 'peer',
      type: 'defusing',
      town: 'Larkfield',
    })
    const { rows } = await here.base.admin.query('select * from activation.aid_request where id = $1', [
      request.id,
    ])
    expect(Object.keys(rows[0])).not.toContain('agency_id')
    expect(JSON.stringify(rows[0])).not.toMatch(/Larkfield Fire|child_death/)
    const [mail] = (await mailWith(here, 'a neighbouring team is waiting')).slice(-1)
    expect([mail!.to, mail!.text]).toEqual([
      'tara.l@coordination.example',
      expect.stringContaining(`/mutual-aid/${request.id}`),
    ])
    expect(mail!.text).not.toMatch(/Larkfield|Harbor/)
  })

  it('shows nothing of the plan, and nobody else’s requests', async () => {
    await ask()
    expect(await db().read(tara, (reader) => loadPlans(reader, { planId }))).toEqual([])
    const third: Actor = { kind: 'system', regionId: '00000000-0000-7000-8000-000000000009' as RegionId }
    const { id } = await asked()
    expect(await db().read(third, (reader) => loadAid(reader, { id }))).toEqual([])
    const stranger = { ...rae, regionId: third.regionId } as Actor
    expect(await answerAid(db(), stranger, id, { code: 'not_this_time' })).toMatchObject({
      code: 'unknown_plan',
    })
  })

  it('sends one guest, who sits on the team and is bound at home', async () => {
    const { request, guest, done } = await offer()
    expect(done).toMatchObject({ ok: true })
    expect(await bound(guest.id)).toBe(1)
    const before = openSeats(await plan()).length
    expect(await acceptGuest(db(), rae, planId, request.id)).toMatchObject({ ok: true })
    const after = await plan()
    expect(openSeats(after)).toHaveLength(before - 1)
    expect(after.seats.find((seat) => seat.guest !== null)).toMatchObject({
      kind: 'peer',
      taken: null,
      guest: { name: guest.name, from: 'Montgomery County' },
    })
    const [mail] = (await mailWith(here, "you're on")).slice(-1)
    expect(mail!.to).toBe(guest.email)
    expect(mail!.text).not.toMatch(/Larkfield|Harbor|defusing/)
    expect(await acceptGuest(db(), rae, planId, request.id)).toMatchObject({ ok: false })
  })

  it('needs a word with whoever is offered, and somebody who is free', async () => {
    await ask()
    const { id } = await asked()
    const nobody = { code: 'offered' as const, memberId: here.harbor.members[0]!.id, spoken: true }
    expect(await answerAid(db(), tara, id, { ...nobody, spoken: false })).toMatchObject({
      code: 'word_missing',
      field: 'spoken',
    })
    expect(await answerAid(db(), tara, id, nobody)).toMatchObject({ code: 'not_free', field: 'member' })
    expect((await asked()).answer).toBeNull()
  })

  it('frees its guest when the plan is stood down, or the guest can’t come', async () => {
    const first = await offer()
    await acceptGuest(db(), rae, planId, first.request.id)
    const stale = await guestLeaves(db(), rae, planId, newId())
    expect(stale).toMatchObject({ code: 'not_on_the_team' })
    expect(await guestLeaves(db(), rae, planId, first.request.id)).toMatchObject({ ok: true })
    await expect.poll(() => bound(first.guest.id)).toBe(0)
    expect((await plan()).seats.every((seat) => seat.guest === null)).toBe(true)

    planId = (await callOut(here)).planId
    const second = await offer()
    await acceptGuest(db(), rae, planId, second.request.id)
    expect(await bound(second.guest.id)).toBe(1)
    await standDownPlan(db(), rae, planId)
    await expect.poll(() => bound(second.guest.id)).toBe(0)
    expect((await mailWith(here, 'not needed')).some((mail) => mail.to === second.guest.email)).toBe(true)
  })

  it('is asked anew when the session moves: nobody is bound for an hour that is not', async () => {
    const { request, guest } = await offer()
    expect(await bound(guest.id)).toBe(1)
    const { startsAt, place } = (await plan()).approval!
    const move = (hours: number, where: string) =>
      moveSession(
        db(),
        rae,
        planId,
        { startsAt: startsAt.add({ hours }), place: where, reason: 'shift' },
        hours,
      )
    // Another room asks nothing of them.
    expect(await move(0, `${place}, upstairs`)).toMatchObject({ ok: true })
    expect((await asked()).closed).toBe(false)
    expect(await move(1, place)).toMatchObject({ ok: true })
    await expect.poll(() => bound(guest.id)).toBe(0)
    expect(await acceptGuest(db(), rae, planId, request.id)).toMatchObject({ code: 'not_needed_any_more' })
    expect(await ask()).toMatchObject({ ok: true })
    const anew = await asked()
    expect(anew.id).not.toBe(request.id)
    expect(anew.startsAt.toString()).toBe(startsAt.add({ hours: 1 }).toString())
    expect(await ask()).toMatchObject({ code: 'asked_already' })
  })

  it('is not waited for once somebody of one’s own sits there: whoever was offered is free', async () => {
    const { request, guest } = await offer()
    const { offers } = await plan()
    for (const kind of ['lead', 'peer'] as const) {
      const own = offers.find((one) => one.kind === kind)!
      const member: Actor = { kind: 'member', memberId: own.memberId, regionId: here.harbor.regionId }
      expect(await bound(guest.id)).toBe(1)
      await answerOffer(db(), member, own.id, { conflict: false, choice: 'coming', fromAt: null })
    }
    await expect.poll(() => bound(guest.id)).toBe(0)
    expect((await db().read(tara, (reader) => loadAid(reader, { id: request.id })))[0]).toMatchObject({
      closed: true,
      accepted: false,
    })
  })

  it('reaches its guest the way they chose, and by mail when that fails', async () => {
    await ask()
    const request = await asked()
    const guest = (await db().read(tara, (reader) => possibleGuests(reader, request)))[1]!.member
    const phone = '+15555550179'
    await here.base.admin.query(
      `insert into messaging.reach (region_id, person_id, phone, phone_proven_at, by_mail, by_text)
       values ($1, $2, $3, now(), false, true)`,
      [other, guest.id, phone],
    )
    await answerAid(db(), tara, request.id, { code: 'offered', memberId: guest.id, spoken: true })
    await acceptGuest(db(), rae, planId, request.id)
    const toGuest = () => here.services.phonesKept!.messages.filter((one) => one.to === phone)
    await expect.poll(toGuest).toMatchObject([{ text: expect.stringContaining("you're on, as a guest") }])
    const mailed = async () => (await mailWith(here, "you're on", 0)).some((mail) => mail.to === guest.email)
    expect(await mailed()).toBe(false)
    const key = toGuest()[0]!.key
    await db().write(tara, (tx) => enqueue(tx, undelivered, { regionId: other, key }))
    await expect.poll(mailed).toBe(true)
  })

  it('frees its guest, however late, when the session was not held', async () => {
    const { request, guest } = await offer()
    await acceptGuest(db(), rae, planId, request.id)
    const { startsAt } = (await plan()).approval!
    await here.base.setNow(startsAt.add({ minutes: 30 }))
    await db().write(rae, (tx) => closePlan(tx, planId, false))
    await expect.poll(() => bound(guest.id)).toBe(0)
    await here.base.admin.query('update tailboard.clock set now = null')
  })

  it('answers too late to something that is over', async () => {
    await ask()
    const { id } = await asked()
    await standDownPlan(db(), rae, planId)
    expect(await answerAid(db(), tara, id, { code: 'not_this_time' })).toMatchObject({
      code: 'not_needed_any_more',
    })
  })
})
