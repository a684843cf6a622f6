import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshDatabase, type TestDatabase } from '../../test/harness/database.ts'
import { type LoadedRegion, loadDemoRegion, readDemoRegion } from '../demonstration.server.ts'
import { type Db, openDb, openPool } from '../platform/db.server.ts'
import type { MemberId, RegionId } from '../platform/ids.ts'
import type { Beginning } from './beginning.server.ts'
import { hashOfAccess, type Stores } from './conversationRows.server.ts'
import { keysInFolder } from './erasureKeys.server.ts'
import { saveKey, saveProfile } from './peerProfile.server.ts'
import { sealTo } from './seal.testing.ts'

export type SupportBase = {
  readonly base: TestDatabase
  readonly harbor: LoadedRegion
  readonly regionId: RegionId
  readonly folder: string
  readonly stores: Stores
  /** Peers who may be written to, in the order of the roster. */
  readonly peers: readonly MemberId[]
  publish(member: MemberId, keyNumber?: number): Promise<void>
  /** What a browser sends; the sealed bytes are whatever they are, since no server opens them. */
  beginning(readers: readonly MemberId[], keyNumber?: number): Beginning & { readonly secret: Buffer }
  stop(): Promise<void>
}

/** Harbor's roster, a pool of the support role, keys in a folder of their own, and six peers with keys. */
export async function openSupport(now: Temporal.Instant): Promise<SupportBase> {
  const base = await freshDatabase()
  await base.setNow(now)
  const demo = join(import.meta.dirname, '../../demo')
  const day = Temporal.PlainDate.from('2026-11-23')
  const harbor = await loadDemoRegion(base.db, demo, readDemoRegion(demo, 'harbor'), day, true)
  const { regionId } = harbor
  const folder = mkdtempSync(join(tmpdir(), 'tailboard-keys-'))
  const db: Db = openDb(openPool({ url: base.url('tailboard_support'), role: null, max: 12 }))
  const publish: SupportBase['publish'] = async (member, keyNumber = 1) => {
    await base.db.write({ kind: 'member', memberId: member, regionId }, async (tx) => {
      await saveProfile(tx, member, {
        shownAs: 'Kit',
        discipline: 'fire',
        agency: null,
        languages: ['en'],
        lived: ['death_of_a_child'],
        answers: ['nights'],
        published: true,
      })
      const madeOn = Temporal.PlainDate.from('2026-11-01')
      await saveKey(
        tx,
        member,
        {
          ...{ identityKey: randomBytes(32), publicKey: randomBytes(32), signature: randomBytes(64) },
          ...{ identityMadeOn: madeOn, madeOn, number: keyNumber },
        },
        null,
      )
    })
  }
  const able = await base.admin.query(
    `select id from roster.member where region_id = $1 and role = 'peer' order by id`,
    [regionId],
  )
  for (const { id } of able.rows.slice(0, 24)) await publish(id)
  const shown = await base.admin.query(
    'select member_id from support.peer where deployable_until is not null order by member_id',
  )
  const peers: MemberId[] = shown.rows.slice(0, 6).map((row) => row.member_id)
  return {
    ...{ base, harbor, regionId, folder, peers, publish },
    stores: { db, keys: keysInFolder(folder) },
    beginning(readers, keyNumber = 1) {
      const secret = randomBytes(32)
      return {
        secret,
        id: randomUUID(),
        accessHash: hashOfAccess(secret),
        seekerKey: randomBytes(32),
        blob: {
          ownCopy: Uint8Array.from(randomBytes(80)),
          seals: readers.map((member) => sealTo(member, keyNumber)),
        },
        body: randomBytes(300),
      }
    },
    async stop() {
      await db.close()
      await base.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
