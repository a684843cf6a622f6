import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvePlan, loadPlans, recordContact, requestTeam } from '../../src/activation/index.server.ts'
import { setUpRegion } from '../../src/desk/setUpRegion.server.ts'
import { openSeed } from '../../src/identity/seal.server.ts'
import { idCode } from '../../src/platform/idCode.server.ts'
import type { AgencyId, RegionId } from '../../src/platform/ids.ts'
import { writeArchive } from '../../src/platform/writeArchive.server.ts'
import { type Adversary, openAdversary } from '../harness/adversary.ts'
import { appCode } from '../harness/authenticatorApp.ts'
import { tablesOf } from '../harness/tables.ts'

// A record was saved in pieces, and its times were shown in UTC; administrators could look up other people's TOTP seeds.
describe('what peer support software got wrong: records, times and seeds', () => {
  let all: Adversary
  beforeAll(async () => {
    all = await openAdversary()
  }, 60_000)
  afterAll(() => all?.stop())

  /** Done once, whole, to see which tables it writes; then again and again, and each of them takes no row in its turn. */
  async function everyHalf<Subject>(
    subject: () => Promise<Subject>,
    work: (subject: Subject) => Promise<{ readonly ok: boolean }>,
  ): Promise<readonly string[]> {
    const [whole, halves] = [await subject(), await subject()]
    await all.print.changed()
    expect((await work(whole)).ok).toBe(true)
    const wrote = await all.print.changed()
    for (const name of wrote) {
      await all.print.fail(name)
      await expect(work(halves)).rejects.toThrow('planted')
      await all.print.fail(null)
      expect([name, await all.print.changed()]).toEqual([name, []])
    }
    expect((await work(halves)).ok).toBe(true)
    return wrote
  }

  it('(c) a record is never half saved, whichever of its tables takes no row', async () => {
    const { db, solver } = all.services
    const waiting = async () => (await all.asking()).activationId
    const now = Temporal.Now.instant()
    const called = { role: 'shift commander', spokenAt: now, overAt: null }
    const asked = await everyHalf(
      async () => null,
      async () => ({ ok: (await waiting()) !== '' }),
    )
    const spoken = await everyHalf(waiting, (id) => recordContact(db, all.coordinator, id, called))
    const planned = async () => {
      const activationId = await waiting()
      await recordContact(db, all.coordinator, activationId, called)
      return (await db.read(all.coordinator, (reader) => loadPlans(reader, { activationId })))[0]!
    }
    const approved = await everyHalf(planned, (plan) =>
      approvePlan({ db, solve: solver.solve }, all.coordinator, plan.id, {
        startsAt: now.add({ hours: 3 }),
        place: 'Community room',
        signOffRole: null,
      }),
    )
    expect([asked, spoken, approved]).toEqual([
      expect.arrayContaining(['incident.critical_incident', 'activation.activation', 'activation.request']),
      expect.arrayContaining(['activation.agency_contact', 'activation.plan']),
      expect.arrayContaining(['activation.approval', 'activation.offer', 'graphile_worker._private_jobs']),
    ])
  })

  it('(c) no time is shown in another zone than the region’s, on the day the clocks go back', async () => {
    const mesa = {
      name: 'Mesa Region',
      slug: 'mesa',
      state: 'MA',
      timeZone: 'America/Denver',
      teamPhone: '617-555-0143',
    }
    const made = await setUpRegion(all.services, mesa, 'mia.m@coordination.example')
    if (!made.ok) throw new Error(made.code)
    const { id: regionId } = await all.one(`select region_id as id from region.region where slug = 'mesa'`)
    const agency = await all.one(
      `insert into region.agency (region_id, id, name, town, state, discipline)
       values ($1, gen_random_uuid(), 'Mesa Fire', 'Mesa', 'MA', 'fire') returning id`,
      regionId,
    )
    // 01:30 the second time, one hour after 01:30 the first.
    const at = (text: string) => Temporal.Instant.from(text)
    await all.base.setNow(at('2026-11-01T09:15:00Z'))
    const asked = await requestTeam(all.services.db, regionId as RegionId, {
      kind: 'child_death_or_injury',
      occurredAt: at('2026-11-01T07:30:00Z'),
      overAt: at('2026-11-01T08:30:00Z'),
      town: 'Mesa',
      agencyId: agency.id as AgencyId,
      groups: [{ role: 'firefighters', count: 6 }],
      requesterName: 'Pat L.',
      callbackPhone: '617-555-0199',
    })
    if (!asked.ok) throw new Error(asked.code)
    const account = await all.one(`select id from auth."user" where email = 'mia.m@coordination.example'`)
    const cookie = await all.signIn(account.id)
    const code = idCode(all.services.secrets, 'request status', asked.value.activationId)
    const pages = [
      await all.get(`/mesa/activations/${asked.value.activationId}`, cookie),
      await all.get('/mesa/today', cookie),
      await all.get('/mesa/activations', cookie),
      await all.get(`/mesa/request/${code}`, '', all.here.publicUrl),
    ]
    await all.base.admin.query('update tailboard.clock set now = null')
    expect(pages.map((page) => page.status)).toEqual([200, 200, 200, 200])
    const text = pages.map((page) => page.text.replace(/<[^>]*>/g, ' ')).join(' ')
    const times = [...text.matchAll(/\b(\d\d:\d\d)\s+([A-Z]{2,4}(?:[+-]\d+)?)\b/g)].map(
      ([, clock, zone]) => `${clock} ${zone}`,
    )
    expect(times.filter((time) => !/ M[DS]T$/.test(time))).toEqual([])
    // Both half past ones of that night, told apart.
    expect(times).toEqual(expect.arrayContaining(['01:30 MDT', '01:30 MST', '02:15 MST']))
    expect(text).not.toMatch(/\b(UTC|GMT|EST|EDT)\b|T\d\d:\d\d:\d\dZ/)
  })

  it('(f) nobody who administers, and nothing they can take along, shows another’s seed or printed codes', async () => {
    const { auth, secrets } = all.services
    const shown = (await all.post('/account/app', {}, all.who.cy.cookie)).text
    const base32 = /[A-Z2-7 ]{32,}/.exec(shown)![0].replaceAll(' ', '')
    const confirmed = (await all.post('/account/app/code', { code: appCode(base32) }, all.who.cy.cookie)).text
    const codes = [...confirmed.matchAll(/<code>([A-Z0-9]{10})<\/code>/g)].map(([, found]) => found!)
    expect(codes.length).toBe(10)
    const row = await all.one('select seed from auth.totp where account_id = $1', all.who.cy.accountId)
    const seed = openSeed(secrets, all.who.cy.accountId, row.seed)
    const canaries = [
      ...[
        base32,
        base32.toLowerCase(),
        seed.toString('hex'),
        seed.toString('base64'),
        seed.toString('base64url'),
      ],
      ...codes.flatMap((code) => [
        code,
        code.toLowerCase(),
        `${code.slice(0, 5)} ${code.slice(5)}`,
        Buffer.from(code).toString('hex'),
      ]),
    ]
    const found = (where: string, text: string) =>
      canaries.filter((canary) => text.includes(canary)).map((canary) => `${where}: ${canary}`)
    const leaks: string[] = []
    for (const path of ['today', 'audit', 'recoveries', 'invitations', 'roster', 'policy', 'agencies'])
      leaks.push(...found(path, (await all.get(`/harbor/${path}`, all.who.di.cookie)).text))
    for (const own of [all.who.di, all.who.cy])
      leaks.push(...found('record', (await all.get('/account/export', own.cookie)).text))
    const file = join(all.here.secretsFolder, 'backup')
    await writeArchive(all.base.url('postgres'), file, { signal: new AbortController().signal, done() {} })
    leaks.push(...found('archive', gunzipSync(readFileSync(file)).toString('utf8')))
    for (const { name } of await tablesOf(all.base.admin)) {
      const { rows } = await all.base.admin.query(`select t::text as text from ${name} t`)
      leaks.push(...found(name, rows.map((one) => one.text).join('\n')))
    }
    expect(leaks).toEqual([])
    // A sealed seed is worth nothing to another account.
    expect(() => openSeed(secrets, all.who.di.accountId, row.seed)).toThrow()
    expect(auth).toBeDefined()
  })
})
