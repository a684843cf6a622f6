import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../test/harness/database.ts'
import { audit } from './audit/index.server.ts'
import { auditCommand } from './auditCommand.server.ts'
import type { RegionId } from './platform/ids.ts'
import { addRegion } from './region/index.server.ts'
import { setHold } from './retention/hold.server.ts'

describe('tailboard audit', () => {
  let base: TestDatabase
  let harbor: RegionId
  const folder = mkdtempSync(join(tmpdir(), 'tailboard-anchors-'))
  beforeAll(async () => {
    base = await freshDatabase()
    const named = { state: 'MA', timeZone: 'America/New_York', teamPhone: '617-555-0100' }
    harbor = await addRegion(base.db, { slug: 'harbor', name: 'Harbor', ...named })
    await addRegion(base.db, { slug: 'hills', name: 'Hills', ...named })
    for (let version = 2; version < 6; version++)
      await base.db.write({ kind: 'system', regionId: harbor }, (tx) =>
        audit(tx, { act: 'policy_changed', subject: 'region', detail: { version } }),
      )
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true })
    await base.drop()
  })

  async function run(...args: readonly string[]) {
    const said = { out: '', fail: '' }
    const code = await auditCommand(args, (work) => work(base.db), {
      out: (text) => {
        said.out += text
      },
      fail: (text) => {
        said.fail += text
      },
    })
    return { code, ...said }
  }
  const anchorOf = async () => / anchor (\S+)/.exec((await run('verify', '--region', 'harbor')).out)![1]!
  function kept(text: string): string {
    const file = join(folder, 'anchors')
    writeFileSync(file, text)
    return file
  }

  it('walks every region and gives an anchor of each', async () => {
    const { code, out } = await run('verify')
    expect(code).toBe(0)
    expect(out).toMatch(/^harbor: 5 entries, every link holds; anchor [0-9a-f]{64}\/5$/m)
    expect(out).toMatch(/^hills: 1 entries, every link holds; anchor [0-9a-f]{64}\/1$/m)
  })

  it('prints a region’s chain with its head, which anybody can keep as an anchor', async () => {
    const { code, out } = await run('export', '--region', 'harbor')
    expect(code).toBe(0)
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map((line) => line.number ?? 'head')).toEqual([1, 2, 3, 4, 5, 6, 'head'])
    expect(lines[5]).toMatchObject({ act: 'trail_exported', previous: lines[4].hash })
    expect(lines[6].head).toEqual({ number: 6, hash: lines[5].hash, region: harbor })
    expect((await run('verify', '--anchor', kept(out))).code).toBe(0)
  })

  it('finds older anchors in a chain that went on', async () => {
    const first = await anchorOf()
    await run('export', '--region', 'harbor')
    const file = kept(`2026-11-01 harbor ${first}\n2026-12-01 harbor ${await anchorOf()}\n`)
    expect((await run('verify', '--anchor', file, '--anchor', first)).code).toBe(0)
  })

  it('refuses a chain without an anchor that was kept', async () => {
    const strange = `${'ab'.repeat(32)}/3`
    const { code, out } = await run('verify', '--anchor', strange)
    expect([code, out.includes(`anchor ${strange}: no chain has this entry`)]).toEqual([1, true])
    const ofHarbor = await anchorOf()
    expect((await run('verify', '--region', 'hills', '--anchor', ofHarbor)).code).toBe(1)
  })

  it.each([
    [],
    ['walk'],
    ['verify', 'more'],
    ['verify', '--anchors', 'x'],
    ['export'],
    ['verify', '--anchor', '/no/such/file'],
    ['verify', '--region', 'nowhere'],
    ['export', '--region', 'harbor', '--anchor', `${'0'.repeat(64)}/0`],
  ])('tells what it did not understand: %s', async (...args) => {
    const { code, out, fail } = await run(...args)
    expect([code, out, fail.length > 10]).toEqual([2, '', true])
  })

  it('removes nothing that is younger than seven years', async () => {
    expect(await run('retire')).toMatchObject({ code: 0, out: expect.stringContaining('harbor: 0 entries') })
  })

  it('says that a legal hold keeps them, of the region it stands for', async () => {
    await setHold(base.db, harbor, 'investigation')
    const { out } = await run('retire')
    expect(out).toBe(
      'harbor: nothing removed, a legal hold stands\nhills: 0 entries older than seven years removed\n',
    )
  })

  it('names the region and the number of the first broken link', async () => {
    await base.admin.query('delete from audit.entry where region_id = $1 and number = 2', [harbor])
    const { code, out } = await run('verify')
    expect(code).toBe(1)
    expect(out).toContain('harbor: BROKEN at number 2: entry 2 is missing')
    expect(out).toContain('hills: 1 entries, every link holds')
  })

  it('finds a chain that was cut short and whose head was put back, by its anchor alone', async () => {
    const { out } = await run('verify', '--region', 'hills')
    const regionId = (
      await base.admin.query("select region_id as id from region.region where slug = 'hills'")
    ).rows[0].id
    await base.admin.query('delete from audit.entry where region_id = $1', [regionId])
    await base.admin.query('delete from audit.head where region_id = $1', [regionId])
    expect((await run('verify', '--region', 'hills')).code).toBe(0)
    expect((await run('verify', '--region', 'hills', '--anchor', kept(out))).code).toBe(1)
  })
})
