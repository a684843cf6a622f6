import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MemberId } from '../platform/ids.ts'
import { begin, waitingFor } from './beginning.server.ts'
import { addSeals, claim, closeNow, peerCloses } from './conversation.server.ts'
import { peerReads, peerSays, seekerReads, seekerSays, takenBy } from './said.server.ts'
import { sealTo } from './seal.testing.ts'
import { openSupport, type SupportBase } from './support.testing.ts'

const now = Temporal.Instant.from('2026-11-29T08:12:00Z')
const none = { seeker: 0, peer: 0 }

describe('whoever reads a conversation', () => {
  let at: SupportBase
  beforeAll(async () => {
    at = await openSupport(now)
  })
  afterAll(() => at?.stop())
  const rows = async (text: string, ...values: unknown[]) => (await at.base.admin.query(text, values)).rows
  const begun = async (readers: readonly MemberId[]) => {
    const given = at.beginning(readers)
    expect(await begin(at.stores, at.regionId, given)).toMatchObject({ ok: true })
    return given
  }
  const closeAll = async () => {
    for (const { id } of await rows('select id from support.conversation'))
      await closeNow(at.stores, at.regionId, id)
  }

  it('goes on with another peer only as the seeker seals it, and the first one is served nothing more', async () => {
    const [kit, bo] = at.peers as [MemberId, MemberId]
    const given = await begun([kit])
    await claim(at.stores, at.regionId, kit, given.id)
    const ownCopy = Uint8Array.from(randomBytes(90))
    const handed = (to: MemberId | null, seals: readonly ReturnType<typeof sealTo>[]) =>
      addSeals(at.stores, at.regionId, given.accessHash, { ownCopy, seals }, to)
    const toBo = [1, 3].map((number) => ({ ...sealTo(bo), number }))
    expect(await handed(kit, toBo)).toMatchObject({ code: 'key_taken' })
    expect(
      await addSeals(at.stores, at.regionId, randomBytes(32), { ownCopy, seals: toBo }, bo),
    ).toMatchObject({ code: 'not_open' })
    // A new key for whoever has it stands beside the first one.
    const fresh = { ...sealTo(kit), number: 2 }
    expect(await handed(null, [fresh])).toMatchObject({ ok: true })
    expect(await peerReads(at.stores, at.regionId, kit, given.id, none)).toMatchObject({
      value: { seals: [{ member: kit }, { number: 2, sealed: fresh.sealed }] },
    })
    // A key that whoever has it doesn't get would shut them out without a word.
    expect(await handed(kit, toBo)).toMatchObject({ code: 'malformed' })
    expect(await handed(null, toBo)).toMatchObject({ code: 'malformed' })
    expect(await handed(bo, toBo)).toMatchObject({ ok: true, value: { told: [bo] } })
    // It waits for them as it did at first: nobody has it whose browser didn't take it.
    expect(await peerReads(at.stores, at.regionId, kit, given.id, none)).toMatchObject({ code: 'not_open' })
    expect(await peerReads(at.stores, at.regionId, bo, given.id, none)).toMatchObject({ code: 'not_open' })
    const waits = await waitingFor(at.stores, { kind: 'visitor', regionId: at.regionId })
    expect(waits.get(bo)).toContain(given.id)
    expect(waits.get(kit) ?? []).not.toContain(given.id)
    expect(await claim(at.stores, at.regionId, kit, given.id)).toMatchObject({ code: 'not_open' })
    expect(await claim(at.stores, at.regionId, bo, given.id)).toMatchObject({
      value: { seals: [{ number: 1 }, { number: 3 }] },
    })
    expect(await peerReads(at.stores, at.regionId, bo, given.id, none)).toMatchObject({
      value: { seals: [{ member: bo }, { member: bo }] },
    })
    await closeAll()
  })

  it('has keys in one order: of two tabs that make one at the same moment the second looks first', async () => {
    const [kit] = at.peers as [MemberId]
    for (let round = 0; round < 10; round++) {
      const given = await begun([kit])
      await claim(at.stores, at.regionId, kit, given.id)
      const ownCopy = Uint8Array.from(randomBytes(90))
      const add = (seal: ReturnType<typeof sealTo>) =>
        addSeals(at.stores, at.regionId, given.accessHash, { ownCopy, seals: [seal] }, null)
      const tabs = [1, 2].map(() => ({ ...sealTo(kit), number: 2 }))
      const outcomes = await Promise.all(tabs.map(add))
      expect(outcomes.map((one) => (one.ok ? 'ok' : one.code)).toSorted()).toEqual(['key_taken', 'ok'])
      // The same once more is the same; what skips one is refused.
      const won = tabs[outcomes.findIndex((one) => one.ok)]!
      expect(await add(won)).toMatchObject({ ok: true, value: { told: [] } })
      expect(await add({ ...sealTo(kit), number: 4 })).toMatchObject({ code: 'key_taken' })
      expect(await add({ ...sealTo(kit), number: 3 })).toMatchObject({ ok: true })
      const seen = await peerReads(at.stores, at.regionId, kit, given.id, none)
      if (!seen.ok) throw new Error(seen.code)
      expect(seen.value.seals.map((one) => one.number)).toEqual([1, 2, 3])
      await closeNow(at.stores, at.regionId, given.id)
    }
  })

  it('serves nothing to a peer out of standing, and tells the seeker', async () => {
    const [kit] = at.peers as [MemberId]
    const given = await begun([kit])
    await claim(at.stores, at.regionId, kit, given.id)
    const set = (column: string, value: unknown) =>
      at.base.admin.query(`update support.peer set ${column} = $2 where member_id = $1`, [kit, value])
    const served = async () => {
      const said = { number: 1, body: randomBytes(298) }
      return [
        await peerReads(at.stores, at.regionId, kit, given.id, none),
        await peerSays(at.stores, at.regionId, kit, given.id, said),
        await peerCloses(at.stores, at.regionId, kit, given.id),
      ].map((one) => (one.ok ? 'ok' : one.code))
    }
    const told = async () => {
      const seen = await seekerReads(at.stores, at.regionId, given.accessHash, none)
      return seen.ok ? [seen.value.claimedBy, seen.value.halted] : seen.code
    }
    await set('deployable_until', null)
    expect([await served(), await told()]).toEqual([
      ['lapsed', 'lapsed', 'lapsed'],
      [kit, 'lapsed'],
    ])
    const halted = await takenBy(at.stores, at.regionId, kit)
    expect(halted).toMatchObject({ halted: 'lapsed', taken: [{ id: given.id, holds: true }] })
    await set('deployable_until', '2027-11-01')
    // Keys that follow a loss: whoever stole an account reads nothing, and closes nothing.
    await set('quiet_until', now.add({ hours: 1 }).toString())
    expect([await served(), await told()]).toEqual([
      ['new_keys', 'new_keys', 'new_keys'],
      [kit, 'new_keys'],
    ])
    await set('quiet_until', null)
    // Whoever shows themselves to nobody new goes on with what they took.
    await set('published', false)
    const seen = await seekerReads(at.stores, at.regionId, given.accessHash, none)
    expect(seen).toMatchObject({ value: { halted: null, holder: { memberId: kit, published: false } } })
    expect(await begin(at.stores, at.regionId, at.beginning([kit]))).toMatchObject({ code: 'no_such_peer' })
    const again = { ownCopy: Uint8Array.from(randomBytes(90)), seals: [{ ...sealTo(kit), number: 2 }] }
    expect(await addSeals(at.stores, at.regionId, given.accessHash, again, null)).toMatchObject({ ok: true })
    expect(await served()).toEqual(['ok', 'ok', 'ok'])
    await set('published', true)
  })

  it('is read along by a professional the seeker sealed to, who is served nothing once they are not', async () => {
    const [kit, bo, jo] = at.peers as [MemberId, MemberId, MemberId]
    await at.base.admin.query('update support.peer set professional = (member_id = $1)', [jo])
    expect(await begin(at.stores, at.regionId, at.beginning([jo]))).toMatchObject({ code: 'no_such_peer' })
    const given = await begun([kit])
    const ownCopy = Uint8Array.from(randomBytes(90))
    const sealed = (readers: readonly MemberId[], number: number, to: MemberId | null = null) =>
      addSeals(
        at.stores,
        at.regionId,
        given.accessHash,
        { ownCopy, seals: readers.map((member) => ({ ...sealTo(member), number })) },
        to,
      )
    // Nobody has it yet, so nobody could be advised.
    expect(await sealed([kit, jo], 2)).toMatchObject({ code: 'not_taken' })
    await claim(at.stores, at.regionId, kit, given.id)
    const reads = (who: MemberId) => peerReads(at.stores, at.regionId, who, given.id, none)
    expect(await reads(jo)).toMatchObject({ code: 'not_open' })
    // Another peer reads nothing along, and a professional takes nothing over.
    expect(await sealed([kit, bo], 2)).toMatchObject({ code: 'no_such_peer' })
    expect(await sealed([jo], 2, jo)).toMatchObject({ code: 'no_such_peer' })
    expect(await sealed([kit, jo], 2)).toMatchObject({ ok: true })

    expect(await reads(jo)).toMatchObject({ value: { holds: false, alsoReads: [], seals: [{ number: 2 }] } })
    expect(await reads(kit)).toMatchObject({ value: { holds: true, alsoReads: ['Kit'] } })
    const along = await takenBy(at.stores, at.regionId, jo)
    expect(along).toMatchObject({ halted: null, taken: [{ id: given.id, holds: false }] })
    const said = { number: 1, body: randomBytes(298) }
    expect(await peerSays(at.stores, at.regionId, jo, given.id, said)).toMatchObject({ code: 'not_open' })
    expect(await peerCloses(at.stores, at.regionId, jo, given.id)).toMatchObject({ code: 'not_open' })
    // That they read stands in no column: only inside the erasure seal.
    const stored = JSON.stringify(await rows('select * from support.conversation'))
    expect([stored.includes(kit), stored.includes(jo)]).toEqual([true, false])

    // The next key is not for them.
    expect(await sealed([kit], 3)).toMatchObject({ ok: true })
    expect(await reads(jo)).toMatchObject({ code: 'not_open' })
    expect((await takenBy(at.stores, at.regionId, jo)).taken).toEqual([])
    await closeAll()
    await at.base.admin.query('update support.peer set professional = false')
  })

  it('comes in several answers when it is long, none of them twice', async () => {
    const [kit] = at.peers as [MemberId]
    const given = await begun([kit])
    await claim(at.stores, at.regionId, kit, given.id)
    for (let number = 2; number <= 120; number++)
      await seekerSays(at.stores, at.regionId, given.accessHash, { number, body: randomBytes(298) })
    const numbers = async (seeker: number) => {
      const seen = await peerReads(at.stores, at.regionId, kit, given.id, { seeker, peer: 0 })
      return seen.ok ? seen.value.messages.map((one) => one.number) : seen.code
    }
    const every = Array.from({ length: 120 }, (_, place) => place + 1)
    expect([await numbers(0), await numbers(100), await numbers(120)]).toEqual([
      every.slice(0, 100),
      every.slice(100),
      [],
    ])
    await closeAll()
  })
})
