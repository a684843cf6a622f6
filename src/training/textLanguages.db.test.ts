import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encoded } from '../../test/harness/hostile.ts'
import { layTraining } from '../../test/harness/trainingScene.ts'
import { openTwoRegions, type Person, type TwoRegions } from '../../test/harness/twoRegions.ts'
import { publicPermissions, teamPermissions } from '../permissions.ts'
import { certificateWords } from './certificateWords.ts'
import { classWords } from './classWords.ts'
import { courseWords } from './courseWords.ts'
import { keepWords } from './keepWords.ts'
import { learnWords } from './learnWords.ts'
import { trainingPaths } from './paths.ts'
import { previewWords } from './previewWords.ts'
import { englishOf, saidOn } from './textLanguages.testing.ts'

/** Files, what machines read, and pages on which no course stands. */
const without = /\.(csv|ics|jwt)$|credentials|keys|claims/
/** What looks Spanish, and what is, however short. */
const spanish = /[áéíóúñ¿¡]|\b(el|la|los|las|del|que|una|para|con|sus?|por)\b/i
/** Of a way and of a certificate, ids; of a course, the bare words that its parts are named with. */
const about = /^GET \/:region\/(learning|classes|training|seats|courses|certificates)/

describe('on a page of learning', () => {
  let all: TwoRegions
  const pages: { who: Person | null; path: string }[] = []
  const open = async ({ who, path }: (typeof pages)[number], lang: 'en' | 'es') => {
    const origin = who === null ? all.here.publicUrl : all.here.teamUrl
    const { status, text } = await all.send(origin, `${path}?lang=${lang}`, { cookie: who?.cookie ?? '' })
    expect([path, status]).toEqual([path, 200])
    return text
  }

  beforeAll(async () => {
    all = await openTwoRegions()
    const post = async (who: Person, path: string, fields: Readonly<Record<string, string>> = {}) => {
      const headers = { cookie: who.cookie }
      const answer = await all.send(all.here.teamUrl, path, headers, encoded(Object.entries(fields)))
      expect([path, answer.status < 400]).toEqual([path, true])
      return answer
    }
    await layTraining(all, post, (who, path) => pages.push({ who, path }))
    const of = (role: Person['role']) => all.people.find((one) => one.role === role)!
    const course = all.services.library.courses.find((one) => one.handouts.some(({ es }) => es !== null))!
    const slug = 'harbor'
    for (const path of [trainingPaths.learning(slug), trainingPaths.continued(slug), '/harbor/today'])
      pages.push({ who: of('learner'), path })
    for (const path of [
      ...[trainingPaths.newClass(slug), trainingPaths.classes(slug), trainingPaths.preview(slug, course.id)],
    ])
      pages.push({ who: all.rae, path })
    pages.push({ who: of('agency_contact'), path: trainingPaths.ownSeats(slug) })
    for (const path of [
      ...[trainingPaths.courses(slug), trainingPaths.course(slug, course.id)],
      ...course.lessons.map(({ id }) => trainingPaths.lesson(slug, course.id, id)),
      ...course.handouts.map(({ id }) => trainingPaths.handout(slug, course.id, id, 'en')),
      ...[trainingPaths.enrol(slug, course.id), trainingPaths.enrolAsked(slug, course.id)],
    ])
      pages.push({ who: null, path })
    const shown = pages.find(({ path }) => /learning\/certificates/.test(path))!
    const made = await post(shown.who!, `${shown.path}/showings`, {})
    pages.push({ who: null, path: /\/harbor\/certificates\/[\w-]+/.exec(made.text)![0] })
  }, 120_000)
  afterAll(() => all?.stop())

  it('nobody is forgotten: every one that shows a course is among those looked at', () => {
    const routes = Object.keys({ ...publicPermissions, ...teamPermissions }).filter(
      (key) => about.test(key) && !without.test(key),
    )
    const shapes = routes.map((key) => {
      const path = key.slice(4).replace('/:part{[0-9]+}', '/\\d+')
      return { key, shape: new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`) }
    })
    expect(routes.length).toBeGreaterThan(20)
    expect(
      shapes.filter(({ shape }) => !pages.some(({ path }) => shape.test(path))).map(({ key }) => key),
    ).toEqual([])
  })

  it('in Spanish, whatever is English says so, and nothing else does', async () => {
    const english = englishOf(all.services.library)
    const said = [learnWords, courseWords, previewWords, keepWords, classWords, certificateWords]
    const own = new Set(
      said.flatMap(({ en, es }) =>
        Object.entries(es).flatMap(([, text]) =>
          typeof text === 'string' && !Object.values(en).includes(text) ? text : [],
        ),
      ),
    )
    const wrong: string[] = []
    for (const page of pages)
      for (const { text, lang } of saidOn(await open(page, 'es'))) {
        const of = english.find((one) => text.includes(one))
        if (of !== undefined && lang !== 'en') wrong.push(`${page.path}: “${text}” is not marked`)
        if (lang === 'en' && own.has(text))
          wrong.push(`${page.path}: “${text}” is ours and marked as English`)
        if (lang === 'en' && spanish.test(english.reduce((left, one) => left.replaceAll(one, ''), text)))
          wrong.push(`${page.path}: “${text}” is marked as English`)
      }
    expect(wrong).toEqual([])
  }, 120_000)

  it('in English, a hand-out in Spanish says so', async () => {
    const { courses } = all.services.library
    const titles = courses.flatMap(({ handouts }) => handouts.flatMap(({ es }) => es?.title ?? []))
    expect(titles.length).toBeGreaterThan(0)
    let met = 0
    for (const page of pages)
      for (const { text, lang } of saidOn(await open(page, 'en'))) {
        if (titles.includes(text)) met += 1
        if (titles.includes(text) || /[¿¡]/.test(text))
          expect([page.path, text, lang]).toEqual([page.path, text, 'es'])
      }
    expect(met).toBeGreaterThan(0)
  }, 120_000)
})
