import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Installation, openInstallation } from '../../test/harness/installation.ts'
import { signInAs } from '../../test/harness/signIn.ts'
import { app } from '../app.tsx'
import { createAccount, grantRole } from '../identity/index.server.ts'

const header = 'name,email,role,agency,rank_band,disciplines,languages,town'
const ada = 'Ada B.,ada@peers.example,peer,Larkfield Fire,line,fire,en,Larkfield'

describe('importing on a page', () => {
  let here: Installation
  let serve: ReturnType<typeof app>
  let rae: string
  beforeAll(async () => {
    here = await openInstallation()
    serve = app(here.services)
    rae = await signInAs(here.services.auth, here.coordinator)
  }, 60_000)
  afterAll(() => here?.stop())

  type Fields = Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>
  async function ask(path: string, fields?: Fields, cookie = rae) {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields ?? {}))
      body.set(name, typeof value === 'string' ? value : new File([value], 'roster.csv'))
    const answer = await serve(
      new Request(`${here.teamUrl}/harbor/roster/${path}`, {
        method: fields === undefined ? 'GET' : 'POST',
        headers: { 'sec-fetch-site': 'same-origin', cookie },
        ...(fields === undefined ? {} : { body }),
      }),
    )
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())
    return { status: answer.status, headers: answer.headers, text }
  }
  const count = async () =>
    (await here.base.admin.query('select count(*)::int as rows from roster.member')).rows[0].rows as number
  const bytes = (text: string) => new TextEncoder().encode(text)
  const hidden = (text: string, name: string) =>
    new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? ''

  it('checks a file without saving it, and saves what was shown', async () => {
    const before = await count()
    const file = bytes(`\uFEFF${header}\r\n${ada}\r\n`)
    const checked = await ask('import', { sheet: 'members', file, pasted: '' })
    expect([checked.status, await count()]).toEqual([200, before])
    expect(checked.text).toContain('1 new, 0 changed, 0 as they are.')
    // A browser sends line breaks of a field as CRLF.
    const text = hidden(checked.text, 'text').replaceAll('\n', '\r\n')
    const shown = hidden(checked.text, 'shown')
    const saved = await ask('import', { sheet: 'members', text, shown })
    expect([saved.status, saved.headers.get('location')]).toEqual([
      303,
      '/harbor/roster/import?saved=members',
    ])
    expect(await count()).toBe(before + 1)
    expect((await ask('import?saved=members')).text).toContain('Saved: Members.')
    const again = await ask('import', { sheet: 'members', text, shown })
    expect([again.status, await count()]).toEqual([409, before + 1])
    expect(again.text).toContain('The roster changed after you checked the file')
    expect(again.text).toContain('The roster has all of this already')
  })

  it('names row, column and remedy of each problem, offers nothing to confirm and keeps what was pasted', async () => {
    const before = await count()
    const pasted = `${header}\n${ada.replace('Larkfield Fire', '<b>Atlantis</b>').replace('peer,', 'boss,')}`
    const { status, text } = await ask('import', { sheet: 'members', pasted })
    expect(status).toBe(200)
    expect(text).toContain('2 problems: nothing can be saved')
    expect(text).toContain('The region has no agency called this.')
    expect(text).toContain('&lt;b&gt;Atlantis&lt;/b&gt;')
    expect(text).toMatch(/<textarea[^>]*>\nname,email,role/)
    expect(hidden(text, 'shown')).toBe('')
    expect(await count()).toBe(before)
  })

  it('never saves a broken file, whatever is confirmed', async () => {
    const before = await count()
    const text = `${header}\n${ada.replace('ada@', 'bea@')}\n${ada.replace('ada@', 'ada')}\n`
    expect((await ask('import', { sheet: 'members', text, shown: 'x' })).status).toBe(409)
    expect(await count()).toBe(before)
  })

  it.each<[string, Fields, string, string]>([
    ['nothing', {}, 'sheet', 'Choose what the file holds.'],
    ['no file', { sheet: 'members' }, 'file', 'Choose a file, or paste the rows.'],
    ['a sheet nobody offers', { sheet: '__proto__', pasted: header }, 'sheet', 'Choose what the file holds.'],
    [
      'a file and rows',
      { sheet: 'members', file: bytes(header), pasted: header },
      'file',
      'Keep one of them.',
    ],
    [
      'UTF-16',
      { sheet: 'members', file: Uint8Array.from([0xff, 0xfe, 0x61, 0]) },
      'file',
      'saved as UTF-16. Open it and save it as “CSV UTF-8”.',
    ],
    ['Latin letters of old', { sheet: 'members', file: Uint8Array.from([0x4a, 0xe9]) }, 'file', 'CSV UTF-8'],
    ['a workbook', { sheet: 'members', file: Uint8Array.from([0x50, 0x4b, 3, 4]) }, 'file', 'workbook'],
    ['900 kB', { sheet: 'members', file: new Uint8Array(900_000).fill(65) }, 'file', 'Larger than 800 kB'],
    ['900 kB of rows', { sheet: 'members', pasted: 'a'.repeat(900_000) }, 'pasted', 'Larger than 800 kB'],
  ])('refuses %s at its field', async (_what, fields, field, message) => {
    const { status, text } = await ask('import', fields)
    expect([status, text.includes(`href="#f-${field}"`), text.includes(message)]).toEqual([400, true, true])
  })

  it('takes a file of 3 MB for what it is, and what is no form', async () => {
    expect((await ask('import', { sheet: 'members', file: new Uint8Array(3_000_000) })).status).toBe(413)
    const answer = await serve(
      new Request(`${here.teamUrl}/harbor/roster/import`, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin', cookie: rae, 'content-type': 'multipart/form-data' },
        body: 'nothing',
      }),
    )
    expect(answer.status).toBe(400)
  })

  it('hands out every sheet and its empty form as a file', async () => {
    for (const sheet of ['agencies', 'members', 'credentials', 'shifts']) {
      const { status, headers, text } = await ask(`export/${sheet}.csv`)
      expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
      expect(headers.get('content-disposition')).toBe(`attachment; filename="harbor-${sheet}.csv"`)
      expect(text.startsWith('\uFEFF')).toBe(true)
      expect(text.split('\r\n').length).toBeGreaterThan(8)
      const again = await ask('import', { sheet, file: bytes(text) })
      expect([sheet, again.text.includes('The roster has all of this already')]).toEqual([sheet, true])
      expect((await ask(`template/${sheet}.csv`)).text.split('\r\n')).toHaveLength(2)
    }
    for (const path of ['export/accounts.csv', 'export/members', 'template/constructor.csv'])
      expect((await ask(path)).status).toBe(404)
  })

  it('is not there for a clinical director, and asks strangers to sign in', async () => {
    const lena = await createAccount(here.services.auth, { email: 'lena@x.example', name: 'Lena' })
    await here.services.db.write({ kind: 'system', regionId: here.harbor.regionId }, (tx) =>
      grantRole(tx, lena, 'clinical_director'),
    )
    const session = await signInAs(here.services.auth, lena)
    for (const path of ['import', 'export/members.csv', 'template/members.csv']) {
      expect((await ask(path, undefined, session)).status).toBe(404)
      expect((await ask(path, undefined, '')).status).toBe(303)
    }
    expect((await ask('import', { sheet: 'members', pasted: header }, session)).status).toBe(404)
  })
})
