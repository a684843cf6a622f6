import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HarborCallOut, openHarborCallOut } from '../../test/harness/harborCallOut.ts'
import type { Actor } from '../platform/actor.ts'
import { type AccountId, type MemberId, newId } from '../platform/ids.ts'
import { loadAvailability } from './availability.server.ts'
import { clear } from './clearance.server.ts'
import { commit } from './commitment.server.ts'
import { hardest, inGroup } from './commitment.ts'

const now = Temporal.Instant.from('2027-03-01T20:00:00Z')
const hours = (count: number) => now.add({ hours: count })

describe('care of the team', () => {
  let at: HarborCallOut
  let members: MemberId[]
  let director: Actor
  beforeAll(async () => {
    at = await openHarborCallOut()
    members = at.harbor.members.map((one) => one.id)
    director = {
      kind: 'account',
      accountId: newId<AccountId>(),
      regionId: at.harbor.regionId,
      roles: ['clinical_director'],
    }
    await at.base.setNow(now)
  })
  afterAll(() => at.stop())

  const held = (memberId: MemberId, endsAt: Temporal.Instant, weight: number) =>
    at.base.db.write(at.system, (tx) =>
      commit(tx, memberId, { startsAt: endsAt.subtract({ hours: 2 }), endsAt }, 'intervention', weight),
    )
  const standing = async (memberId: MemberId, startsAt = now) =>
    (
      await at.base.db.read(at.rae, (reader) =>
        loadAvailability(reader, { startsAt, endsAt: startsAt.add({ hours: 2 }) }, 'America/New_York'),
      )
    ).find((one) => one.member.id === memberId)!

  it('counts sessions in a group in the thirty days before, and no others', async () => {
    const [member] = members as [MemberId]
    await held(member, hours(-24), inGroup)
    await held(member, hours(-24 * 29), inGroup)
    await held(member, hours(-24 * 31), inGroup)
    await held(member, hours(-48), 1)
    expect((await standing(member)).sessionsThisMonth).toBe(2)
    expect((await standing(member, hours(24 * 40))).sessionsThisMonth).toBe(0)
  })

  it('keeps somebody off call after the hardest until the clinical director clears them', async () => {
    const [, member] = members as [MemberId, MemberId]
    expect((await standing(member)).awaitsClearance).toBe(false)
    expect(await clear(at.base.db, director, member)).toMatchObject({ code: 'not_awaiting' })
    await held(member, hours(-5), hardest)
    expect((await standing(member)).awaitsClearance).toBe(true)
    expect((await standing(member, hours(24 * 365))).awaitsClearance).toBe(true)
    expect(await clear(at.base.db, at.rae, member)).toMatchObject({ code: 'not_allowed' })
    expect(await clear(at.base.db, director, member)).toMatchObject({ ok: true })
    expect((await standing(member)).awaitsClearance).toBe(false)
    await held(member, hours(24), hardest)
    expect((await standing(member, hours(30))).awaitsClearance).toBe(true)
  })
})
