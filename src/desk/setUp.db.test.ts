import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Empty, openEmpty } from '../../test/harness/installation.ts'
import { identityPaths } from '../identity/index.ts'
import { regionDirectory } from '../region/index.server.ts'
import { reservedSlugs } from '../region/index.ts'
import { checkSheet } from '../roster/index.server.ts'
import { deskPaths } from './paths.ts'
import { setUpExample } from './setUpExample.ts'
import { opensSetUp, setUpFile, tokenIn, withSetUpLink, writeSetUpLink } from './setUpLink.server.ts'
import { setUpRegion } from './setUpRegion.server.ts'

const quarry = {
  name: 'Quarry Region',
  slug: 'quarry',
  state: 'MA',
  timeZone: 'America/New_York',
  teamPhone: '617-555-0142',
}

describe('a region that is set up', () => {
  let here: Empty
  beforeAll(async () => {
    here = await openEmpty()
  })
  afterAll(() => here?.stop())
  const regions = () => regionDirectory(here.services.db)
  const count = async (table: string) =>
    (await here.base.admin.query(`select count(*)::int as rows from ${table}`)).rows[0].rows as number

  it('is not made with half an address', async () => {
    const made = await setUpRegion(here.services, quarry, 'ana.q@coordination')
    expect(made).toMatchObject({ ok: false, code: 'email_malformed', field: 'email' })
    expect([await regions(), await count('auth."user"')]).toEqual([[], 0])
  })

  it('is whole: its law, its first person, and nothing of a second region of that name', async () => {
    const [one, other] = await Promise.all(
      ['ana.q@coordination.example', 'bo.q@coordination.example'].map((email) =>
        setUpRegion(here.services, quarry, email),
      ),
    )
    expect([one!.ok, other!.ok].sort()).toEqual([false, true])
    expect([one, other].find((made) => !made!.ok)).toMatchObject({ code: 'slug_taken', field: 'slug' })
    const [region, ...more] = await regions()
    expect(more).toEqual([])
    const { rows } = await here.base.admin.query('select role from identity.grant order by role')
    expect(rows.map((row) => row.role)).toEqual(['administrator', 'duty_coordinator'])
    expect([region!.slug, await count('roster.state_law')]).toEqual(['quarry', 1])
  })

  it('lets nobody in as somebody who has roles already', async () => {
    const known = await setUpRegion(
      here.services,
      { ...quarry, slug: 'further' },
      'ana.q@coordination.example',
    )
    const fresh = await setUpRegion(here.services, { ...quarry, slug: 'third' }, 'cy.q@coordination.example')
    const other = await setUpRegion(here.services, { ...quarry, slug: 'fourth' }, 'bo.q@coordination.example')
    expect([known, fresh, other].map((one) => one.ok && one.value.proven).sort()).toEqual([false, true, true])
  })

  it.each(['agencies', 'members'] as const)('reads the example of the %s without a problem', async (step) => {
    const [region] = await regions()
    const actor = { kind: 'system', regionId: region!.regionId } as const
    const checked = await checkSheet(here.services.db, actor, step, setUpExample[step])
    const problems = checked.ok ? checked.value.problems : []
    // The example's agencies are not here; everything else of its members must read.
    expect(problems.filter((one) => one.code !== 'unknown_agency')).toEqual([])
  })

  it('can’t be called like a page of ours', () => {
    const ours = [
      identityPaths.signIn(),
      identityPaths.signOut(),
      identityPaths.invitation('x'),
      deskPaths.setUpDoor(),
      deskPaths.mailbox(),
      '/offers/x',
      '/assets/x',
      '/healthz',
    ].map((path) => path.split('/')[1]!)
    expect(ours.filter((first) => !reservedSlugs.includes(first))).toEqual([])
  })
})

describe('the link that sets a region up', () => {
  const team = new URL('http://team.localhost:3000')
  const folder = mkdtempSync(join(tmpdir(), 'tailboard-set-up-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const token = () => tokenIn(readFileSync(setUpFile(folder), 'utf8'))

  it('stands in a file of its own that others can’t read, and stays the same', () => {
    const file = writeSetUpLink(folder, team)
    const first = readFileSync(file, 'utf8')
    expect(first).toMatch(/^http:\/\/team\.localhost:3000\/set-up\/[\w-]{43}\n$/)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    writeSetUpLink(folder, team)
    expect(readFileSync(file, 'utf8')).toBe(first)
  })

  it('opens with that token and no other', () => {
    expect(opensSetUp(folder, token())).toBe(true)
    for (const wrong of ['', 'x', token().slice(1), `${token()}x`, `${token().slice(0, -1)}é`])
      expect(opensSetUp(folder, wrong)).toBe(false)
  })

  it('comes back when the work fails, and is gone when it is done', async () => {
    const kept = token()
    await expect(
      withSetUpLink(folder, team, kept, () => Promise.reject(new Error('the database is gone'))),
    ).rejects.toThrow('the database is gone')
    expect(token()).toBe(kept)
    await withSetUpLink(folder, team, kept, async () => ({ again: true }))
    expect(token()).toBe(kept)
    const during: boolean[] = []
    const used = await withSetUpLink(folder, team, kept, async () => {
      during.push(opensSetUp(folder, kept))
      return { again: false }
    })
    expect([used, during, existsSync(setUpFile(folder))]).toEqual([{ again: false }, [false], false])
    expect(await withSetUpLink(folder, team, kept, async () => ({ again: false }))).toBeNull()
  })
})
