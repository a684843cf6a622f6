import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HarborCallOut, openHarborCallOut } from '../../test/harness/harborCallOut.ts'
import { grantRole } from '../identity/index.server.ts'
import { noPhones, phonesInMemory } from '../messaging/index.server.ts'
import { isOneSegment, type Mail } from '../messaging/index.ts'
import { type AccountId, newId } from '../platform/ids.ts'
import { handlers } from './jobs.server.ts'
import { shiftBegins } from './jobs.ts'
import { shiftBeginsText } from './mails.ts'
import { addCoordinatorShifts, loadOnCall, removeCoordinatorShift } from './onCall.server.ts'

const now = Temporal.Instant.from('2058-03-01T20:00:00Z')
let here: HarborCallOut
const rae = newId<AccountId>()
const mails: Mail[] = []
const company = phonesInMemory()
beforeAll(async () => {
  here = await openHarborCallOut()
  await here.base.setNow(now)
  await here.base.db.write(here.system, (tx) => grantRole(tx, rae, 'duty_coordinator'))
})
afterAll(() => here.stop())

const waiting = async () =>
  (
    await here.base.admin.query(
      `select key, run_at from graphile_worker._private_jobs where key like 'shift-begins:%' order by run_at`,
    )
  ).rows as { key: string; run_at: unknown }[]

it('tells whoever’s duty begins where the sheet is, at its hour, once, and never of a shift taken back', async () => {
  const span = (from: number, to: number) => ({
    startsAt: now.add({ hours: from }),
    endsAt: now.add({ hours: to }),
  })
  const spans = [span(2, 14), span(26, 38), span(50, 62)]
  const given = { accountId: rae, place: 'on_call' as const, spans }
  expect(await addCoordinatorShifts(here.base.db, here.rae, given)).toMatchObject({ ok: true })
  const jobs = await waiting()
  expect(jobs.map((one) => String(one.run_at))).toEqual(spans.map((one) => String(one.startsAt)))

  const begins = handlers({
    db: here.base.db,
    ...noPhones,
    phones: [company],
    teamUrl: new URL('http://team.localhost:3000'),
    emailOf: async () => 'rae.h@coordination.example',
    mail: {
      async send(mail) {
        mails.push(mail)
        return 'taken'
      },
      close() {},
    },
  }).find((one) => one.name === shiftBegins.name)!
  const run = async (index: number) =>
    begins.run({ regionId: here.harbor.regionId, shiftId: jobs[index]!.key.split(':')[1] })

  const phone = '+15555550142'
  await here.base.admin.query(
    `insert into messaging.reach (region_id, person_id, phone, phone_proven_at, by_mail, by_text)
     values ($1, $2, $3, now(), true, true)`,
    [here.harbor.regionId, rae, phone],
  )
  await run(0)
  expect(mails).toEqual([])
  await here.base.setNow(spans[0]!.startsAt)
  for (let twice = 0; twice < 2; twice++) await run(0)
  expect(mails).toHaveLength(1)
  expect(mails[0]!.text).toContain('http://team.localhost:3000/harbor/hand-over/sheet')
  expect(company.messages).toMatchObject([{ to: phone, text: expect.stringContaining('your duty begins') }])
  expect(`${mails[0]!.subject} ${mails[0]!.text}`).not.toMatch(/617|Harbor Region/)

  const { coordinators } = await here.base.db.read(here.rae, (reader) =>
    loadOnCall(reader, spans[1]!.startsAt, spans[1]!.endsAt),
  )
  await removeCoordinatorShift(here.base.db, here.rae, coordinators[0]!.id)
  await here.base.setNow(spans[1]!.startsAt)
  await run(1)
  expect(mails).toHaveLength(1)

  // The sheet has everybody's numbers: whoever coordinates no more is not called to it.
  await here.base.admin.query('delete from identity."grant" where account_id = $1', [rae])
  await here.base.setNow(spans[2]!.startsAt)
  await run(2)
  expect(mails).toHaveLength(1)
  expect(company.messages).toHaveLength(1)
})

it.each(['en', 'es'] as const)('has room for a link where there is any, in %s', (lang) => {
  const short = 'https://team.a-region.example/harbor/hand-over/sheet'
  const long = `https://team.${'a'.repeat(120)}.example/harbor/hand-over/sheet`
  const texts = [shiftBeginsText(short, lang), shiftBeginsText(long, lang)]
  expect(texts.map(isOneSegment)).toEqual([true, true])
  expect(texts.map((text) => /https/.test(text))).toEqual([true, false])
})
