import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/harness/database.ts'
import { newId, type RegionId } from '../platform/ids.ts'
import { DeliveryDelayed, deliver } from './deliver.server.ts'
import type { Mail, MailResult } from './mail.ts'

const text = { to: 'dana.m@peers.example', subject: 'Tailboard', text: 'Something waits.\n' }

describe('sending one message', () => {
  let base: TestDatabase
  const actor = { kind: 'system', regionId: newId<RegionId>() } as const
  beforeAll(async () => {
    base = await freshDatabase()
  })
  afterAll(() => base.drop())

  /** A mail system that answers in turn; an Error stands for a process that dies on the wire. */
  function wire(...answers: (MailResult | Error)[]) {
    const seen: { mail: Mail; attempts: number }[] = []
    const send = async (mail: Mail): Promise<MailResult> => {
      const { rows } = await base.admin.query(
        'select count(*)::int as count from messaging.attempt where message_key = $1',
        [mail.messageId.replace('@tailboard', '')],
      )
      seen.push({ mail, attempts: rows[0].count })
      const answer = answers.shift()!
      if (answer instanceof Error) throw answer
      return answer
    }
    return { seen, deps: { db: base.db, mail: { send, close() {} } } }
  }
  const load = async () => text

  it('has committed the attempt before anything is on the wire', async () => {
    const { seen, deps } = wire('taken')
    await deliver(deps, actor, 'first', load)
    expect(seen.map((one) => one.attempts)).toEqual([1])
  })

  it('sends nothing again once it was taken or refused', async () => {
    for (const outcome of ['taken', 'refused'] as const) {
      const { seen, deps } = wire(outcome, 'taken')
      await deliver(deps, actor, `once-${outcome}`, load)
      await deliver(deps, actor, `once-${outcome}`, load)
      expect(seen).toHaveLength(1)
    }
  })

  it('tells its sender when the address takes none, once, and not while it only has to wait', async () => {
    const told = async () =>
      (
        await base.admin.query(
          `select key from graphile_worker._private_jobs where key like 'undelivered:told-%' order by key`,
        )
      ).rows.map((row) => row.key)
    const { deps } = wire('unreachable', 'refused', 'taken')
    await expect(deliver(deps, actor, 'told-wait', load)).rejects.toThrow(DeliveryDelayed)
    expect(await told()).toEqual([])
    for (const _ of [1, 2]) await deliver(deps, actor, 'told-refused', load)
    expect(await told()).toEqual(['undelivered:told-refused'])
  })

  it('repeats an attempt of unknown outcome under the same Message-ID', async () => {
    const { seen, deps } = wire(new Error('killed on the wire'), 'taken')
    await expect(deliver(deps, actor, 'gap', load)).rejects.toThrow('killed')
    await deliver(deps, actor, 'gap', load)
    expect(seen.map((one) => one.mail)).toEqual([
      { ...text, messageId: 'gap@tailboard' },
      { ...text, messageId: 'gap@tailboard' },
    ])
  })

  it('asks to be tried again while nobody can be reached', async () => {
    const { seen, deps } = wire('unreachable', 'taken')
    await expect(deliver(deps, actor, 'later', load)).rejects.toThrow(DeliveryDelayed)
    await deliver(deps, actor, 'later', load)
    expect(seen).toHaveLength(2)
  })

  it('sends nothing that has become pointless, and keeps neither address nor text', async () => {
    const { seen, deps } = wire('taken')
    await deliver(deps, actor, 'pointless', async () => null)
    expect(seen).toEqual([])
    const { rows } = await base.admin.query('select row_to_json(a)::text as row from messaging.attempt a')
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.map((one) => one.row).join()).not.toMatch(/peers\.example|waits/)
  })
})
