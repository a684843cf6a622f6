import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../platform/actor.ts'
import { doneWith } from '../platform/outcome.testing.ts'
import { checkSheet, exportSheet, importSheet } from './index.server.ts'
import { openRoster, type Roster } from './roster.testing.ts'
import { type Sheet, sheets } from './sheet.ts'

describe('importing sheets', () => {
  let here: Roster
  let system: Actor
  let there: Actor
  beforeAll(async () => {
    here = await openRoster(Temporal.Instant.from('2026-11-24T15:00:00Z'))
    system = { kind: 'system', regionId: here.here.regionId }
    there = { kind: 'system', regionId: here.there.regionId }
  }, 60_000)
  afterAll(() => here?.base.drop())

  const head = 'name,email,role,agency,rank_band,disciplines,languages,town\n'
  const person = (key: string, name = 'Ada B.') =>
    `${name},${key}@peers.example,peer,Fictional Fire,line,fire,en,Larkfield\n`
  const people = (count: number, prefix: string) =>
    Array.from({ length: count }, (_, at) => person(`${prefix}${at}`)).join('')
  const count = async (table: string) =>
    (await here.base.admin.query(`select count(*)::int as rows from ${table}`)).rows[0].rows as number
  const save = async (sheet: Sheet, text: string, actor: Actor = here.rae) =>
    doneWith(await importSheet(here.base.db, actor, sheet, text, null))
  const told = async (sheet: Sheet, text: string) => {
    const { problems, counts } = await save(sheet, text)
    return { counts, problems: problems.map(({ row, column, code }) => [row, column, code].join(' ')) }
  }

  it('says in a dry run what it would come to, and writes nothing', async () => {
    const before = await count('roster.member')
    const report = doneWith(await checkSheet(here.base.db, here.rae, 'members', head + people(3, 'dry')))
    expect(report).toMatchObject({ counts: { added: 3, changed: 0, unchanged: 0 }, problems: [] })
    expect(await count('roster.member')).toBe(before)
  })

  it('saves all rows, and who brought them in', async () => {
    const before = await count('roster.member')
    await save('members', head + people(40, 'all'))
    expect(await count('roster.member')).toBe(before + 40)
    const found = await here.base.admin.query(
      `select distinct recorded_by from roster.member where email like 'all%'`,
    )
    expect(found.rows).toEqual([{ recorded_by: here.rae.accountId }])
  })

  it('saves nothing when one row of forty is broken', async () => {
    const before = await count('roster.member')
    const text = head + people(39, 'broken') + person('broken39').replace('Fictional Fire', 'Atlantis Fire')
    expect((await told('members', text)).problems).toEqual(['41 agency unknown_agency'])
    expect(await count('roster.member')).toBe(before)
  })

  it('changes nothing with the same file again, and what differs with another', async () => {
    const text = head + people(5, 'again')
    await save('members', text)
    expect((await save('members', text)).counts).toEqual({ added: 0, changed: 0, unchanged: 5 })
    const moved = text.replace('en,Larkfield', 'en; es,Easton')
    expect((await save('members', moved)).counts).toEqual({ added: 0, changed: 1, unchanged: 4 })
    const row = await here.base.admin.query(
      `select town, languages from roster.member where email = 'again0@peers.example'`,
    )
    expect(row.rows).toEqual([{ town: 'Easton', languages: ['en', 'es'] }])
  })

  it('lets two imports at once follow each other', async () => {
    const before = await count('roster.member')
    const text = head + people(30, 'both')
    const both = await Promise.all([save('members', text), save('members', text)])
    expect(both.map(({ counts }) => counts.added).toSorted()).toEqual([0, 30])
    expect(await count('roster.member')).toBe(before + 30)
  })

  it('lets many imports of the same shifts follow each other', async () => {
    const before = await count('roster.on_call_shift')
    const days = Array.from({ length: 28 }, (_, at) => `2027-02-${String(at + 1).padStart(2, '0')}`)
    const rows = days.map((day) => `all1@peers.example,${day} 07:00,${day} 19:00\n`).join('')
    const text = `email,starts_at,ends_at\n${rows}`
    await Promise.all(Array.from({ length: 6 }, () => save('shifts', text)))
    expect(await count('roster.on_call_shift')).toBe(before + 28)
    const found = await here.base.admin.query('select distinct recorded_by from roster.on_call_shift')
    expect(found.rows).toEqual([{ recorded_by: here.rae.accountId }])
  })

  it('saves of two who confirm what they were shown only the first', async () => {
    const text = head + people(10, 'shown')
    const { shown } = doneWith(await checkSheet(here.base.db, here.rae, 'members', text))
    const confirm = () => importSheet(here.base.db, here.rae, 'members', text, shown)
    const both = await Promise.all([confirm(), confirm()])
    expect(both.map((one) => (one.ok ? 'saved' : one.code)).toSorted()).toEqual([
      'changed_meanwhile',
      'saved',
    ])
  })

  it('does not save another file than was shown', async () => {
    const before = await count('roster.member')
    const { shown } = doneWith(await checkSheet(here.base.db, here.rae, 'members', head + people(1, 'one')))
    const other = await importSheet(here.base.db, here.rae, 'members', head + people(1, 'two'), shown)
    expect(other).toMatchObject({ ok: false, code: 'changed_meanwhile' })
    expect(await count('roster.member')).toBe(before)
  })

  it.each<[string, Sheet, string, string[]]>([
    [
      'a credential that expires before it is issued',
      'credentials',
      'email,kind,issuer,number,issued_on,expires_on\nall0@peers.example,AIC,ICISF,FICT-9,2026-03-01,2025-03-01\n',
      ['2 expires_on ends_before_start'],
    ],
    [
      'shifts that overlap',
      'shifts',
      'email,starts_at,ends_at\nall0@peers.example,2026-12-01 07:00,2026-12-01 19:00\nall0@peers.example,2026-12-01 18:00,2026-12-02 07:00\n',
      ['3 starts_at shift_overlaps'],
    ],
    [
      'a member of the other region',
      'shifts',
      'email,starts_at,ends_at\nelsewhere@peers.example,2026-12-01 07:00,2026-12-01 19:00\n',
      ['2 email unknown_member'],
    ],
  ])('refuses %s', async (_what, sheet, text, problems) => {
    await save('members', head + person('elsewhere'), there)
    const before = [await count('roster.credential'), await count('roster.on_call_shift')]
    expect((await told(sheet, text)).problems).toEqual(problems)
    expect([await count('roster.credential'), await count('roster.on_call_shift')]).toEqual(before)
  })

  it('shows a hundred problems and counts the rest', async () => {
    const report = await save('members', head + people(130, 'many').replaceAll('peer,', 'boss,'))
    expect([report.problems.length, report.moreProblems]).toEqual([100, 30])
  })

  it.each(['clinical_director', 'peer', 'agency_contact'] as const)('is not for a %s', async (role) => {
    const actor = here.actor(role)
    expect(await importSheet(here.base.db, actor, 'members', head, null)).toMatchObject({
      code: 'not_allowed',
    })
    expect(await checkSheet(here.base.db, actor, 'members', head)).toMatchObject({ code: 'not_allowed' })
    expect(await exportSheet(here.base.db, actor, 'members')).toBeNull()
  })

  it('takes out what it brought in: here nothing changes, in an empty region it is the same', async () => {
    await save(
      'agencies',
      'name,town,state,discipline,latitude,longitude\nNew EMS,Easton,MA,ems,42.1,-71.2\n',
    )
    await save(
      'members',
      `${head}"=HYPERLINK(""x"")",formula@peers.example,peer,New EMS,line,ems,en,Easton\n`,
    )
    await save(
      'credentials',
      'email,kind,issuer,number,issued_on,expires_on,evidence_kind,evidence_kept\nall0@peers.example,AIC,ICISF,007,3/1/2025,3/1/2030,card,"Drawer 2, blue"\n',
    )
    await save(
      'shifts',
      'email,starts_at,ends_at\nall0@peers.example,2026-11-01 01:30-05:00,2026-11-01 07:00\n',
    )
    await here.base.admin.query('delete from roster.member where region_id = $1', [here.there.regionId])
    for (const sheet of sheets) {
      const text = (await exportSheet(here.base.db, here.rae, sheet))!
      const again = await save(sheet, text, system)
      expect([sheet, again.problems, again.counts.added, again.counts.changed]).toEqual([sheet, [], 0, 0])
      const copied = await save(sheet, text, there)
      expect([sheet, copied.problems]).toEqual([sheet, []])
      expect(await exportSheet(here.base.db, there, sheet)).toBe(text)
    }
    expect(await exportSheet(here.base.db, here.rae, 'members')).toContain(`"'=HYPERLINK(""x"")"`)
  })
})
