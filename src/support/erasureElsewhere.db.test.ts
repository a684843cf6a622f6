import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { begunFor, showPeer } from '../../test/harness/conversations.ts'
import { freshDatabase, type TestDatabase } from '../../test/harness/database.ts'
import { type Installation, openInstallation } from '../../test/harness/installation.ts'
import type { MemberId } from '../platform/ids.ts'
import { waitingFor } from './beginning.server.ts'
import { addSeals, claim, seekerCloses } from './conversation.server.ts'
import { hashOfAccess } from './conversationRows.server.ts'
import { peerReads, seekerReads, takenBy } from './said.server.ts'
import { sealTo } from './seal.testing.ts'
import { sweeper } from './sweep.server.ts'

const none = { seeker: 0, peer: 0 }

describe('erasure keys in a second PostgreSQL', () => {
  let elsewhere: TestDatabase
  let here: Installation
  let kit: MemberId
  let keys: pg.Client
  beforeAll(async () => {
    elsewhere = await freshDatabase()
    here = await openInstallation({ ERASURE_URL: elsewhere.url('postgres') })
    keys = new pg.Client({ connectionString: elsewhere.url('postgres') })
    await keys.connect()
    const { rows } = await here.base.admin.query(
      `select id from roster.member where region_id = $1 and role = 'peer' order by id`,
      [here.harbor.regionId],
    )
    for (const { id } of rows) {
      await showPeer(here.services, here.harbor.regionId, id)
      const able = await here.base.admin.query(
        'select 1 from support.peer where member_id = $1 and deployable_until is not null',
        [id],
      )
      kit = id
      if (able.rowCount === 1) break
    }
  }, 60_000)
  afterAll(async () => {
    await keys?.end()
    await here?.stop()
    await elsewhere?.drop()
  })

  it('open a conversation from its beginning to its end, and stand nowhere else', async () => {
    const { services, harbor } = here
    const { id, access } = await begunFor(services, harbor.regionId, [kit])
    const kept = await keys.query('select id from erasure_key')
    expect(kept.rows).toEqual([{ id }])
    const accessHash = hashOfAccess(Buffer.from(access, 'base64url'))
    const stores = services.conversations
    expect(await claim(stores, harbor.regionId, kit, id)).toMatchObject({ ok: true })
    expect(await seekerReads(stores, harbor.regionId, accessHash, none)).toMatchObject({
      value: { claimedBy: kit, messages: [{ side: 'seeker', number: 1 }] },
    })
    await seekerCloses(stores, harbor.regionId, accessHash)
    expect((await keys.query('select 1 from erasure_key')).rowCount).toBe(0)
    expect(await peerReads(stores, harbor.regionId, kit, id, none)).toMatchObject({ code: 'not_open' })
  })

  it('are waited for in no transaction: a slow second machine holds up nobody in the first', async () => {
    const { services, harbor } = here
    const { id, access } = await begunFor(services, harbor.regionId, [kit])
    const accessHash = hashOfAccess(Buffer.from(access, 'base64url'))
    const stores = services.conversations
    await claim(stores, harbor.regionId, kit, id)
    const blob = { ownCopy: Uint8Array.from(Buffer.alloc(90)), seals: [{ ...sealTo(kit), number: 2 }] }
    const steps: Readonly<Record<string, () => Promise<unknown>>> = {
      seekerReads: () => seekerReads(stores, harbor.regionId, accessHash, none),
      peerReads: () => peerReads(stores, harbor.regionId, kit, id, none),
      takenBy: () => takenBy(stores, harbor.regionId, kit),
      waitingFor: () => waitingFor(stores, { kind: 'visitor', regionId: harbor.regionId }),
      addSeals: () => addSeals(stores, harbor.regionId, accessHash, blob, null),
      begin: () => begunFor(services, harbor.regionId, [kit]),
      sweep: () => sweeper(stores)([harbor.regionId]),
      close: () => seekerCloses(stores, harbor.regionId, accessHash),
    }
    const waits = async () =>
      (
        await keys.query(
          `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
        )
      ).rowCount ?? 0
    for (const [name, step] of Object.entries(steps)) {
      await keys.query('begin')
      await keys.query('lock table erasure_key in access exclusive mode')
      const done = step()
      // takenBy of a peer opens nothing and so doesn't wait: it is here for whoever changes that.
      for (let tries = 0; tries < 40 && (await waits()) === 0; tries++)
        await new Promise((resolve) => setTimeout(resolve, 10))
      const open = await here.base.admin.query(
        `select state, query from pg_stat_activity
          where usename = 'tailboard_support' and datname = current_database() and state like 'idle in transaction%'`,
      )
      expect([name, open.rows]).toEqual([name, []])
      await keys.query('commit')
      await done
    }
  }, 60_000)
})
