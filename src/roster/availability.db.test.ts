import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HarborCallOut, openHarborCallOut, yes } from '../../test/harness/harborCallOut.ts'
import { tick } from '../activation/index.server.ts'
import { defaultPolicy } from '../region/index.ts'
import { loadAvailability } from './index.server.ts'

const now = Temporal.Instant.from('2026-11-23T20:00:00Z')
const zone = 'America/New_York'

describe('Harbor’s roster', () => {
  let callOut: HarborCallOut
  beforeAll(async () => {
    callOut = await openHarborCallOut()
    await callOut.base.setNow(now)
  })
  afterAll(() => callOut.stop())
  const available = (standing = defaultPolicy.standing) => {
    const span = { startsAt: now, endsAt: now.add({ hours: 2 }) }
    const policy = { ...defaultPolicy, standing }
    return callOut.base.db.read(callOut.rae, (reader) => loadAvailability(reader, span, zone, policy))
  }
  const missing = (all: Awaited<ReturnType<typeof available>>) =>
    all.flatMap((one) => one.deployability.missing).sort()

  it('stands under the law of Massachusetts from its first day', async () => {
    expect(missing(await available())).toEqual(['agreement', 'designation', 'standing'])
    await callOut.base.admin.query(`update roster.credential set issuer = 'Elsewhere' where issuer = 'ICISF'`)
    const under = missing(await available()).filter((code) => code === 'state_certificate')
    await callOut.base.admin.query(`update roster.credential set issuer = 'ICISF' where issuer = 'Elsewhere'`)
    expect(under).toHaveLength(34)
  })

  it('is judged by the policy a call-out started with, not by the newest', async () => {
    const own = { ...defaultPolicy.standing, designation: 'advised' as const, leadAfterDays: 1_000_000 }
    const all = await available(own)
    expect(missing(all)).toEqual(['agreement', 'standing'])
    expect([all.some((one) => one.canLead), (await available()).some((one) => one.canLead)]).toEqual([
      false,
      true,
    ])
  })
})

describe('somebody whose certificate lapses while they are seated', () => {
  let callOut: HarborCallOut
  beforeAll(async () => {
    callOut = await openHarborCallOut()
  })
  afterAll(() => callOut.stop())

  it('stays seated and bound; the checklist shows it', async () => {
    const { base, rae, deps } = callOut
    const plan = await callOut.calledOut(now)
    const [offer] = plan.offers
    expect((await callOut.answer(offer!, yes)).ok).toBe(true)
    const session = plan.approval!
    const shown = async () => {
      const all = await base.db.read(rae, (reader) => loadAvailability(reader, session, zone))
      const one = all.find(({ member }) => member.id === offer!.memberId)!
      return {
        committed: one.committed,
        missing: one.deployability.missing,
        gates: one.checklist.filter((gate) => gate.state === 'missing').map((gate) => gate.of.join()),
      }
    }
    expect(await shown()).toEqual({ committed: true, missing: [], gates: [] })
    await base.admin.query(
      `update roster.credential set expires_on = '2026-11-23' where member_id = $1 and kind = 'AIC'`,
      [offer!.memberId],
    )
    await base.setNow(now.add({ minutes: 20 }))
    await tick(deps, rae.regionId)
    expect(await shown()).toEqual({ committed: true, missing: ['certificate'], gates: ['AIC'] })
    const seated = (await callOut.load(plan)).seats.flatMap((seat) => seat.taken?.memberId ?? [])
    expect(seated).toContain(offer!.memberId)
  })
})
