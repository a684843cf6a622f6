import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInAs } from '../../test/harness/signIn.ts'
import { openTwoRegions, type Person, type TwoRegions } from '../../test/harness/twoRegions.ts'
import { bookEducation } from '../activation/index.server.ts'
import { createAccount, grantRole } from '../identity/index.server.ts'
import type { AccountId, AgencyId, RegionId } from '../platform/ids.ts'
import { drain } from '../platform/worker.server.ts'
import { hearField } from './HearPage.tsx'

type Fields = Readonly<Record<string, string>>

describe('one person in several agencies and regions', () => {
  let all: TwoRegions
  let kim: Pick<Person, 'accountId' | 'cookie'>
  let agencies: readonly { readonly id: AgencyId; readonly name: string }[]
  beforeAll(async () => {
    all = await openTwoRegions()
    const { services, harbor, other } = all
    const accountId = await createAccount(services.auth, { email: 'kim.l@peers.example', name: 'Kim L.' })
    await give(harbor.regionId, accountId, 'peer', { memberId: harbor.members[4]!.id })
    await give(other.regionId, accountId, 'peer', { memberId: other.members[2]!.id })
    kim = { accountId, cookie: await signInAs(services.auth, accountId) }
    agencies = [...harbor.agencies].map(([name, id]) => ({ id, name }))
  }, 90_000)
  afterAll(() => all?.here.stop())

  const give = async (
    regionId: RegionId,
    account: AccountId,
    ...given: Parameters<typeof grantRole> extends [unknown, unknown, ...infer Rest] ? Rest : never
  ) => {
    const done = await all.services.db.write({ kind: 'system', regionId }, (tx) =>
      grantRole(tx, account, ...given),
    )
    if (!done.ok) throw new Error(done.code)
  }
  const open = (path: string, cookie = kim.cookie) => all.send(all.here.teamUrl, path, { cookie })
  const post = (path: string, fields: Fields, cookie = kim.cookie) =>
    all.send(all.here.teamUrl, path, { cookie }, new URLSearchParams(fields).toString())
  const rows = async (text: string, ...values: unknown[]) => (await all.base.admin.query(text, values)).rows
  const ticks = (text: string) =>
    [...text.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)].map(([box]) => ({
      name: /name="([^"]+)"/.exec(box)![1]!,
      checked: / checked/.test(box),
    }))
  const every = (named: string, except: readonly string[] = []): Fields =>
    Object.fromEntries(
      [...agencies.flatMap(({ id }) => [hearField('call_outs', id), hearField('talks', id)])]
        .filter((name) => !except.includes(name))
        .map((name): [string, string] => [name, 'yes'])
        .concat([['shown', named]]),
    )

  it('is reached by each region as they chose there, and neither knows of the other', async () => {
    expect((await post('/harbor/me/reach', { byMail: 'yes', lang: 'es' })).status).toBe(303)
    const phone = (region: RegionId, number: string) =>
      rows(
        `insert into messaging.reach (region_id, person_id, phone, phone_proven_at, by_mail, by_text)
         select region_id, member_id, $2, now(), false, true from identity."grant" where region_id = $1 and account_id = $3`,
        region,
        number,
        kim.accountId,
      )
    await phone(all.other.regionId, '+16175550177')
    const [harbor, other] = [await open('/harbor/me/reach'), await open('/montgomery/me/reach')]
    expect(harbor.text).not.toContain('5550177')
    expect(other.text).toContain('+16175550177')
    const chosen = ({ text }: { text: string }) =>
      ticks(text)
        .filter((one) => one.checked)
        .map((one) => one.name)
    expect([chosen(harbor), chosen(other)]).toEqual([['byMail'], ['byText']])
    // What is changed in one stays in the other.
    expect((await post('/montgomery/me/reach', { byMail: 'yes', byText: 'yes', lang: 'en' })).text).toBe('')
    expect([chosen(await open('/harbor/me/reach')), chosen(await open('/montgomery/me/reach'))]).toEqual([
      ['byMail'],
      ['byMail', 'byText'],
    ])
    const { text } = await open('/account')
    for (const path of [
      '/harbor/me/reach',
      '/harbor/me/agencies',
      '/montgomery/me/reach',
      '/montgomery/me/agencies',
    ])
      expect(text).toContain(`href="${path}"`)
    expect(text).toContain('mail, text')
  })

  it('chooses agency by agency what they are asked for, in one region and not in the other', async () => {
    const first = await open('/harbor/me/agencies')
    expect(ticks(first.text).length).toBe(agencies.length * 2)
    expect(ticks(first.text).every((one) => one.checked)).toBe(true)
    const [agency] = agencies
    const out = hearField('call_outs', agency!.id)
    const ids = agencies.map((one) => one.id).join(' ')
    expect(await post('/harbor/me/agencies', every(ids, [out]))).toMatchObject({
      status: 303,
      location: '/harbor/me/agencies?kept=1',
    })
    const kept = ticks((await open('/harbor/me/agencies')).text)
    expect(kept.filter((one) => !one.checked).map((one) => one.name)).toEqual([out])
    expect(ticks((await open('/montgomery/me/agencies')).text).every((one) => one.checked)).toBe(true)
    // An agency that came while the page lay open was not left out by it.
    const others = agencies.filter((one) => one !== agency).map((one) => one.id)
    await post('/harbor/me/agencies', every(others.join(' ')))
    expect(
      await rows(
        'select agency_id, what from roster.not_asked_for where region_id = $1',
        all.harbor.regionId,
      ),
    ).toEqual([{ agency_id: agency!.id, what: 'call_outs' }])
    // Ids of another region's agencies are none of this one.
    const foreign = [...all.other.agencies.values()].join(' ')
    await post('/harbor/me/agencies', { shown: `${foreign} ${ids} nonsense` })
    expect(await rows('select distinct region_id from roster.not_asked_for')).toEqual([
      { region_id: all.harbor.regionId },
    ])
    await post('/harbor/me/agencies', every(ids))
    expect(await rows('select 1 from roster.not_asked_for')).toEqual([])
  })

  it('as a contact sees what their own agencies asked for, and is mailed only of those they chose', async () => {
    const [larkfield, second] = [
      agencies.find((one) => one.name === 'Larkfield Fire')!,
      agencies.find((one) => one.name !== 'Larkfield Fire')!,
    ]
    const { services, harbor, base } = all
    const accountId = await createAccount(services.auth, { email: 'pat.c@agency.example', name: 'Pat C.' })
    await give(harbor.regionId, accountId, 'agency_contact', { agencyId: second.id })
    const cookie = await signInAs(services.auth, accountId)
    const today = async () => (await open('/harbor/today', cookie)).text
    const before = await today()
    expect(before).toContain(`in the name of ${second.name}`)
    expect(before).not.toContain('Larkfield Fire')
    expect(before).not.toContain('A coordinator has it')
    await give(harbor.regionId, accountId, 'agency_contact', { agencyId: larkfield.id })
    const after = await today()
    expect(after).toContain('Death or serious injury of a child')
    expect(after).toContain('Spoken to')
    for (const hidden of ['Pat L.', '617-555-0199', 'Rae H.']) expect(after).not.toContain(hidden)

    const page = await open('/harbor/me/agencies', cookie)
    const mine = [larkfield, second].map(({ id }) => hearField('mail', id)).sort()
    expect(
      ticks(page.text)
        .map((one) => one.name)
        .sort(),
    ).toEqual(mine)
    expect(ticks(page.text).every((one) => !one.checked)).toBe(true)
    const shown = agencies.map((one) => one.id).join(' ')
    const jobs = async () =>
      await rows(
        `select payload->>'accountId' as account from graphile_worker._private_jobs j
           join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'activation.agencyAsked'`,
      )
    await all.asking()
    expect(await jobs()).toEqual([])
    // Of an agency they don't speak for they hear nothing, whatever they send.
    const third = agencies.find((one) => one !== larkfield && one !== second)!
    await post(
      '/harbor/me/agencies',
      { shown, [hearField('mail', larkfield.id)]: 'yes', [hearField('mail', third.id)]: 'yes' },
      cookie,
    )
    expect(
      await rows('select agency_id from identity."grant" where hears and region_id = $1', harbor.regionId),
    ).toEqual([{ agency_id: larkfield.id }])
    await all.asking()
    expect(await jobs()).toEqual([{ account: accountId }])
    const worked = async () => {
      await drain(services.workerPool, services.handlers)
      return services.mailbox!.mails.filter((mail) => mail.to === 'pat.c@agency.example')
    }
    const [mail, ...more] = await worked()
    expect(more).toEqual([])
    expect(mail!.text).toContain('/harbor/today')
    // Its subject and text tell nothing of what was asked for; the host in the link is the same for everybody.
    for (const telling of ['Larkfield', 'request', 'incident', 'child'])
      expect(`${mail!.subject} ${mail!.text}`).not.toContain(telling)
    // Whoever thinks better of it, before it went out, gets none.
    await all.asking()
    expect(await jobs()).toHaveLength(1)
    await post('/harbor/me/agencies', { shown }, cookie)
    expect(await worked()).toHaveLength(1)
    await post('/harbor/me/agencies', { shown, [hearField('mail', second.id)]: 'yes' }, cookie)
    await all.asking()
    expect(await jobs()).toEqual([])
    const booked = await bookEducation(services.db, harbor.regionId, {
      kind: 'roll_call_talk',
      agencyId: second.id,
      people: 12,
      wishedAt: Temporal.Now.instant().add({ hours: 24 * 9 }),
      wishedElse: null,
      place: 'Station one',
      requesterName: 'Lou F.',
      callbackPhone: '617-555-0198',
    } as never)
    expect(booked).toMatchObject({ ok: true })
    expect(await jobs()).toHaveLength(1)
    expect(await today()).toContain('Roll-call talk')
    await base.admin.query('delete from identity."grant" where account_id = $1 and agency_id = $2', [
      accountId,
      larkfield.id,
    ])
    expect(await today()).not.toContain('Death or serious injury of a child')
  })
})
