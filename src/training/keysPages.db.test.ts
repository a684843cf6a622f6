import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Certificates, openCertificates } from './certificate.testing.ts'

const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const path = '/harbor/training/keys'

describe('the page of keys', () => {
  let all: Certificates
  let kim: Awaited<ReturnType<Certificates['person']>>
  let rae: Awaited<ReturnType<Certificates['person']>>
  let ada: Awaited<ReturnType<Certificates['person']>>
  beforeAll(async () => {
    all = await openCertificates()
    kim = await all.person('kim.b@team.example', 'administrator')
    rae = await all.person('sam.k@coordination.example', 'duty_coordinator')
    ada = await all.person('ada.l@learners.example', 'learner')
  }, 60_000)
  afterAll(() => all?.here.stop())
  const keys = async () =>
    (
      await all.here.base.admin.query(
        'select kid, retired_at is null as signs, lost_at is not null as lost from training.issuer_key order by kid',
      )
    ).rows

  it('opens to administrators alone, replaces a key once however often it is sent, and declares one lost', async () => {
    expect(textOf((await kim.ask(path)).text)).toContain('No key yet')
    const id = await all.certified(ada.accountId, 'Ada L.')
    await ada.ask(`/harbor/learning/certificates/${id}/badge.jwt`)
    const [first] = await keys()
    for (const who of [rae, ada]) {
      expect((await who.ask(path)).status).toBe(404)
      expect((await who.ask(path, { key: first.kid })).status).toBe(404)
      expect((await who.ask(`${path}/${first.kid}/loss`)).status).toBe(404)
      expect((await who.ask(`${path}/${first.kid}/loss`, {})).status).toBe(404)
    }
    expect(await keys()).toEqual([{ kid: first.kid, signs: true, lost: false }])
    expect(textOf((await kim.ask(path)).text)).toContain('Signs now')
    for (let times = 0; times < 2; times++)
      expect((await kim.ask(path, { key: first.kid })).headers.get('location')).toBe(path)
    const [, second] = await keys()
    expect((await keys()).map(({ signs }) => signs)).toEqual([false, true])
    expect(textOf((await kim.ask(path)).text)).toContain('still published')

    const sure = textOf((await kim.ask(`${path}/${second.kid}/loss`)).text)
    expect(sure).toContain('every badge that it signed stops verifying')
    expect(sure).toContain('Holders fetch their badge anew')
    expect((await kim.ask(`${path}/${second.kid}/loss`, {})).status).toBe(303)
    expect((await keys()).map(({ signs, lost }) => [signs, lost])).toEqual([
      [false, false],
      [false, true],
      [true, false],
    ])
    expect((await kim.ask(`${path}/${second.kid}/loss`)).status).toBe(404)
    const spanish = textOf((await kim.ask(`${path}?lang=es`)).text)
    expect(spanish).toContain('Declarada perdida el')
    expect(spanish).not.toMatch(/Signs|Declared/)
    for (const odd of ['x', '%00', '00000000-0000-4000-8000-000000000000'])
      expect((await kim.ask(`${path}/${odd}/loss`, {})).status).toBe(404)
    expect((await kim.ask(path, {})).status).toBe(404)
  })

  it('leaves the public documents as the standards name them', async () => {
    const types = async (of: string) => {
      const answer = await all.open(`/harbor/credentials/${of}`)
      return [answer.status, answer.headers.get('content-type')]
    }
    const [first] = await keys()
    expect(await types('issuer')).toEqual([200, 'application/ld+json'])
    expect(await types('achievements/tiny')).toEqual([200, 'application/ld+json'])
    expect(await types('keys')).toEqual([200, 'application/jwk-set+json'])
    expect(await types(`keys/${first.kid}`)).toEqual([200, 'application/jwk+json'])
    expect(await types('status')).toEqual([200, 'application/vc+jwt'])
    for (const gone of ['achievements/none', 'keys/none', `keys/${(await keys())[1].kid}`])
      expect((await types(gone))[0]).toBe(404)
    expect((await all.open('/nowhere/credentials/issuer')).status).toBe(404)
  })
})
