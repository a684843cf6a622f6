import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageOf } from '../../test/harness/forms.ts'
import { newId } from '../platform/ids.ts'
import { addRegion } from '../region/index.server.ts'
import { type Certificates, openCertificates } from './certificate.testing.ts'
import { trainingPaths } from './paths.ts'

type Someone = Awaited<ReturnType<Certificates['person']>>
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('the pages of the way to duty', () => {
  let t: Certificates
  let kit: Someone
  let lou: Someone
  let rae: Someone
  beforeAll(async () => {
    t = await openCertificates()
    kit = await t.person('kit@learners.example', 'learner')
    lou = await t.person('lou@learners.example', 'learner')
    rae = await t.person('rae@learners.example', 'duty_coordinator')
  }, 60_000)
  afterAll(() => t?.here.stop())

  const rows = async (text: string, ...values: unknown[]) =>
    (await t.here.base.admin.query(text, values)).rows
  const claims = (of: Someone) =>
    rows('select id, kind from training.claim where account_id = $1 order by claimed_at', of.accountId)
  const form = (more: Record<string, string> = {}) => ({
    ...{
      id: newId<string>(),
      name: 'Kit A.',
      kind: 'AIC',
      issuer: 'ICISF',
      number: 'N-1',
      issuedOn: '2025-05-01',
    },
    ...{ expiresOn: '2031-05-01', evidenceKind: 'certificate', evidenceKept: 'binder 4', ...more },
  })

  /** With a certificate of so many days ago, and its enrolment over. */
  const finished = async (accountId: Someone['accountId'], name: string, issued: number) => {
    const id = await t.certified(accountId, name, issued)
    await rows(
      `insert into training.enrolment_end (region_id, enrolment_id, why)
       select region_id, enrolment_id, 'finished' from training.certificate where id = $1`,
      id,
    )
    return id
  }

  it('say at the top whether somebody may go, what the law names, and what is offered', async () => {
    const { status, text } = await kit.ask(trainingPaths.ownWay('harbor'))
    expect(status).toBe(200)
    const said = words(text)
    expect(said).toMatch(/Not yet: \d things are open/)
    expect(said).toContain('asks for a certificate of MPSN / ICISF (M.G.L. c. 233, § 20O)')
    expect(said).toContain('Our own certificate never stands in its place.')
    expect(said).toContain('Offered, not asked for here')
    expect(said).toContain('No text was read that says how many hours this state asks for.')
    expect(said).toContain('Not on the team yet: a coordinator adds you')
    const spanish = words((await kit.ask(`${trainingPaths.ownWay('harbor')}?lang=es`)).text)
    expect(spanish).toMatch(/Camino a la guardia .*Todavía no: faltan \d cosas/)
  })

  it('show somebody else’s way to a coordinator alone', async () => {
    await kit.ask(trainingPaths.claims('harbor'), form({ number: 'W-1' }))
    const path = trainingPaths.way('harbor', kit.accountId)
    for (const [who, status] of [
      [rae, 200],
      [lou, 404],
      [kit, 404],
    ] as const)
      expect((await who.ask(path)).status).toBe(status)
    const { text } = await rae.ask(path)
    expect(words(text)).toContain('Way to duty: Kit A.')
    expect(text).toContain('href="/harbor/roster/new"')
    expect((await rae.ask(trainingPaths.way('harbor', newId()))).status).toBe(404)
    expect((await rae.ask('/harbor/training/people/none')).status).toBe(404)
    expect((await t.stranger(path)).status).toBe(303)
    await addRegion(t.here.services.db, {
      ...{ slug: 'else', name: 'else', state: 'AL', timeZone: 'America/Chicago', teamPhone: '617-555-0100' },
    })
    expect((await rae.ask(trainingPaths.way('else', kit.accountId))).status).toBe(404)
  })

  it('take a paper, and give a form back with what was typed and what to do', async () => {
    const path = trainingPaths.claims('harbor')
    const before = (await claims(kit)).length
    const wrong = form({
      kind: '',
      issuer: '',
      issuedOn: '2099-02-30',
      expiresOn: '',
      evidenceKept: 'x'.repeat(201),
    })
    const back = await kit.ask(path, wrong)
    expect(back.status).toBe(400)
    const alerts = words(pageOf(back.text).alerts.join(' '))
    for (const line of [
      'What it is: Choose one of the list.',
      'Who issued it: Fill this in.',
      'Issued on: Choose a day.',
      'Where it is kept: Use one shorter line of ordinary letters.',
    ])
      expect(alerts).toContain(line)
    expect(back.text).toContain('value="N-1"')
    expect((await kit.ask(path, form({ issuedOn: '2031-05-01' }))).status).toBe(400)
    const late = await kit.ask(path, form({ expiresOn: '2035-05-02' }))
    expect([late.status, words(late.text)]).toEqual([400, expect.stringContaining('More than ten years')])
    // A course of ours is no paper of another body, under whatever name it is typed.
    for (const otherKind of ['tiny', 'Tiny']) {
      const ours = await kit.ask(path, form({ kind: 'other', otherKind }))
      expect([ours.status, words(pageOf(ours.text).alerts.join(' '))]).toEqual([
        400,
        expect.stringContaining('Something else: how it is called: This is a course of ours.'),
      ])
      expect(ours.text).toContain('href="#f-otherKind"')
    }
    expect((await kit.ask(path, form({ number: 'a\u202eb' }))).status).toBe(400)
    expect(await claims(kit)).toHaveLength(before)

    const twice = form({ number: 'N-2', kind: 'state certificate' })
    expect([(await kit.ask(path, twice)).status, (await kit.ask(path, twice)).status]).toEqual([303, 303])
    expect(await claims(kit)).toHaveLength(before + 1)
    expect(words((await kit.ask(path)).text)).toContain('A coordinator looks at it')
    expect(words((await lou.ask(path)).text)).toContain('You have entered nothing yet.')
  })

  it('let a coordinator look at a paper: no learner, and not their own', async () => {
    await kit.ask(trainingPaths.claims('harbor'), form({ number: 'C-1' }))
    const id = (await claims(kit)).at(-1)!.id
    const path = trainingPaths.claimCheck('harbor', id)
    const seen = { verdict: 'seen' }
    expect((await lou.ask(path, seen)).status).toBe(404)
    expect((await kit.ask(path, seen)).status).toBe(404)
    expect((await t.stranger(path, seen)).status).toBe(401)
    const back = await rae.ask(path, { verdict: 'not_accepted' })
    expect([back.status, back.text.includes('Kit A.')]).toEqual([400, true])
    expect(pageOf(back.text).alerts.join(' ')).toContain('Choose one of the list.')
    const keeping = trainingPaths.training('harbor')
    const waits = (await rae.ask(keeping)).text
    expect(waits).toContain(path)
    // Heard without its card, each form says which paper it is about.
    expect(waits).toContain('<summary>Do not accept it<span class="unseen">: AIC: Kit A.</span></summary>')
    const director = await t.person('ruth@learners.example', 'clinical_director')
    expect((await director.ask(keeping)).text).not.toContain(path)
    const done = await rae.ask(path, seen)
    expect((await rae.ask(keeping)).text).not.toContain(path)
    expect([done.status, done.headers.get('location')]).toEqual([303, trainingPaths.training('harbor')])
    expect((await rae.ask(path, { verdict: 'not_accepted', [`why-${id}`]: 'not_theirs' })).status).toBe(409)
    expect((await rae.ask(trainingPaths.claimCheck('harbor', newId()), seen)).status).toBe(404)

    await rae.ask(trainingPaths.claims('harbor'), form({ number: 'C-2', name: 'Rae H.' }))
    const own = (await claims(rae)).at(-1)!.id
    const refused = await rae.ask(trainingPaths.claimCheck('harbor', own), seen)
    expect(refused.status).toBe(409)
    expect(words(refused.text)).toContain('This is about yourself.')
    expect(words(refused.text)).toContain('Yours: somebody else looks at it.')
  })

  it('let a coordinator take back a paper on the page of its holder: no learner, and not without a ground', async () => {
    await kit.ask(trainingPaths.claims('harbor'), form({ number: 'T-1' }))
    const id = (await claims(kit)).at(-1)!.id
    await rae.ask(trainingPaths.claimCheck('harbor', id), { verdict: 'seen' })
    const path = trainingPaths.claimWithdrawal('harbor', id)
    const theirs = trainingPaths.way('harbor', kit.accountId)
    const ground = { [`why-${id}`]: 'not_theirs' }
    for (const who of [lou, kit]) expect((await who.ask(path, ground)).status).toBe(404)
    expect((await t.stranger(path, ground)).status).toBe(401)
    expect((await rae.ask(theirs)).text).toContain(path)
    expect((await kit.ask(trainingPaths.ownWay('harbor'))).text).not.toContain(path)
    const back = await rae.ask(path, {})
    expect(back.status).toBe(400)
    expect(pageOf(back.text).alerts.join(' ')).toContain('Choose one of the list.')
    const done = await rae.ask(path, ground)
    expect([done.status, done.headers.get('location')]).toEqual([303, theirs])
    expect((await rae.ask(path, { [`why-${id}`]: 'wrong_dates' })).status).toBe(409)
    expect((await rae.ask(trainingPaths.claimWithdrawal('harbor', newId()), ground)).status).toBe(404)
    expect((await rae.ask(theirs)).text).not.toContain(path)
    const said = 'Seen, later not accepted: it is in another name'
    expect(words((await kit.ask(trainingPaths.claims('harbor'))).text)).toContain(said)
  })

  it('renew one’s own certificate near its end, and nobody else’s', async () => {
    const early = await finished(lou.accountId, 'Lou A.', 0)
    const path = trainingPaths.renewal('harbor', early)
    const refused = await lou.ask(path, {})
    expect([refused.status, words(refused.text).includes('from 90 days before its end')]).toEqual([409, true])
    const max = await t.person('max@learners.example', 'learner')
    const due = await finished(max.accountId, 'Max A.', 330)
    expect((await max.ask(trainingPaths.ownWay('harbor'))).text).toContain(
      trainingPaths.renewal('harbor', due),
    )
    expect((await kit.ask(trainingPaths.renewal('harbor', due), {})).status).toBe(404)
    const first = await max.ask(trainingPaths.renewal('harbor', due), {})
    const second = await max.ask(trainingPaths.renewal('harbor', due), {})
    expect([first.status, second.headers.get('location')]).toEqual([303, first.headers.get('location')])
    expect((await max.ask(first.headers.get('location')!)).status).toBe(200)
  })

  it('keep a ledger of continued training: one’s own, looked at by somebody else', async () => {
    const path = trainingPaths.continued('harbor')
    expect(words((await kit.ask(path)).text)).toContain('It begins with your first certificate')
    const day = Temporal.Now.plainDateISO('America/New_York').toString()
    const entry = (more: Record<string, string> = {}) => ({
      ...{ id: newId<string>(), kind: 'training', what: 'A drill', minutes: '90', doneOn: day },
      ...{ evidenceKept: 'binder 4', ...more },
    })
    expect((await kit.ask(path, entry())).status).toBe(409)
    const ana = await t.person('ana@learners.example', 'learner')
    await finished(ana.accountId, 'Ana A.', 40)
    const wrong = await ana.ask(path, entry({ minutes: '0', what: '', kind: 'x' }))
    expect(wrong.status).toBe(400)
    expect(words(pageOf(wrong.text).alerts.join(' '))).toContain(
      'Minutes: Write whole minutes, from 1 to 6000.',
    )
    const given = entry()
    expect([(await ana.ask(path, given)).status, (await ana.ask(path, given)).status]).toEqual([303, 303])
    expect(words((await ana.ask(path)).text)).not.toContain('1 h 30 min')
    expect(words((await ana.ask(path)).text)).toContain('Not counted yet')
    const check = trainingPaths.continuedCheck('harbor', given.id)
    expect((await lou.ask(check, { verdict: 'seen' })).status).toBe(404)
    expect((await ana.ask(check, { verdict: 'seen' })).status).toBe(404)
    expect((await rae.ask(check, {})).status).toBe(400)
    expect((await rae.ask(check, { verdict: 'seen' })).status).toBe(303)
    expect((await rae.ask(check, { verdict: 'not_accepted' })).status).toBe(409)
    expect(words((await ana.ask(path)).text)).toContain('1 h 30 min')
    expect(words((await lou.ask(path)).text)).not.toContain('A drill')
    const way = async (who: Someone, lang = 'en') =>
      words((await who.ask(`${trainingPaths.ownWay('harbor')}?lang=${lang}`)).text)
    expect(await way(ana)).toContain(
      'Continued training 1.5 hours of 8 hours Open The region’s policy asks for it.',
    )
    expect(await way(ana)).toContain('Nothing of this keeps you from being called out')
    expect(await way(ana, 'es')).toContain('Nada de esto impide que se le convoque')
    expect(await way(kit)).not.toContain('keeps you from being called out')
    const of = words((await rae.ask(trainingPaths.way('harbor', ana.accountId))).text)
    expect(of).toContain('Nothing of this keeps them from being called out')
  })

  it('stand on Today: what runs out, where to go on, what waits for a coordinator', async () => {
    const zoe = await t.person('zoe@learners.example', 'learner')
    await finished(zoe.accountId, 'Zoe A.', 300)
    const of = async (who: Someone) => words((await who.ask('/harbor/today')).text)
    expect(await of(zoe)).toContain('Papers of yours that run out')
    expect(await of(zoe)).not.toContain('Your courses')
    await rows(
      `insert into training.invited (region_id, id, course, email, name, how)
       values ($1, $2, 'tiny', 'zoe@learners.example', 'Zoe A.', 'list')`,
      t.here.harbor.regionId,
      newId<string>(),
    )
    expect(await of(zoe)).toContain('Begin: A tiny course')
    await rows(
      `insert into training.enrolment (region_id, id, account_id, course, how, needs_approval, finish_by)
       values ($1, $2, $3, 'tiny', 'alone', true, '2099-01-01')`,
      t.here.harbor.regionId,
      newId<string>(),
      zoe.accountId,
    )
    expect(await of(zoe)).toContain('waits for a coordinator’s yes')
    expect(await of(zoe)).not.toContain('enrolment waits for a yes')
    expect(await of(rae)).toContain('1 enrolment waits for a yes.')
    expect(await of(rae)).toMatch(/papers? waits? for somebody to look at/)
    expect(await of(lou)).not.toContain('Papers of yours that run out')
  })

  it('are behind the third door of the front page', async () => {
    const { text } = await t.open('/harbor')
    expect(words(text)).toContain('Train with us')
    expect(text).toContain(`href="${trainingPaths.courses('harbor')}"`)
  })
})
