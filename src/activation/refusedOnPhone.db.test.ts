import { describe, expect, it } from 'vitest'
import { offerOf, onward, phonedCallOut } from '../../test/harness/phonedCallOut.ts'
import { grantRole } from '../identity/index.server.ts'
import { type AccountId, newId } from '../platform/ids.ts'
import { standDownPlan } from './end.server.ts'
import { sendOffer } from './jobs.ts'
import type { OfferState } from './planState.ts'
import { sendBy } from './sendBy.server.ts'

describe('an answer by key that can’t be taken', () => {
  const night = phonedCallOut()
  const { jobs, calledOut, nextDay, press, phoneOf } = night

  /** Somebody asked is telephoned too; answers where the question stands, with its keys. */
  const telephoned = async (offer: OfferState): Promise<string> => {
    await night.at.base.db.write(night.at.system, (tx) => sendBy(tx, sendOffer, offer.id, 'call'))
    await jobs()
    const call = night.company.sent.find(
      (one) => one.kind === 'call' && one.to === phoneOf.get(offer.memberId),
    )
    return onward(await press(onward(await press(call!.script, '')), '1'))
  }
  const speaking = (lang: 'en' | 'es') =>
    night.at.base.admin.query('update messaging.reach set lang = $1', [lang])

  it.each([
    ['en', /bound elsewhere at that time.+Nothing was changed/],
    ['es', /otro compromiso.+Nada cambia/],
  ] as const)('says in %s that they are bound elsewhere, and what to do', async (lang, said) => {
    await speaking(lang)
    const lead = offerOf(await calledOut(), 'lead')
    const keys = await telephoned(lead)
    await night.at.base.admin.query(
      `insert into roster.commitment (region_id, id, member_id, during, kind)
       values ($1, gen_random_uuid(), $2, tstzrange($3, $4), 'intervention')`,
      [
        night.at.harbor.regionId,
        lead.memberId,
        night.today().toString(),
        night.today().add({ hours: 8 }).toString(),
      ],
    )
    const heard = await press(keys, '1')
    expect(heard).toMatch(said)
    expect(heard).not.toMatch(/answered already|ya está respondido/)
    await speaking('en')
  })

  it('says that nobody is needed any more, not that they had answered', async () => {
    const plan = await calledOut()
    const keys = await telephoned(offerOf(plan, 'lead'))
    await standDownPlan(night.at.base.db, night.at.rae, plan.id)
    const heard = await press(keys, '1')
    expect(heard).toContain('not needed this time')
    expect(heard).not.toContain('answered already')
  })

  it('says to a coordinator that it was somebody else who took the request, or that they stood aside', async () => {
    const accountId = newId<AccountId>()
    const number = '+16175559001'
    await night.at.base.db.write(night.at.system, (tx) => grantRole(tx, accountId, 'duty_coordinator'))
    await night.at.base.admin.query(
      `insert into messaging.reach (region_id, person_id, phone, phone_proven_at, by_text) values ($1, $2, $3, now(), true)`,
      [night.at.harbor.regionId, accountId, number],
    )
    const rung = async () => {
      night.company.sent.length = 0
      const id = await night.at.requested(nextDay())
      await jobs()
      const call = night.company.sent.find((one) => one.to === number && one.kind === 'call')!
      return { id, keys: onward(await press(onward(await press(call.script, '')), '1')) }
    }
    const aside = await rung()
    await night.at.base.admin.query(
      'insert into activation.stood_aside (region_id, activation_id, account_id) values ($1, $2, $3)',
      [night.at.harbor.regionId, aside.id, accountId],
    )
    expect(await press(aside.keys, '1')).toContain('stood aside')
    const taken = await rung()
    await night.at.base.admin.query(
      'insert into activation.taking (region_id, id, activation_id, account_id) values ($1, gen_random_uuid(), $2, gen_random_uuid())',
      [night.at.harbor.regionId, taken.id],
    )
    expect(await press(taken.keys, '1')).toContain('Somebody else')
  })
})
