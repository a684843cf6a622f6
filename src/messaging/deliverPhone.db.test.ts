import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/harness/database.ts'
import { openPhoneCompany, type PhoneCompany } from '../../test/harness/phoneCompany.ts'
import { newId, type RegionId } from '../platform/ids.ts'
import { secretsFrom } from '../platform/secrets.server.ts'
import { DeliveryDelayed } from './deliver.server.ts'
import { deliverPhone } from './deliverPhone.server.ts'
import { handlers } from './jobs.server.ts'
import { noteState } from './receipt.server.ts'
import { stoppedPhones } from './stop.server.ts'
import { twilioProvider } from './twilio.server.ts'

const start = Temporal.Instant.from('2060-03-01T07:00:00Z')
const to = '+16175550142'

describe('texts and calls on the wire', () => {
  let base: TestDatabase
  let first: PhoneCompany
  let second: PhoneCompany
  let minute = 0
  const actor = { kind: 'system', regionId: newId<RegionId>() } as const
  beforeAll(async () => {
    base = await freshDatabase()
    first = await openPhoneCompany()
    second = await openPhoneCompany('AC2')
  })
  // Ten minutes apart, so that no test sees how another one's provider did.
  beforeEach(async () => {
    await base.setNow(start.add({ minutes: 10 * ++minute }))
    for (const one of [first, second]) {
      Object.assign(one, { mood: 'well', honoursKeys: true, status: 'delivered' })
      one.sent.length = 0
      one.next.length = 0
      one.asked.length = 0
    }
  })
  afterAll(async () => {
    await first.close()
    await second.close()
    await base.drop()
  })

  const deps = () => ({
    db: base.db,
    phones: [
      twilioProvider('first', first.url, '+16175550100'),
      twilioProvider('second', second.url, '+16175550101'),
    ],
    receiptsUrl: (provider: string, _region: string, key: string, attempt: number) =>
      `http://localhost/${provider}/${key}/${attempt}`,
  })
  const send = (key: string, perMinute = 60) =>
    deliverPhone(deps(), actor, { key, channel: 'text', perMinute }, async () => ({ to, text: 'Tailboard.' }))
  const attempts = async (key: string) =>
    (
      await base.admin.query(
        'select provider, outcome, state from messaging.attempt where message_key = $1 order by attempt',
        [key],
      )
    ).rows as { provider: string; outcome: string | null; state: string | null }[]
  const jobs = async (name: string) =>
    (
      await base.admin.query(
        `select count(*)::int as jobs from graphile_worker._private_jobs j
           join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1`,
        [name],
      )
    ).rows[0].jobs as number

  it('sends one text through the first provider and knows where it tells what became of it', async () => {
    await send('plain')
    await send('plain')
    expect(first.sent).toMatchObject([{ to, body: 'Tailboard.', receipts: 'http://localhost/first/plain/1' }])
    expect(second.sent).toEqual([])
    expect(await attempts('plain')).toEqual([{ provider: 'first', outcome: 'taken', state: null }])
  })

  it.each(['broken', 'busy', 'suspended'] as const)(
    'goes on to the second provider when the first is %s, and begins there for the next minute',
    async (mood) => {
      first.mood = mood
      await send(`over-${mood}`)
      expect(second.sent).toHaveLength(1)
      expect((await attempts(`over-${mood}`)).map((one) => one.provider)).toEqual(['first', 'second'])
      await send(`next-${mood}`)
      expect((await attempts(`next-${mood}`)).map((one) => one.provider)).toEqual(['second'])
      await base.setNow(start.add({ minutes: 10 * minute + 2 }))
      first.mood = 'well'
      await send(`later-${mood}`)
      expect((await attempts(`later-${mood}`)).map((one) => one.provider)).toEqual(['first'])
    },
  )

  it('asks the first provider again when it took the text and the line was cut, and sends it through no other', async () => {
    first.next.push('takes_and_hangs_up')
    await expect(send('cut')).rejects.toThrow(DeliveryDelayed)
    expect(second.sent).toEqual([])
    await send('cut')
    expect(first.sent.map((one) => one.key)).toEqual(['cut'])
    expect(second.sent).toEqual([])
    expect(await attempts('cut')).toMatchObject([
      { provider: 'first', outcome: 'unknown' },
      { provider: 'first', outcome: 'taken' },
    ])
  })

  it('goes on to the second provider after two answers that never came, and begins there for the next minute', async () => {
    first.mood = 'hangs_up'
    await expect(send('gone')).rejects.toThrow(DeliveryDelayed)
    expect(second.sent).toEqual([])
    await send('gone')
    expect((await attempts('gone')).map((one) => one.provider)).toEqual(['first', 'first', 'second'])
    await send('next')
    expect((await attempts('next')).map((one) => one.provider)).toEqual(['second'])
    expect(second.sent.map((one) => one.key)).toEqual(['gone', 'next'])
  })

  it('sends nothing again once a receipt tells that a text whose answer was lost had been taken', async () => {
    first.mood = 'takes_and_hangs_up'
    await expect(send('heard')).rejects.toThrow(DeliveryDelayed)
    await base.db.write(actor, (tx) => noteState(tx, 'heard', 1, 'sent'))
    await send('heard')
    expect(first.sent).toHaveLength(1)
    expect(second.sent).toEqual([])
    expect(await attempts('heard')).toMatchObject([{ outcome: 'unknown', state: 'sent' }])
  })

  it('knows at once that a message was never handed over when nobody listens', async () => {
    const gone = await openPhoneCompany()
    await gone.close()
    const nobody = twilioProvider('first', gone.url, '+16175550100')
    await deliverPhone(
      { ...deps(), phones: [nobody, deps().phones[1]!] },
      actor,
      { key: 'nobody', channel: 'text', perMinute: 60 },
      async () => ({ to, text: 'Tailboard.' }),
    )
    expect((await attempts('nobody')).map((one) => one.outcome)).toEqual(['unreachable', 'taken'])
  })

  it('asks to be tried again when nobody answers, and loses nothing', async () => {
    first.mood = 'broken'
    second.mood = 'broken'
    await expect(send('down')).rejects.toThrow(DeliveryDelayed)
    first.mood = 'well'
    second.mood = 'well'
    await send('down')
    expect([...first.sent, ...second.sent]).toHaveLength(1)
  })

  it('repeats an attempt of unknown outcome under the same key with the provider that may have it', async () => {
    await base.admin.query(
      `insert into messaging.attempt (region_id, message_key, attempt, channel, provider) values ($1, 'gap', 1, 'text', 'second')`,
      [actor.regionId],
    )
    second.sent.push({
      sid: 'SM9',
      kind: 'text',
      to,
      body: 'Tailboard.',
      script: '',
      receipts: '',
      key: 'gap',
    })
    await send('gap')
    expect(first.sent).toEqual([])
    expect(second.sent).toHaveLength(1)
    expect(await attempts('gap')).toMatchObject([{ outcome: null }, { provider: 'second', outcome: 'taken' }])
  })

  it('does not try another provider for a number that takes nothing, and keeps a STOP', async () => {
    first.next.push('number_unknown')
    await send('nowhere')
    await send('nowhere')
    first.next.push('stopped')
    await send('said-stop')
    expect(second.sent).toEqual([])
    expect((await attempts('nowhere')).map((one) => one.outcome)).toEqual(['refused'])
    expect((await attempts('said-stop')).map((one) => one.outcome)).toEqual(['stopped'])
    expect([...(await base.db.read(actor, stoppedPhones))]).toEqual([to])
  })

  it('sends no more in a minute than the region decided, and goes on in the next', async () => {
    await send('one', 2)
    await send('two', 2)
    await expect(send('three', 2)).rejects.toThrow('this minute')
    await base.setNow(start.add({ minutes: 10 * minute + 2 }))
    await send('three', 2)
    expect(first.sent.map((one) => one.key)).toEqual(['one', 'two', 'three'])
  })

  it('lets a delivery go forward only, whatever order receipts come in', async () => {
    await send('moves')
    const told = (state: 'sent' | 'delivered' | 'undelivered') =>
      base.db.write(actor, (tx) => noteState(tx, 'moves', 1, state))
    expect(await told('delivered')).toBe(true)
    for (const late of ['sent', 'undelivered', 'delivered'] as const) expect(await told(late)).toBe(false)
    expect(await attempts('moves')).toMatchObject([{ state: 'delivered' }])
    await expect(
      base.admin.query(
        `update messaging.attempt set state = 'sent', state_at = tailboard.now() where message_key = 'moves'`,
      ),
    ).rejects.toThrow('does not go back')
  })

  it('tells its sender once when a text did not arrive', async () => {
    await send('lost')
    const before = await jobs('messaging.undelivered')
    for (const _ of [1, 2]) await base.db.write(actor, (tx) => noteState(tx, 'lost', 1, 'undelivered'))
    expect((await jobs('messaging.undelivered')) - before).toBe(1)
  })

  it('asks after a text of which nothing more was heard, and stops asking at the third silence', async () => {
    await send('silent')
    const ask = handlers({
      ...deps(),
      secrets: secretsFrom(Buffer.alloc(32, 7)),
      proofScript: () => '',
    }).find((one) => one.name === 'messaging.askAfter')!
    const round = (number: number) =>
      ask.run({ regionId: actor.regionId, key: 'silent', attempt: 1, round: number })
    const due = async () =>
      (await base.admin.query(`select run_at from graphile_worker._private_jobs where key = 'ask:silent:1'`))
        .rows
    first.status = 'sent'
    await round(1)
    expect(first.asked).toHaveLength(1)
    expect(await attempts('silent')).toMatchObject([{ state: 'sent' }])
    expect(await due()).toHaveLength(1)
    first.status = 'delivered'
    await round(2)
    await round(3)
    expect(first.asked).toHaveLength(2)
    expect(await attempts('silent')).toMatchObject([{ state: 'delivered' }])
  })
})
