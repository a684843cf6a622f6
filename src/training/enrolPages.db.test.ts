import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { doneWith } from '../platform/outcome.testing.ts'
import type { Chrome } from '../ui/chrome.ts'
import type { Path } from '../ui/path.ts'
import { tinyCourse, tinyLibrary } from './course.testing.ts'
import { enrolRoutes } from './enrolPages.tsx'
import { makeCode, setEntry } from './entry.server.ts'
import { askPage } from './pages.testing.tsx'
import { trainingPaths } from './paths.ts'
import { reviewCourse } from './review.server.ts'
import { openTraining, type Person } from './training.testing.ts'

const closed = { ...tinyCourse, id: 'closed-one', title: 'A closed course' }
const planned = { ...tinyCourse, id: 'planned', title: 'A planned course', depth: 'outline' as const }
const second = { ...tinyCourse, id: 'second', title: 'A second course', after: ['tiny'] }
const grave = { ...tinyCourse, id: 'grave', title: 'A grave course', crisis: true }
const third = { ...tinyCourse, id: 'third', title: 'A third course', after: ['grave'] }
const form = (course = 'tiny', lang = '') => `${trainingPaths.enrol('here', course)}${lang}`

describe('the form to enrol without an account', () => {
  let t: Awaited<ReturnType<typeof openTraining>>
  let keeper: Person
  beforeAll(async () => {
    t = await openTraining()
    keeper = t.person('administrator')
    doneWith(await setEntry(t.base.db, keeper, closed.id, 'closed'))
  })
  afterAll(() => t.base.drop())

  const ask = (path: string, fields?: Record<string, string>) =>
    askPage(
      enrolRoutes({
        ...t.deps,
        chrome: { help: [], publicStylesheet: '/public.css' as Path } as unknown as Chrome,
        leaveHref: '/' as Path,
        library: { ...tinyLibrary, courses: [tinyCourse, closed, planned, second, grave, third] },
        teamUrl: new URL('https://team.peers.example'),
        home: ({ slug }) => `/${slug}` as Path,
      }),
      path,
      fields,
    )
  const named = () => t.rows('select email, name, how from training.invited order by id')

  it('asks for a name and an address of one’s own, says why, and carries no script', async () => {
    const { status, text, html } = await ask(form())
    expect(status).toBe(200)
    for (const words of [
      'Not your department’s',
      'Code, if you were given one',
      'A mail goes to the address',
    ])
      expect(text.replaceAll('&#39;', '’')).toContain(words)
    expect(html).not.toMatch(/<script|style=/)
    expect(html).toContain('href="https://team.peers.example/here/learning"')
    const spanish = await ask(form('tiny', '?lang=es'))
    expect(spanish.html).toContain('action="/here/courses/tiny/enrolment?lang=es"')
    expect(spanish.text).not.toMatch(/Enrol\b|department|address/)
  })

  it('says which course comes before, with a way there', async () => {
    const { text, html } = await ask(form('second'))
    expect(text).toContain('Before you can begin, you need the certificate of:')
    expect(html).toContain('<a href="/here/courses/tiny">A tiny course</a>')
    expect((await ask(form())).text).not.toContain('Before you can begin')
  })

  it('asks for no certificate that nobody can hold: only once a clinician has reviewed that course here', async () => {
    expect((await ask(form('third'))).text).not.toMatch(/certificate of|A grave course/)
    const clinician = { reviewer: 'Avery C.', licence: 'LMHC 1', fingerprint: grave.fingerprint }
    doneWith(await reviewCourse(t.base.db, t.person('clinical_director'), grave, clinician))
    expect((await ask(form('third'))).text).toMatch(/you need the certificate of: A grave course/)
  })

  it('says, where a coordinator decides, that one may ask without it, and promises no beginning by code alone', async () => {
    const saying = async (course: string) => {
      doneWith(await setEntry(t.base.db, keeper, course, 'approval'))
      const { text } = await ask(form(course))
      doneWith(await setEntry(t.base.db, keeper, course, 'open'))
      return text
    }
    const asked = await saying('second')
    expect(asked).toContain('You may ask without the certificate of these')
    expect(asked).toContain('With a code you begin at once if you hold the certificates named below.')
    expect(asked).not.toContain('Before you can begin')
    expect(await saying('tiny')).toContain('With a code you begin at once. ')
  })

  it('leads to the same page whether the address is known or not, and however often it is sent', async () => {
    const asked = trainingPaths.enrolAsked('here', 'tiny')
    for (const email of ['kit@learners.example', 'kit@learners.example', 'lee@learners.example'])
      expect(await ask(form(), { name: 'Kit A.', email, code: '' })).toMatchObject({ status: 303, to: asked })
    expect((await named()).map(({ email }) => email)).toEqual([
      'kit@learners.example',
      'lee@learners.example',
    ])
    const { text } = await ask(asked)
    expect(text).toContain('A mail is on its way')
    expect(text).not.toMatch(/kit|lee/)
    const es = await ask(form('tiny', '?lang=es'), { name: 'Ana', email: 'ana@learners.example' })
    expect(es.to).toBe(`${asked}?lang=es`)
    expect((await ask(es.to!)).text).toContain('Un mensaje va en camino')
  })

  it.each([
    ['no name', { name: ' ' }, 'name', 'Write a name'],
    ['an address that is none', { email: 'kit' }, 'email', 'Write an e-mail address'],
    ['a department’s address', { email: 'kit@fire.example' }, 'email', 'Write a personal one'],
    ['a code that opens nothing', { code: 'AAAA-BBBB' }, 'code', 'No such code opens this course today'],
  ])(
    'refuses %s at its field, keeps what was typed, and nobody is named',
    async (_what, wrong, field, says) => {
      const before = await named()
      const typed = { name: 'Robin <R>', email: 'robin@learners.example', code: '', ...wrong }
      const { status, text, html } = await ask(form(), typed)
      expect(status).toBe(400)
      expect(text).toContain(says)
      expect(html).toContain(`href="#f-${field}"`)
      for (const value of Object.values(typed))
        if (value.trim() !== '')
          expect(html).toContain(`value="${value.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}"`)
      expect(await named()).toEqual(before)
    },
  )

  it('of a closed course is for whoever has a code, and says so', async () => {
    const { text, html } = await ask(form(closed.id))
    expect(text).toContain('This course is closed.')
    expect(html).toMatch(/name="code" required/)
    const typed = { name: 'Kit A.', email: 'kit@learners.example', code: '' }
    const refused = await ask(form(closed.id), typed)
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Code: This course is closed. Write a code.')
    const { word } = doneWith(
      await makeCode(t.base.db, keeper, {
        ...{ course: closed.id, uses: 1, agencyId: null },
        expiresOn: Temporal.PlainDate.from('2027-03-05'),
      }),
    )
    // Sent twice, on the code's only use.
    for (const _ of [1, 2])
      expect((await ask(form(closed.id), { ...typed, code: word.toLowerCase() })).status).toBe(303)
    expect(await named()).toContainEqual({ email: typed.email, name: 'Kit A.', how: 'code' })
  })

  it('of an outline is none: it says that the course is being written, and takes nobody', async () => {
    const { text, html } = await ask(form(planned.id))
    expect(text).toContain('This course is still being written.')
    expect(html).not.toContain('<form')
    expect((await ask(form(planned.id), { name: 'Kit A.', email: 'k@learners.example' })).status).toBe(409)
  })

  it('is found under a course and a region that are there', async () => {
    for (const path of [
      form('none'),
      '/nowhere/courses/tiny/enrolment',
      trainingPaths.enrolAsked('here', 'none'),
    ])
      expect([path, (await ask(path)).status]).toEqual([path, 404])
    expect((await ask(form('none'), { name: 'a' })).status).toBe(404)
  })
})
