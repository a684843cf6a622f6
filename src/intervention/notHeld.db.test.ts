import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HarborCallOut, openHarborCallOut, yes } from '../../test/harness/harborCallOut.ts'
import { awaitingClearance, loadAvailability } from '../roster/index.server.ts'
import { closeOut } from './actions.server.ts'
import type { CloseOut } from './closeOut.ts'

const start = Temporal.Instant.from('2060-04-05T14:00:00Z')
const notHeld: CloseOut = { held: 'not_held', participants: 'none', duration: 'none', followUpOffered: 'no' }
const changed: CloseOut = {
  held: 'changed',
  participants: '5_to_10',
  duration: '30_to_60',
  followUpOffered: 'yes',
}

describe('a session that was closed', () => {
  let at: HarborCallOut
  let days = 0
  beforeAll(async () => {
    at = await openHarborCallOut()
  })
  afterAll(() => at.stop())

  /** What it weighs on whoever sat there, two days later, when it was of the hardest kind. */
  const afterwards = async (how: CloseOut) => {
    const plan = await at.calledOut(start.add({ hours: 240 * days++ }))
    for (const kind of ['lead', 'peer']) {
      const now = await at.load(plan)
      await at.answer(now.offers.find((one) => one.kind === kind && one.answer === null)!, yes)
    }
    const team = (await at.load(plan)).seats.map((seat) => seat.taken!.memberId)
    await at.base.admin.query('update roster.commitment set weight = 3 where member_id = any($1)', [team])
    await at.base.setNow(plan.approval!.endsAt)
    expect(await closeOut(at.base.db, at.rae, plan.id, how)).toMatchObject({ ok: true })
    const now = plan.approval!.endsAt.add({ hours: 48 })
    await at.base.setNow(now)
    return await at.base.db.read(at.rae, async (reader) => {
      const awaiting = await awaitingClearance(reader, now)
      const span = { startsAt: now, endsAt: now.add({ hours: 1 }) }
      const mine = (await loadAvailability(reader, span, 'America/New_York')).filter((one) =>
        team.includes(one.member.id),
      )
      return {
        awaiting: team.filter((id) => awaiting.has(id)).length,
        sessions: mine.reduce((sum, one) => sum + one.sessionsThisMonth, 0),
        rested: mine.filter((one) => one.restedHours !== null).length,
      }
    })
  }

  it('weighs on nobody when it was not held', async () => {
    expect(await afterwards(notHeld)).toEqual({ awaiting: 0, sessions: 0, rested: 0 })
  })

  it('counts when it was held, changed or not', async () => {
    const after = await afterwards(changed)
    expect(after.awaiting).toBeGreaterThan(0)
    expect(after.sessions).toBe(after.awaiting)
    expect(after.rested).toBe(after.awaiting)
  })
})
