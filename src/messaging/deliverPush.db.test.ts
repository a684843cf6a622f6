import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/harness/database.ts'
import { openPushService, type PushService, type Subscribed } from '../../test/harness/pushService.ts'
import { newId, type RegionId } from '../platform/ids.ts'
import { secretsFrom } from '../platform/secrets.server.ts'
import { DeliveryDelayed } from './deliver.server.ts'
import { deliverPush } from './deliverPush.server.ts'
import type { PushSender } from './push.ts'
import { browsersOf, keepBrowser } from './pushBrowsers.server.ts'
import { webPushSender } from './webPush.server.ts'

const start = Temporal.Instant.from('2060-03-01T07:00:00Z')
const line = 'Tailboard: answer needed by 02:40 EST. Open it.'
const path = '/offers/abc'

describe('notifications on the wire', () => {
  let base: TestDatabase
  let service: PushService
  let person: string
  let hour = 0
  const actor = { kind: 'system', regionId: newId<RegionId>() } as const
  const vapid = { privateKey: null, subject: 'https://peers.example' }
  const secrets = secretsFrom(Buffer.alloc(32, 7))
  const push: PushSender = webPushSender(secrets, vapid)
  const impatient = webPushSender(secrets, vapid, 200)
  beforeAll(async () => {
    base = await freshDatabase()
    service = await openPushService()
  })
  beforeEach(async () => {
    await base.setNow(start.add({ hours: ++hour }))
    service.forget()
    person = newId<string>()
  })
  afterAll(async () => {
    await service.close()
    await base.drop()
  })

  const now = () => start.add({ hours: hour })
  const agree = async (publicKey = push.publicKey): Promise<Subscribed> => {
    const agreed = service.subscribe(publicKey)
    const kept = await base.db.write(actor, (tx) =>
      keepBrowser(tx, { id: person, persons: [person] }, agreed, true),
    )
    expect(kept.ok).toBe(true)
    return agreed
  }
  const send = (key: string, until: Temporal.Instant | null = now().add({ minutes: 20 }), by = push) =>
    deliverPush({ db: base.db, push: by }, actor, key, async () => ({
      person,
      line,
      path,
      lang: 'en',
      until,
    }))
  const attempts = async (key: string) =>
    (
      await base.admin.query(
        'select outcome from messaging.attempt where message_key = $1 order by attempt',
        [key],
      )
    ).rows.map((row) => row.outcome as string | null)
  const undelivered = async (key: string) =>
    (
      await base.admin.query('select 1 from graphile_worker._private_jobs where key = $1', [
        `undelivered:${key}`,
      ])
    ).rowCount
  const living = () => base.db.read(actor, (reader) => browsersOf(reader, person))

  it('are signed, sealed, urgent, and say no more than that something waits', async () => {
    const { endpoint } = await agree()
    await send('plain')
    await send('plain')
    expect(service.taken).toEqual([
      {
        ...{ endpoint, urgency: 'high', keepFor: 1200, subject: vapid.subject },
        topic: expect.stringMatching(/^[\w-]{32}$/),
        payload: { line, path, lang: 'en', tag: service.taken[0]!.topic },
      },
    ])
    expect(await attempts('plain')).toEqual(['taken'])
    expect(await undelivered('plain')).toBe(0)
  })

  it('are committed before anything is on the wire, and keep neither address nor words', async () => {
    await agree()
    const seen: unknown[] = []
    const watching: PushSender = {
      ...push,
      async send(...of) {
        seen.push(await attempts('committed'))
        return await push.send(...of)
      },
    }
    await send('committed', null, watching)
    expect(seen).toEqual([[null]])
    const { rows } = await base.admin.query('select row_to_json(a)::text as row from messaging.attempt a')
    expect(rows.map((one) => one.row).join()).not.toMatch(/127\.0\.0\.1|Open it/)
  })

  it('reach every browser of a person, each once', async () => {
    const [one, two] = [await agree(), await agree()]
    await send('both')
    await send('both')
    expect(service.taken.map((pushed) => pushed.endpoint).sort()).toEqual([one.endpoint, two.endpoint].sort())
    expect(await attempts('both')).toEqual(['taken', 'taken'])
  })

  it('are repeated when nobody knows what became of them, and replace the first', async () => {
    const agreed = await agree()
    const dying: PushSender = {
      ...push,
      async send(...of) {
        await push.send(...of)
        throw new Error('killed on the wire')
      },
    }
    await expect(send('gap', null, dying)).rejects.toThrow('killed')
    service.be('takes_and_hangs_up', agreed)
    await expect(send('gap')).rejects.toThrow(DeliveryDelayed)
    service.be('well', agreed)
    await send('gap')
    await send('gap')
    expect(service.taken).toHaveLength(3)
    expect(service.shown()).toHaveLength(1)
    expect(await attempts('gap')).toEqual([null, 'unreachable', 'taken'])
  })

  it.each(['gone', 'unknown'] as const)('end a browser that is %s, and go another way', async (mood) => {
    const agreed = await agree()
    service.be(mood, agreed)
    await send(`over-${mood}`)
    expect(await living()).toEqual([])
    expect(await undelivered(`over-${mood}`)).toBe(1)
    await send(`next-${mood}`)
    expect(service.calls).toHaveLength(1)
    expect(await undelivered(`next-${mood}`)).toBe(1)
    const { rows } = await base.admin.query(
      'select endpoint, p256dh, auth from messaging.push_subscription where person_id = $1',
      [person],
    )
    expect(rows).toEqual([{ endpoint: null, p256dh: null, auth: null }])
  })

  it('need no other way while one browser takes them', async () => {
    const [old, fresh] = [await agree(), await agree()]
    service.be('gone', old)
    await send('one-left')
    expect((await living()).map((one) => one.endpoint)).toEqual([fresh.endpoint])
    expect(await undelivered('one-left')).toBe(0)
  })

  it('are tried again at the browser that could not be reached, and not where they were taken', async () => {
    const [laptop, phone] = [await agree(), await agree()]
    service.be('broken', phone)
    await expect(send('half')).rejects.toThrow(DeliveryDelayed)
    expect(await undelivered('half')).toBe(0)
    service.be('well', phone)
    await send('half')
    expect(service.taken.map((one) => one.endpoint)).toEqual([laptop.endpoint, phone.endpoint])
  })

  it.each(['broken', 'hangs'] as const)('go another way meanwhile when the service is %s', async (mood) => {
    await agree()
    service.be(mood)
    const by = mood === 'hangs' ? impatient : push
    await expect(send(`down-${mood}`, null, by)).rejects.toThrow(DeliveryDelayed)
    expect(await undelivered(`down-${mood}`)).toBe(1)
    service.be('well')
    await send(`down-${mood}`)
    expect(service.taken).toHaveLength(1)
    expect(await attempts(`down-${mood}`)).toEqual(['unreachable', 'taken'])
  })

  it('are given up for a browser whose service has not answered for two hours', async () => {
    await agree()
    service.be('broken')
    await expect(send('silent')).rejects.toThrow(DeliveryDelayed)
    await base.setNow(now().add({ minutes: 119 }))
    await expect(send('silent')).rejects.toThrow(DeliveryDelayed)
    await base.setNow(now().add({ minutes: 120 }))
    await send('silent')
    expect(service.calls).toHaveLength(2)
    expect(await undelivered('silent')).toBe(1)
    expect(await living()).toHaveLength(1)
  })

  it('leave a service alone that asks for a rest, whatever message is next', async () => {
    await agree()
    service.be('busy')
    service.retryAfter = '120'
    await expect(send('busy')).rejects.toThrow(DeliveryDelayed)
    service.be('well')
    await base.setNow(now().add({ seconds: 119 }))
    for (const key of ['busy', 'other']) await expect(send(key)).rejects.toThrow(DeliveryDelayed)
    expect(service.calls).toHaveLength(1)
    expect(await undelivered('other')).toBe(1)
    await base.setNow(now().add({ seconds: 120 }))
    await send('busy')
    await send('other')
    expect(service.taken).toHaveLength(2)
  })

  it('go another way where this installation is not let in, and are not sent again', async () => {
    await agree('B-another-installation')
    await send('refused')
    await send('refused')
    expect(service.calls.map((call) => call.status)).toEqual([403])
    expect(await attempts('refused')).toEqual(['refused'])
    expect(await living()).toHaveLength(1)
    expect(await undelivered('refused')).toBe(1)
  })

  it('are not sent once they have become pointless', async () => {
    await agree()
    await deliverPush({ db: base.db, push }, actor, 'pointless', async () => null)
    expect(service.calls).toEqual([])
    expect(await attempts('pointless')).toEqual([])
  })

  it('go another way for somebody who has no browser', async () => {
    await send('nobody')
    expect(await undelivered('nobody')).toBe(1)
  })
})
