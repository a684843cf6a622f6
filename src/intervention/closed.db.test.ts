import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HarborCallOut, openHarborCallOut, yes } from '../../test/harness/harborCallOut.ts'
import { closeOut, loadCloseOut } from './actions.server.ts'
import type { CloseOut } from './closeOut.ts'

const held: CloseOut = {
  held: 'changed',
  participants: '5_to_10',
  duration: '60_to_120',
  followUpOffered: 'yes',
}

describe('what a closed session was recorded as', () => {
  let at: HarborCallOut
  beforeAll(async () => {
    at = await openHarborCallOut()
  })
  afterAll(() => at.stop())

  it('is no longer than the time since it began, and can be read afterwards', async () => {
    const plan = await at.calledOut(Temporal.Instant.from('2060-04-05T14:00:00Z'))
    await at.answer(plan.offers.find((one) => one.kind === 'lead')!, yes)
    const { startsAt } = plan.approval!
    const close = () => closeOut(at.base.db, at.rae, plan.id, held)
    const read = () => at.base.db.read(at.rae, (reader) => loadCloseOut(reader, plan.id))
    await at.base.setNow(startsAt.add({ seconds: 20 }))
    expect(await close()).toMatchObject({ code: 'longer_than_since', field: 'duration', kind: 'invalid' })
    expect(await read()).toBeNull()
    await at.base.setNow(startsAt.add({ minutes: 60 }))
    expect(await close()).toMatchObject({ ok: true })
    expect(await read()).toEqual(held)
  })
})
