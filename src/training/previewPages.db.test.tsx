import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visit } from '../identity/index.ts'
import { type Role, roles } from '../platform/actor.ts'
import type { Path } from '../ui/path.ts'
import { tinyCourse, tinyLibrary } from './course.testing.ts'
import { previewRoutes } from './previewPages.tsx'
import { openTraining, type Person } from './training.testing.ts'

const preview = '/here/training/courses/tiny/preview'
const review = '/here/training/courses/tiny/review'

describe('the preview of a course', () => {
  let t: Awaited<ReturnType<typeof openTraining>>
  beforeAll(async () => {
    t = await openTraining()
  })
  afterAll(() => t.base.drop())

  const serve = (who: Person | null, lang: 'en' | 'es' = 'en') =>
    new Hono().route(
      '/',
      previewRoutes({
        db: t.deps.db,
        visit: async (_, slug): Promise<Visit | null> =>
          who === null || slug !== 'here'
            ? null
            : {
                actor: who,
                memberId: null,
                regionId: who.regionId,
                byPasskey: true,
                lang,
                here: '/' as Path,
              },
        frame: (_visit, _region, title, _current, content) => (
          <>
            <title>{title}</title>
            {content}
          </>
        ),
        signIn: '/sign-in',
        help: [],
        library: tinyLibrary,
        packs: new Map(),
        findings: () => [
          { severity: 'warning', file: 'content/courses/tiny/bank.yaml', line: 7, says: 'it is short' },
        ],
      }),
    )
  const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  const open = async (who: Person | null, path = preview, lang: 'en' | 'es' = 'en') => {
    const answer = await serve(who, lang).request(path)
    const html = await answer.text()
    return { status: answer.status, html, text: textOf(html) }
  }
  const send = async (who: Person | null, fields: Record<string, string>, lang: 'en' | 'es' = 'en') => {
    const answer = await serve(who, lang).request(review, {
      method: 'POST',
      body: new URLSearchParams(fields),
    })
    const html = await answer.text()
    return { status: answer.status, to: answer.headers.get('location'), html, text: textOf(html) }
  }
  const marked = { reviewer: 'Dr. Ines R.', licence: 'MA 0000', fingerprint: tinyCourse.fingerprint }

  it('opens to those who write, teach or review, and is not found by anybody else', async () => {
    const may: Role[] = ['instructor', 'clinical_director', 'duty_coordinator', 'administrator']
    for (const role of roles) {
      const { status, html } = await open(t.person(role))
      expect([role, status]).toEqual([role, may.includes(role) ? 200 : 404])
      expect([role, html.includes('action="/here/training/courses/tiny/review"')]).toEqual([
        role,
        role === 'clinical_director',
      ])
      if (role !== 'clinical_director')
        expect([role, (await send(t.person(role), marked)).status]).toEqual([role, 404])
    }
    expect((await open(null)).status).toBe(303)
    expect((await open(t.person('instructor'), preview.replace('tiny', 'none'))).status).toBe(404)
  })

  it('shows every answer, every turn, the bank, the notes and what the check finds', async () => {
    const { text, html } = await open(t.person('instructor'))
    for (const words of [
      'right This one Yes, because.',
      'No, because.',
      'opens Wait. It leaves room. leads to end',
      'end · End Robin talks.',
      'q-6 · What is asked in question 6?',
      'Why: Because of reason 6.',
      'A page.',
      '2 hours in a room. Signed off there: opens, ends.',
      'warning content/courses/tiny/bank.yaml:7 it is short',
    ])
      expect(text).toContain(words)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    const leads = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    for (const id of leads) expect(ids).toContain(id)
    for (const id of ['lesson-01-first', 'practice', 'bank', 'handouts', 'facilitator', 'turn-a-talk-end'])
      expect(leads).toContain(id)
  })

  it('speaks Spanish around texts that are marked as English', async () => {
    const { text, html } = await open(t.person('clinical_director'), preview, 'es')
    expect(text).toContain('Marcar este texto como revisado')
    expect(text).not.toMatch(/Question bank|Preview|Findings|Mark this/)
    expect(html).toMatch(/<h1 lang="en">\s*A tiny course/)
  })

  it('keeps what was typed, names the field, and marks the text once the form is whole', async () => {
    const director = t.person('clinical_director')
    const missing = await send(director, { ...marked, licence: '' })
    expect(missing.status).toBe(400)
    expect(missing.html).toContain('value="Dr. Ines R."')
    expect(missing.text).toContain('Their licence: Enter it.')
    expect((await send(director, { ...marked, fingerprint: 'x' }, 'es')).text).toContain(
      'El texto cambió mientras',
    )
    for (const _ of [1, 2]) {
      const { status, to } = await send(director, marked)
      expect([status, to]).toEqual([303, preview])
    }
    const { text, html } = await open(director)
    expect(text).toContain('Reviewed for this region by Dr. Ines R., MA 0000, on Mar 1, 2027.')
    expect(html).not.toContain('<form')
    const other = await send(t.person('clinical_director'), { ...marked, reviewer: 'Dr. Ben O.' })
    expect(other.status).toBe(409)
    expect(other.text).toContain('This text is marked already')
  })
})
