import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportSheetCommand, importSheetCommand } from './commands.ts'
import { openRoster, type Roster } from './roster.testing.ts'

describe('the roster on the command line', () => {
  let here: Roster
  beforeAll(async () => {
    here = await openRoster(Temporal.Instant.from('2026-11-24T15:00:00Z'))
  }, 60_000)
  afterAll(() => here?.base.drop())

  const good = 'name,town,discipline\nNew EMS,Easton,ems\n'
  const run = (words: string, file: string | Uint8Array = good) =>
    importSheetCommand(
      words.split(' '),
      () => (typeof file === 'string' ? new TextEncoder().encode(file) : file),
      (work) => work(here.base.db),
    )
  const agencies = async () =>
    (await exportSheetCommand(['agencies', '--region', 'here'], (work) => work(here.base.db))).text

  it('shows, saves, and takes out', async () => {
    expect(await run('agencies f.csv --region here --dry-run')).toEqual({
      code: 0,
      text: 'Agencies: 1 new, 0 changed, 0 as they are.\nDry run: nothing was saved.\n',
    })
    expect(await agencies()).not.toContain('New EMS')
    expect((await run('agencies f.csv --region here'))?.text).toContain('All of it is saved.')
    expect(await agencies()).toContain('New EMS,Easton,MA,ems,,\r\n')
  })

  it.each<[string, string, string | Uint8Array, number, string]>([
    [
      'a broken row',
      'agencies f --region here',
      good.replace('ems', 'pirates'),
      1,
      'row 2, "discipline": "pirates". Not one',
    ],
    ['UTF-16', 'agencies f --region here', Uint8Array.from([0xff, 0xfe, 97, 0]), 1, 'UTF-16'],
    ['no region', 'agencies f', good, 2, 'tailboard import'],
    ['a region of nowhere', 'agencies f --region nowhere', good, 2, 'There is no region "nowhere"'],
    ['a mistyped option', 'agencies f --region here --dryrun', good, 2, 'tailboard import'],
    ['two files', 'agencies f g --region here', good, 2, 'tailboard import'],
  ])('refuses %s and saves nothing', async (_what, words, file, code, text) => {
    const before = await agencies()
    const answer = await run(words, file)
    expect([answer?.code, answer?.text.includes(text)]).toEqual([code, true])
    expect(await agencies()).toBe(before)
  })

  it('refuses a department’s own address in a sheet of members: the row, the column, what to write, and nothing saved', async () => {
    await here.base.admin.query(
      `update region.agency set mail_domains = '{fire.example}' where region_id = $1 and id = $2`,
      [here.here.regionId, here.here.agencyId],
    )
    const row = (email: string) => `Kit A.,${email},peer,Fictional Fire,line,fire,en,Larkfield\n`
    const file = (...mails: string[]) =>
      `name,email,role,agency,rank_band,disciplines,languages,town\n${mails.map(row).join('')}`
    const members = async () =>
      (await here.base.admin.query('select email from roster.member order by email')).rows
    const before = await members()
    const personal = ['kit.a@peers.example', 'lee.b@notfire.example']
    for (const at of ['mo.c@fire.example', 'Mo.C@Station2.FIRE.example']) {
      const answer = await run('members f --region here', file(personal[0]!, at, personal[1]!))
      expect(answer?.code).toBe(1)
      expect(answer?.text).toMatch(
        /row 3, "email".*A department can read its own mail\. Write their personal address\./,
      )
      expect(answer?.text.match(/row \d/g)).toEqual(['row 3'])
      expect(await members()).toEqual(before)
    }
    expect((await run('members f --region here', file(...personal)))?.code).toBe(0)
    expect(await members()).toHaveLength(before.length + 2)
  })

  it('leaves incidents to their own import', async () => {
    expect(await run('incidents f --region here --mapping m')).toBeNull()
  })

  it.each([
    'accounts --region here',
    'agencies',
    'agencies --region nowhere',
    'agencies --region here --dry-run',
  ])('takes out nothing for "%s"', async (words) => {
    const answer = await exportSheetCommand(words.split(' '), (work) => work(here.base.db))
    expect(answer.code).toBe(2)
  })
})
