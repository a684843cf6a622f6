import { describe, expect, it } from 'vitest'
import { phonedCallOut } from '../../test/harness/phonedCallOut.ts'
import { bundlingOf } from './bundle.server.ts'

const policy = { telephoneAfterMinutes: 5, holdMinutes: 30, messagesPerMinute: 60 }

describe('several call-outs in one night', () => {
  const night = phonedCallOut()

  it('fill nobody’s phone: from the third on, one text speaks for all, and then it is quiet', async () => {
    const now = night.nextDay()
    const plans = []
    for (let call = 0; call < 4; call++) plans.push(await night.at.calledOut(now))
    const asked = plans.map((plan) => new Map(plan.offers.map((one) => [one.memberId, one])))
    const member = [...asked[0]!.keys()].find((one) => asked.every((plan) => plan.has(one)))!
    const offers = asked.map((plan) => plan.get(member)!)
    await night.jobs()
    const texts = night.textTo(offers[0]!).map((one) => one.body)
    expect(texts.filter((text) => /answer by/.test(text))).toHaveLength(2)
    expect(texts.filter((text) => /4 answers are waiting for you/.test(text))).toHaveLength(1)
    expect(texts).toHaveLength(3)

    // Each counts for itself again once it was quiet for as long as the region says, or asked for one by one.
    const at = async (minutes: number, bundleFrom: number, bundleMinutes: number) => {
      await night.at.base.setNow(now.add({ minutes }))
      return await night.at.base.db.read(
        night.at.system,
        async (reader) =>
          (await bundlingOf(reader, member, offers[3]!.id, { ...policy, bundleFrom, bundleMinutes })).kind,
      )
    }
    expect(await at(9, 3, 10)).toBe('covered')
    expect(await at(11, 3, 10)).toBe('alone')
    expect(await at(9, 5, 10)).toBe('alone')
    expect(await at(9, 4, 10)).toBe('together')
  })
})
