import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { doneWith } from '../platform/outcome.testing.ts'
import { allDone } from './allDone.testing.ts'
import { enrol } from './classes.testing.ts'
import { tinyCourse, tinyLibrary } from './course.testing.ts'
import { leaveCourse } from './enrol.server.ts'
import { makeCode, setEntry } from './entry.server.ts'
import { readSection, walkPractice } from './learn.server.ts'
import { learnRoutes } from './learnPages.tsx'
import { nameAll } from './naming.server.ts'
import { askPage, pageDeps } from './pages.testing.tsx'
import { beginTest, handIn } from './test.server.ts'
import { openTraining, type Person } from './training.testing.ts'

const section = '/lessons/01-first/middle'
const over = 'This enrolment is over. Enrol again to go on.'

describe('the pages of whoever learns', () => {
  let t: Awaited<ReturnType<typeof openTraining>>
  let who: Person
  let at: string
  let enrolmentId: string
  let course = tinyCourse
  beforeAll(async () => {
    t = await openTraining()
  })
  beforeEach(async () => {
    course = tinyCourse
    who = t.person()
    enrolmentId = await t.enrolled(who)
    at = `/here/learning/${enrolmentId}`
  })
  afterAll(() => t.base.drop())

  const ask = (path: string, fields?: Record<string, string>) =>
    askPage(
      learnRoutes({
        ...pageDeps(who, { here: t.here.regionId }, 'en'),
        ...t.deps,
        library: { ...tinyLibrary, courses: [course] },
        help: [],
        publicUrl: new URL('https://peers.example'),
        emailOf: async () => who.email,
      }),
      path,
      fields,
    )
  const testOpen = async () => {
    for (const lesson of tinyCourse.lessons)
      for (const one of lesson.sections)
        doneWith(
          await readSection(t.base.db, who, tinyCourse, enrolmentId, { lesson: lesson.id, section: one.id }),
        )
    doneWith(await walkPractice(t.base.db, who, tinyCourse, enrolmentId, { practice: 'a-talk', path: [0] }))
    doneWith(await beginTest(t.base.db, t.deps.packs, who, tinyCourse, enrolmentId))
  }

  it('begin with the name by which somebody was named; what they type instead is kept', async () => {
    who = t.person()
    const named = [{ name: 'Kit “K” A.', email: who.email }]
    doneWith(await nameAll(t.deps, t.person('duty_coordinator'), tinyCourse, named))
    const field = (html: string) => /<input[^>]*name="name-tiny"[^>]*>/.exec(html)?.[0]
    expect(field((await ask('/here/learning')).html)).toContain('value="Kit “K” A."')
    const begun = await ask('/here/learning/courses/tiny', { 'name-tiny': 'Kit Ames' })
    expect(begun.status).toBe(303)
    const kept = await t.rows('select name from training.learner where account_id = $1', [who.accountId])
    expect(kept).toEqual([{ name: 'Kit Ames' }])
    who = t.person()
    expect(field((await ask('/here/learning')).html)).not.toContain('value=')
  })

  it('let whoever waits for a yes type a code they were given meanwhile', async () => {
    const keeper = t.person('duty_coordinator')
    doneWith(await setEntry(t.base.db, keeper, 'tiny', 'approval'))
    who = t.person()
    await t.enrolled(who)
    const { html, text } = await ask('/here/learning')
    expect(html).toContain('name="code-tiny"')
    expect(text).toContain('Code, if you were given one : A tiny course')
    const wrong = await ask('/here/learning/courses/tiny', { 'code-tiny': 'NONE-SUCH' })
    expect([wrong.status, wrong.html.includes('href="#f-code-tiny"')]).toEqual([400, true])
    const expiresOn = Temporal.PlainDate.from('2027-03-02')
    const made = await makeCode(t.base.db, keeper, { course: 'tiny', uses: 1, expiresOn, agencyId: null })
    const { to } = await ask('/here/learning/courses/tiny', { 'code-tiny': doneWith(made).word })
    expect((await ask(to!)).text).not.toContain('Waiting for a coordinator')
    doneWith(await setEntry(t.base.db, keeper, 'tiny', 'open'))
  })

  it('let whoever waits for a yes take back what they asked for', async () => {
    doneWith(await setEntry(t.base.db, t.person('duty_coordinator'), 'tiny', 'approval'))
    who = t.person()
    const page = `/here/learning/${await t.enrolled(who)}`
    const { text, html } = await ask(page)
    expect(text).toContain('Take back your request')
    const action = /action="([^"]+)"/.exec(html)?.[1]
    expect(action?.startsWith(page)).toBe(true)
    expect((await ask(action!, {})).status).toBe(303)
    expect((await ask(page)).text).not.toContain('Waiting for a coordinator')
    expect((await ask(page)).html).not.toContain(`action="${action}"`)
    doneWith(await setEntry(t.base.db, t.person('duty_coordinator'), 'tiny', 'open'))
  })

  it.each([
    ['a part of a test', '/test/1', {}],
    ['a test', '/test/hand-in', {}],
    ['a step in a talk', '/practice/a-talk', { path: '0' }],
    ['a section', section, { read: 'yes' }],
  ])('say what became of %s that comes after somebody left elsewhere', async (_what, path, fields) => {
    await testOpen()
    doneWith(await leaveCourse(t.base.db, who, enrolmentId))
    const { status, text } = await ask(`${at}${path}`, fields)
    expect([status, text.includes(over)]).toEqual([409, true])
  })

  it('say that the questions changed, and offer another test', async () => {
    await testOpen()
    course = { ...tinyCourse, fingerprint: 'd'.repeat(64) }
    for (const [path, fields] of [['/test'], ['/test/1', {}], ['/test/hand-in', {}]] as const) {
      const { status, text } = await ask(`${at}${path}`, fields)
      expect([path, status]).toEqual([path, 409])
      expect(text).toContain('The questions were changed while this test was open')
      expect(text).toMatch(/Begin the test|Go on with the test/)
    }
    expect((await ask(`${at}/test`, {})).to).toBe(`${at}/test/1`)
  })

  it('lead on through what was left by links: nothing is offered that would be refused', async () => {
    expect((await ask(`${at}${section}`)).text).toContain('Done, go on')
    doneWith(await leaveCourse(t.base.db, who, enrolmentId))
    const { status, text } = await ask(`${at}${section}`)
    expect(status).toBe(200)
    expect(text).not.toMatch(/Done|Check answer|Answer/)
    expect(text).toMatch(/Read on|Back to the course/)
  })

  it('let whoever has the certificate answer and practise on', async () => {
    who = t.person()
    const id = await enrol(t.base, t.here.regionId, who.accountId, 'Kit A.', { ended: 'finished' })
    at = `/here/learning/${id}`
    expect((await ask(`${at}${section}`)).text).toContain('Done, go on')
    expect((await ask(`${at}/practice/a-talk`, { path: '0' })).status).toBe(200)
  })

  it('read well once the single answers of a test are gone: the mark stays, and nothing is said to be wrong', async () => {
    const ends = (id: string, why: string) =>
      t.rows('insert into training.enrolment_end (region_id, enrolment_id, why) values ($1, $2, $3)', [
        ...[t.here.regionId, id, why],
      ])
    who = t.person()
    const passed = await allDone(t, who)
    await ends(passed, 'finished')
    const test = async (id: string) => (await ask(`/here/learning/${id}/test`)).text
    expect(await test(passed)).toContain('Your answers, and why')
    await t.rows('delete from training.attempt_answer')
    const read = await test(passed)
    expect(read).toContain('Passed with 100 percent.')
    expect(read).toContain('The questions, the answers, and why')
    expect(read).toContain('No single answers are kept here')
    expect(read).not.toMatch(/Your answer|No answer/)

    enrolmentId = await t.enrolled(who)
    await testOpen()
    doneWith(await handIn(t.base.db, who, tinyCourse, enrolmentId))
    expect(await test(enrolmentId)).toContain('Read again before the next try')
    await ends(enrolmentId, 'left')
    const failed = await test(enrolmentId)
    expect(failed).toContain('0 percent, not passed yet.')
    expect(failed).toContain('No single answers are kept here')
    expect(failed).not.toContain('Read again')
  })

  it('lead from a course to whatever else belongs to learning, also while it waits for a yes', async () => {
    const waits = t.person()
    const asked = await enrol(t.base, t.here.regionId, waits.accountId, 'Kit A.', { needsApproval: true })
    for (const [person, id] of [
      [who, enrolmentId],
      [waits, asked],
    ] as const) {
      who = person
      const { status, html } = await ask(`/here/learning/${id}`)
      expect(status).toBe(200)
      for (const place of ['learning', 'classes', 'learning/way', 'learning/continued'])
        expect(html).toContain(`href="/here/${place}"`)
    }
  })

  it('keep a course shut that nobody said yes to', async () => {
    who = t.person()
    const id = await enrol(t.base, t.here.regionId, who.accountId, 'Kit A.', { needsApproval: true })
    for (const path of [section, '/practice/a-talk']) {
      expect((await ask(`/here/learning/${id}${path}`)).status).toBe(404)
      expect((await ask(`/here/learning/${id}${path}`, { read: 'yes', path: '0' })).status).toBe(404)
    }
  })
})
