import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Role, roles } from '../platform/actor.ts'
import { doneWith } from '../platform/outcome.testing.ts'
import { issueCertificate } from './certificate.server.ts'
import { tinyCourse } from './course.testing.ts'
import { loadEnrolments } from './enrolments.server.ts'
import { setEntry } from './entry.server.ts'
import { type Keeping, keptLibrary, openKeeping } from './keeping.testing.ts'
import { loadTraining } from './keepView.server.ts'
import { answerCheck, readSection } from './learn.server.ts'
import type { Person } from './training.testing.ts'

const training = '/here/training'
const kept = '/here/training/courses/tiny'

describe('keeping training', () => {
  let t: Keeping['t']
  let keeper: Person
  let ask: Keeping['ask']
  let learner: Keeping['learner']
  let count: Keeping['count']
  beforeAll(async () => {
    ;({ t, keeper, ask, learner, count } = await openKeeping())
  })
  afterAll(() => t.base.drop())

  const stateOf = async (id: string, who = keeper) =>
    (await t.base.db.read(who, (reader) => loadEnrolments(reader, { id })))[0]?.state

  it('opens to whoever keeps it, and without anybody’s name to whoever teaches or reviews; a learner finds nothing', async () => {
    await learner('Kit Wanders')
    const may: Role[] = ['duty_coordinator', 'administrator', 'clinical_director', 'instructor']
    for (const role of roles) {
      const { status, text, html } = await ask(t.person(role), training)
      expect([role, status]).toEqual([role, may.includes(role) ? 200 : 404])
      expect([role, html.includes('/training/keys')]).toEqual([role, role === 'administrator'])
      const keeps = role === 'duty_coordinator' || role === 'administrator'
      for (const part of ['transcripts.csv', 'classes/new', kept, 'Waiting for a decision'])
        expect([role, part, html.replaceAll(`${kept}/preview`, '').includes(part)]).toEqual([
          role,
          part,
          keeps,
        ])
      if (status === 200) expect(text).toContain('Nobody has reviewed this course for this region yet.')
      for (const path of [kept, `${training}/transcripts.csv`])
        expect([role, path, (await ask(t.person(role), path)).status]).toEqual([
          role,
          path,
          keeps ? 200 : 404,
        ])
    }
    expect((await ask(null, training)).status).toBe(303)
    expect((await ask(keeper, '/there/training')).status).toBe(303)
    expect((await ask(keeper, `${training}/courses/none`)).status).toBe(404)
    expect((await ask(keeper, training, undefined, 'es')).text).not.toMatch(/Course|Learning|Records|Waiting/)
  })

  it('a form is not taken from somebody who may only review, or learn', async () => {
    const { id } = await learner('Kit B.')
    for (const role of roles.filter((one) => one !== 'duty_coordinator' && one !== 'administrator'))
      for (const [path, fields] of [
        [`${training}/enrolments/${id}/decision`, { verdict: 'approved' }],
        [`${kept}/entry`, { mode: 'closed' }],
        [`${kept}/codes`, { uses: '5', expires: '2027-04-01' }],
        [`${kept}/seats`, { seatAgency: t.here.agencyId, seats: '5' }],
        [`${kept}/list`, { pasted: 'A,a@x.example' }],
      ] as const)
        expect([role, path, (await ask(t.person(role), path, fields)).status]).toEqual([role, path, 404])
    expect([await count('code'), await count('agency_seats'), await count('entry')]).toEqual([0, 0, 0])
  })

  it('shows who waits for a yes first; one tap decides, a second one does no harm', async () => {
    doneWith(await setEntry(t.base.db, keeper, 'tiny', 'approval'))
    const [yes, no] = [await learner('Ann Yes'), await learner('Bo <No>')]
    const { text, html } = await ask(keeper, training)
    expect(text).toMatch(/Waiting for a decision .*Ann Yes.*Bo &lt;No&gt;.*Courses/)
    expect(html).not.toContain('<No>')
    for (const role of ['clinical_director', 'instructor'] as const) {
      const who = t.person(role)
      expect((await ask(who, training)).text).not.toMatch(/Ann Yes|Waiting for a decision/)
      expect((await t.base.db.read(who, (reader) => loadTraining(reader, keptLibrary))).asking).toEqual([])
    }
    const decision = (id: string) => `${training}/enrolments/${id}/decision`
    for (const _ of [1, 2])
      expect(await ask(keeper, decision(yes.id), { verdict: 'approved' })).toMatchObject({
        status: 303,
        to: training,
      })
    expect((await ask(keeper, decision(no.id), { verdict: 'declined' })).status).toBe(303)
    expect([await stateOf(yes.id), await stateOf(no.id)]).toEqual(['open', 'declined'])
    const late = await ask(keeper, decision(no.id), { verdict: 'approved' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Somebody has decided otherwise meanwhile.')
    expect((await ask(keeper, decision(yes.id), { verdict: 'perhaps' })).status).toBe(400)
    expect((await ask(keeper, decision('x'), { verdict: 'approved' })).status).toBe(404)
  })

  it('somebody else’s enrolment, of another region, is not decided', async () => {
    const asking = await learner('Cy D.')
    const stranger = t.person('administrator', t.there.regionId)
    const path = `/there/training/enrolments/${asking.id}/decision`
    expect((await ask(stranger, path, { verdict: 'approved' })).status).toBe(404)
    expect(await stateOf(asking.id)).toBe('asked')
    expect((await ask(stranger, '/there/training')).text).not.toContain('Cy D.')
    doneWith(await setEntry(t.base.db, keeper, 'tiny', 'open'))
  })

  it('shows how far somebody is in counts, and no answer of theirs', async () => {
    const { who, id } = await learner('Fay Learns')
    const place = { lesson: '01-first', section: 'middle' }
    doneWith(await readSection(t.base.db, who, tinyCourse, id, place))
    doneWith(await answerCheck(t.base.db, who, tinyCourse, id, { ...place, check: 'which', choice: 1 }))
    const { text } = await ask(keeper, kept)
    expect(text).toContain('Fay Learns by themselves learning 1 of 3 0 of 1 not taken 0 min 0 of 2 –')
    expect(text).not.toMatch(/That one|This one|No, because/)
  })

  it('takes out transcripts: certificates with their numbers, no formula, and an entry in the trail', async () => {
    const { who, id } = await learner('=HYPERLINK("http://x.example")')
    await t.base.db.write({ kind: 'system', regionId: t.here.regionId }, (tx) =>
      issueCertificate(tx, {
        ...{ enrolmentId: id, accountId: who.accountId, name: 'Gus', course: 'tiny', title: 'A tiny course' },
        ...{ fingerprint: 'f'.repeat(64), onlineMinutes: 55, inPersonMinutes: 130, scorePercent: 85 },
        issuedOn: Temporal.PlainDate.from('2027-03-01'),
        expiresOn: Temporal.PlainDate.from('2029-03-01'),
      }),
    )
    const [certificate] = await t.rows('select id from training.certificate where enrolment_id = $1', [id])
    const { html, headers } = await ask(keeper, `${training}/transcripts.csv`)
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('content-disposition')).toBe('attachment; filename="here-transcripts.csv"')
    const lines = html.split('\r\n')
    expect(lines[0]).toContain(
      'name,course,title,version,how,agency,enrolled,finished,state,minutes_online,minutes_in_person,test_percent',
    )
    expect(lines).toContain(
      `"'=HYPERLINK(""http://x.example"")",tiny,A tiny course,ffffffffffff,alone,,2027-03-01,2027-03-01,open,55,130,85,0,2,${certificate.id.slice(-12)},2029-02-28,`,
    )
    expect(html).toContain('Kit Wanders')
    const entries = await t.rows(`select detail from audit.entry where act = 'transcripts_exported'`)
    expect(entries.at(-1).detail).toEqual({ rows: lines.length - 2 })
    const foreign = await ask(t.person('administrator', t.there.regionId), '/there/training/transcripts.csv')
    expect(foreign.html.trim().split('\r\n')).toHaveLength(1)
    expect((await ask(keeper, kept)).html).toContain(`/training/certificates/${certificate.id}/revocation`)
  })
})
