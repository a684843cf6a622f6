import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Path } from '../ui/path.ts'
import { type Certificates, openCertificates } from './certificate.testing.ts'
import { certificateRoutes } from './certificatePages.tsx'
import { tinyLibrary } from './course.testing.ts'
import { textIn } from './pdfText.testing.ts'

const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const codeIn = (text: string) => /\/harbor\/certificates\/([\w-]{22})/.exec(text)?.[1] ?? ''
const unknown = 'A'.repeat(22)
const none = '00000000-0000-4000-8000-000000000000'
const name = 'José Ñ.'

describe('a certificate', () => {
  let all: Certificates
  let jose: Awaited<ReturnType<Certificates['person']>>
  let eve: Awaited<ReturnType<Certificates['person']>>
  let rae: Awaited<ReturnType<Certificates['person']>>
  let id: string
  const page = (of = id) => `/harbor/learning/certificates/${of}`
  beforeAll(async () => {
    all = await openCertificates()
    jose = await all.person('jose.n@learners.example', 'learner')
    eve = await all.person('eve.t@learners.example', 'learner')
    rae = await all.person('sam.k@coordination.example', 'duty_coordinator')
    id = await all.certified(jose.accountId, name)
    await all.certified(eve.accountId, 'Eve T.')
  }, 60_000)
  afterAll(() => all?.here.stop())

  const linkWith = async (fields: Record<string, string>, of = id) => {
    const made = await jose.ask(`${page(of)}/showings`, fields)
    expect(made.status).toBe(200)
    return codeIn(made.text)
  }
  const shown = (code: string, lang = '') => all.open(`/harbor/certificates/${code}${lang}`)
  const rows = async (sql: string) => (await all.here.base.admin.query(sql)).rows

  it('says to its holder what it says, in both languages', async () => {
    const { status, text } = await jose.ask(page())
    expect(status).toBe(200)
    const said = textOf(text)
    for (const part of [name, 'A tiny course', 'Hours online 50 min', 'Hours in person 2 h', '85 % right'])
      expect(said).toContain(part)
    expect(said).toContain('No link is open.')
    expect(text).toContain('href="/harbor/learning/way"')
    const spanish = textOf((await jose.ask(`${page()}?lang=es`)).text)
    expect(spanish).toContain('Vigente hasta el final del')
    await jose.ask(`${page()}?lang=en`)
  })

  it('shows by a link what its holder ticked, and nothing else: without it the name stands nowhere', async () => {
    const bare = await linkWith({})
    const public_ = await shown(bare)
    expect([public_.status, public_.headers.get('x-robots-tag')]).toEqual([
      200,
      'noindex, nofollow, noarchive',
    ])
    expect(public_.text).not.toMatch(/<script|<meta name="description"/)
    const said = textOf(public_.text)
    expect(said).toContain('Course A tiny course Issued by Harbor')
    expect(said).toContain('State Valid on')
    expect(said).toContain('not to show: the name, the dates, the hours, the result of the test.')
    expect(said).toContain('It is not a course of ICISF')
    const [{ status_index: place }] = await rows(
      `select status_index from training.certificate where id = '${id}'`,
    )
    for (const never of [name, 'Jos', '85 %', '50 min', 'Issued on', id, jose.accountId, String(place)])
      expect(public_.text).not.toContain(never)
    for (const header of public_.headers.values()) expect(header).not.toContain('Jos')

    const named = textOf((await shown(await linkWith({ show_name: 'yes', show_score: 'yes' }))).text)
    expect(named).toContain(`Name ${name}`)
    expect(named).toContain('85 % right')
    expect(named).toContain('not to show: the dates, the hours.')
    expect(named).not.toMatch(/50 min|Issued on/)
    const whole = { show_name: 'on', show_dates: 'on', show_hours: 'on', show_score: 'on' }
    const answer = await shown(await linkWith(whole), '?lang=es')
    const spanish = textOf(answer.text)
    expect(spanish).toContain(`Nombre ${name}`)
    expect(spanish).toContain('Horas en línea 50 min')
    expect(spanish).not.toContain('decidió no mostrar')
    // Its name leads to the region's own door, and keeps the language.
    expect(answer.text).toMatch(/class="mark" href="\/harbor\?lang=es"/)
    expect(public_.text).toMatch(/class="mark" href="\/harbor"/)
  })

  it('is shown by a link once: its code is kept nowhere, and what names it is a picture too', async () => {
    const made = await jose.ask(`${page()}/showings`, { show_dates: 'yes' })
    const code = codeIn(made.text)
    expect([made.headers.get('cache-control'), code.length]).toEqual(['no-store', 22])
    expect(made.text).toContain(`<code>${all.here.publicUrl}/harbor/certificates/${code}</code>`)
    expect(made.text).toContain('aria-label="The link as a picture for a phone"')
    expect(codeIn((await jose.ask(page())).text)).toBe('')
    const kept = JSON.stringify(await rows(`select s.*, encode(code_hash, 'base64') from training.showing s`))
    expect(kept).not.toContain(code)
  })

  it('is shown no more by a link that ended; unknown and ended look the same', async () => {
    const code = await linkWith({ show_name: 'yes' })
    const [{ id: showing }] = await rows('select id from training.showing order by id desc limit 1')
    expect((await jose.ask(page())).text).toContain(`/showings/${showing}/end`)
    for (let times = 0; times < 2; times++)
      expect((await jose.ask(`${page()}/showings/${showing}/end`, {})).status).toBe(303)
    expect((await jose.ask(page())).text).not.toContain(showing)
    const [ended, never] = [await shown(code), await shown(unknown)]
    expect([ended.status, never.status, (await shown('x')).status]).toEqual([404, 404, 404])
    expect(ended.text).toBe(never.text)
    for (const answer of [ended, never])
      expect(answer.headers.get('x-robots-tag')).toBe('noindex, nofollow, noarchive')
    const elsewhere = await all.open(`/nowhere/certificates/${await linkWith({})}`)
    expect(elsewhere.status).toBe(404)
  })

  it('of somebody else is not there: neither the page nor its paper, badge or links, whoever asks', async () => {
    await linkWith({ show_name: 'yes' })
    const [{ id: showing }] = await rows('select id from training.showing order by id desc limit 1')
    const before = await rows('select count(*), count(ended_on) from training.showing')
    for (const other of [eve, rae]) {
      const missing = await other.ask(page(none))
      for (const answer of [
        await other.ask(page()),
        await other.ask(`${page()}/badge.jwt`),
        await other.ask(`${page()}/paper.pdf`, { show_name: 'yes' }),
        await other.ask(`${page()}/showings`, { show_name: 'yes' }),
        await other.ask(`${page()}/showings/${showing}/end`, {}),
      ]) {
        expect(answer.status).toBe(404)
        expect(answer.text).toBe(missing.text)
      }
    }
    // Nor by way of one's own certificate.
    const [{ id: own }] = await rows(`select id from training.certificate where name = 'Eve T.'`)
    expect((await eve.ask(`${page(own)}/showings/${showing}/end`, {})).status).toBe(303)
    expect(await rows('select count(*), count(ended_on) from training.showing')).toEqual(before)
    for (const path of [page(), `${page()}/badge.jwt`])
      expect((await all.stranger(path)).headers.get('location')).toBe('/sign-in')
    expect((await all.stranger(`${page()}/paper.pdf`, {})).headers.get('location')).toBe('/sign-in')
  })

  it('on paper is a tagged page with a title, in its language, and a link of its own behind the picture', async () => {
    const paper = await jose.ask(`${page()}/paper.pdf`, { show_name: 'yes' })
    expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(paper.headers.get('content-disposition')).toBe('attachment; filename="certificate-tiny.pdf"')
    const raw = paper.bytes.toString('latin1')
    expect(raw.startsWith('%PDF-1.7')).toBe(true)
    expect(raw.match(/\/Type \/Page\b/g)).toHaveLength(1)
    for (const part of [
      '/MarkInfo',
      '/StructTreeRoot',
      '/Lang (en-US)',
      '/DisplayDocTitle true',
      '/S /Figure',
    ])
      expect(raw).toContain(part)
    expect(raw).toContain('(Certificate of completion: A tiny course)')
    // Its properties stand in it as they are; what is drawn is packed.
    expect(raw).not.toContain('Jos')
    const drawn = textIn(paper.bytes)
    for (const part of [
      name,
      'A tiny course',
      'Online 50 min, in person 2 h.',
      'signed off by an instructor',
    ])
      expect(drawn).toContain(part)
    expect(drawn).not.toContain('85 %')
    const code = codeIn(drawn)
    expect(textOf((await shown(code)).text)).toContain(`Name ${name}`)
    const spanish = await jose.ask(`${page()}/paper.pdf?lang=es`, {})
    expect(textIn(spanish.bytes)).toContain('Certificado de finalización')
    expect(spanish.bytes.toString('latin1')).toContain('/Lang (es-US)')
  })

  it('has so many open links and no more', async () => {
    const many = await all.certified(jose.accountId, name)
    await all.here.base.admin.query(
      `insert into training.showing (region_id, id, certificate_id, code_hash, shows, made_on)
       select $1, gen_random_uuid(), $2, decode(md5(n::text), 'hex'), '{}', '2026-01-01' from generate_series(1, 49) n`,
      [all.here.harbor.regionId, many],
    )
    await linkWith({}, many)
    const refused = await jose.ask(`${page(many)}/showings`, { show_hours: 'yes' })
    expect(refused.status).toBe(429)
    expect(textOf(refused.text)).toContain('End one first.')
    expect(refused.text).toMatch(/name="show_hours"[^>]*checked/)
    expect((await jose.ask(`${page(many)}/paper.pdf`, {})).status).toBe(429)
  })

  it('that lapsed says so, and since when where its holder shows the dates; one that was revoked says so, and makes nothing any more', async () => {
    const old = await all.certified(jose.accountId, name, 400)
    const lapsed = textOf((await shown(await linkWith({}, old))).text)
    expect(lapsed).toContain('No longer valid on')
    expect(lapsed).not.toContain('Lapsed since')
    expect(textOf((await shown(await linkWith({ show_dates: 'yes' }, old))).text)).toContain('Lapsed since')
    expect(textOf((await jose.ask(page(old))).text)).toContain('It has lapsed.')

    const gone = await all.certified(jose.accountId, name)
    const code = await linkWith({}, gone)
    const step = `/harbor/training/certificates/${gone}/revocation`
    for (const who of [jose, eve]) {
      expect((await who.ask(step)).status).toBe(404)
      expect((await who.ask(step, { ground: 'own_wish' })).status).toBe(404)
    }
    expect((await rae.ask(`/harbor/training/certificates/${none}/revocation`)).status).toBe(404)
    expect(textOf((await rae.ask(step)).text)).toContain(`Holder ${name}`)
    const unsaid = await rae.ask(step, { ground: 'because' })
    expect([unsaid.status, unsaid.text.includes('href="#f-ground"')]).toEqual([400, true])
    expect(textOf((await shown(code)).text)).toContain('Valid on')
    expect(textOf((await rae.ask(step, { ground: 'issued_in_error' })).text)).toContain(
      'it was issued in error',
    )
    expect((await rae.ask(step)).text).not.toContain('<form class="stack"')
    const said = textOf((await shown(code)).text)
    expect(said).toContain('Revoked. It no longer holds.')
    expect(said).not.toContain('error')
    const own = textOf((await jose.ask(page(gone))).text)
    expect(own).toContain('it was issued in error')
    expect(own).not.toContain('Make a link')
    expect((await jose.ask(`${page(gone)}/showings`, {})).status).toBe(409)
    expect((await jose.ask(`${page(gone)}/paper.pdf`, {})).status).toBe(409)
  })

  it('is revoked by whoever keeps training alone, the guard before the page away', async () => {
    const gone = await all.certified(jose.accountId, name)
    const { db, secrets, config } = all.here.services
    const unguarded = (who: typeof jose) =>
      certificateRoutes({
        ...{ db, secrets, library: tinyLibrary, publicUrl: config.publicUrl, signIn: '/sign-in' },
        visit: async () => ({
          ...{ actor: who.actor, regionId: who.actor.regionId, memberId: null, byPasskey: true },
          ...{ lang: 'en', here: '/' as Path },
        }),
        frame: (_visit, _region, _title, _current, content) => content,
      })
    const step = `/harbor/training/certificates/${gone}/revocation`
    const body = () => new URLSearchParams({ ground: 'own_wish' })
    for (const [who, status] of [[jose, 404] as const, [eve, 404] as const, [rae, 200] as const]) {
      expect((await unguarded(who).request(step)).status).toBe(status)
      expect((await unguarded(who).request(step, { method: 'POST', body: body() })).status).toBe(status)
      expect(await rows(`select from training.revocation where certificate_id = '${gone}'`)).toHaveLength(
        status === 200 ? 1 : 0,
      )
    }
  })

  it('is one for each enrolment, on a place of the list that was drawn', async () => {
    const places = (await rows('select status_index from training.certificate order by id')).map(
      (row) => row.status_index,
    )
    expect(places.length).toBeGreaterThan(4)
    expect(new Set(places).size).toBe(places.length)
    expect(Math.max(...places) - Math.min(...places)).toBeGreaterThan(places.length * 10)
  })
})
