import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPacks } from '../region/index.server.ts'
import type { Chrome } from '../ui/chrome.ts'
import type { Path } from '../ui/path.ts'
import { tinyCourse, tinyLibrary } from './course.testing.ts'
import type { Library } from './course.ts'
import { courseRoutes } from './coursePages.tsx'
import { readLibrary } from './library.server.ts'
import { trainingPaths } from './paths.ts'
import { reviewCourse } from './review.server.ts'
import { openTraining } from './training.testing.ts'

const said = { en: 'Lifeline', es: 'Línea' }
const help = [{ code: '988', label: said, number: '988', note: said, about: said, source: '', checked: null }]
const root = join(import.meta.dirname, '../..')

describe('the public pages of courses', () => {
  let t: Awaited<ReturnType<typeof openTraining>>
  let library: Library
  let tiny: Library
  beforeAll(async () => {
    t = await openTraining(undefined, readPacks(root))
    library = readLibrary(root).library
    const planned = { ...tinyCourse, id: 'planned', title: 'A planned course', depth: 'outline' as const }
    const [lesson, ...others] = tinyCourse.lessons
    const withBlocks = {
      ...lesson!,
      sections: [
        ...lesson!.sections,
        {
          id: 'law',
          title: 'The law',
          blocks: [
            { kind: 'pack', show: 'exceptions' },
            { kind: 'help-lines' },
            {
              kind: 'prose',
              html: '<p>Read <a href="lesson:02-second">on</a> and <a href="handout:a-page">print</a>.<sup class="cite"><a href="source:1">1</a></sup></p>',
            },
          ] as const,
        },
      ],
    }
    const es = {
      title: 'Una hoja',
      sections: [{ id: 'start', title: '', blocks: [{ kind: 'prose' as const, html: '<p>Una hoja.</p>' }] }],
    }
    tiny = {
      ...tinyLibrary,
      courses: [
        {
          ...tinyCourse,
          crisis: true,
          lessons: [withBlocks, ...others],
          handouts: [{ ...tinyCourse.handouts[0]!, es }],
        },
        { ...tinyCourse, id: 'calm', title: 'A calm course' },
        { ...tinyCourse, id: 'second', title: 'A second course', after: ['tiny', 'calm'] },
        { ...planned, lessons: [], bank: [], practice: [], handouts: [], test: null },
      ],
    }
  })
  afterAll(() => t.base.drop())

  const serve = (of: Library) =>
    new Hono().route(
      '/',
      courseRoutes({
        db: t.deps.db,
        chrome: { help, courseStylesheet: '/course.css' as Path } as unknown as Chrome,
        leaveHref: '/' as Path,
        library: of,
        packs: t.deps.packs,
        home: ({ slug }) => `/${slug}` as Path,
      }),
    )
  const ask = async (path: string, of: Library = tiny) => {
    const answer = await serve(of).request(path)
    const html = await answer.text()
    const text = html
      .replace(/<head>.*<\/head>/s, '')
      .replace(/<[^>]+>/g, ' ')
      .replaceAll('&#39;', "'")
      .replace(/\s+/g, ' ')
    return { status: answer.status, html, text }
  }

  it('list what can be taken first, then what is planned, and say that nobody reviewed it', async () => {
    const { status, text, html } = await ask('/here/courses')
    expect(status).toBe(200)
    expect(text).toMatch(
      /A tiny course .* Online: 1 hour · In a room: 2 hours · Nobody has reviewed .* Planned .* A planned course/,
    )
    expect(text).toContain('They are no ICISF courses and no licence')
    expect(html).not.toMatch(/<script|action=|style=/)
  })

  it('show a course with its lessons, hours, skills, sources and the way in', async () => {
    const { text, html } = await ask('/here/courses/tiny')
    for (const words of [
      'The first lesson 30 min',
      'Opens a talk.',
      'Say what comes second.',
      'A text. text.example . What we read: all of it (read on Nov 23, 2026)',
      'counts toward no duty',
      '4 questions',
    ])
      expect(text).toContain(words)
    expect(html).toContain(`href="${trainingPaths.enrol('here', 'tiny')}"`)
    expect(html).toContain(`href="${trainingPaths.handout('here', 'tiny', 'a-page', 'es')}"`)
  })

  it('give no way into an outline', async () => {
    const { text, html } = await ask('/here/courses/planned')
    expect(text).toContain('Nobody can take it yet.')
    expect(html).not.toContain('enrolment')
  })

  it('show a lesson with the region’s law and help lines, its links led to pages and its checks unmarked', async () => {
    const { html, text } = await ask('/here/courses/tiny/lessons/01-first')
    expect(text).toContain('Massachusetts: its exceptions')
    expect((await ask('/there/courses/tiny/lessons/01-first')).text).toContain('Alabama: its exceptions')
    expect(html).toContain('href="tel:988"')
    expect(html).toContain('href="/here/courses/tiny/lessons/02-second"')
    expect(html).toContain('href="/here/courses/tiny/handouts/a-page"')
    expect(html).toMatch(/href="#source-1".*id="source-1"/s)
    expect(text).toContain('Which one? This one That one Whoever is enrolled answers here')
    expect(html).not.toMatch(/Yes, because|No, because|"(lesson|handout|source):/)
    expect(text).toContain('Next: The second lesson')
  })

  it('print a hand-out in Spanish where it was translated', async () => {
    expect((await ask('/here/courses/tiny/handouts/a-page')).text).toContain('A page.')
    const spanish = await ask('/here/courses/tiny/handouts/a-page?lang=es')
    expect(spanish.text).toContain('Una hoja.')
    expect(spanish.html).not.toContain('lang="en">Una')
  })

  it('speak Spanish, and say that the texts are English', async () => {
    for (const path of ['/here/courses', '/here/courses/tiny', '/here/courses/tiny/lessons/01-first']) {
      const { text, html } = await ask(`${path}?lang=es`)
      expect(text).toContain('Los textos de los cursos están en inglés.')
      expect(html).toMatch(/<html lang="es"/)
      expect(html).toMatch(/lang="en"[^>]*>\s*(A tiny course|<p>It begins)/)
      expect(text).not.toMatch(/Sources|Enrol\b|Lessons|Reviewed/)
      for (const [, href] of html.matchAll(/href="(\/here\/courses[^"]*)"/g))
        if (href !== `${path}?lang=en`) expect(href).toContain('?lang=es')
    }
  })

  it('find nothing that is not there, and the library’s courses in a region alone', async () => {
    for (const path of [
      '/nowhere/courses',
      '/here/courses/none',
      '/here/courses/tiny/lessons/none',
      '/here/courses/tiny/handouts/none',
      '/nowhere/courses/tiny',
    ])
      expect([path, (await ask(path)).status]).toEqual([path, 404])
  })

  it('name who reviewed this text for this region, and say when it changed; only then another course asks for it', async () => {
    const director = t.person('clinical_director')
    const given = {
      reviewer: 'Dr. Ines R.',
      licence: 'Psychologist <MA> 0000',
      fingerprint: tinyCourse.fingerprint,
    }
    expect((await ask('/here/courses/second')).text).toMatch(
      /What comes before A calm course Best taken after A tiny course/,
    )
    await reviewCourse(t.deps.db, director, tinyCourse, given)
    const second = (await ask('/here/courses/second')).text
    expect(second).toMatch(/What comes before A tiny course , A calm course/)
    expect(second).not.toContain('Best taken after')
    const { text, html } = await ask('/here/courses/tiny')
    expect(text).toContain(
      'Reviewed for this region by Dr. Ines R., Psychologist &lt;MA&gt; 0000, on Mar 1, 2027.',
    )
    expect(html).not.toContain('<MA>')
    expect(text).not.toContain('counts toward no duty')
    expect((await ask('/there/courses/tiny')).text).toContain('Nobody has reviewed')
    const changed = { ...tiny, courses: tiny.courses.map((one) => ({ ...one, fingerprint: 'd'.repeat(64) })) }
    const later = (await ask('/here/courses/tiny', changed)).text
    expect(later).toContain('The text changed since Dr. Ines R.')
    expect(later).toContain('counts toward no duty')
  })

  it('open for every course, lesson and hand-out of this repository, all links inside leading somewhere', async () => {
    const hrefs = new Set<string>()
    const seen = async (path: string) => {
      const { status, html } = await ask(path, library)
      expect([path, status]).toEqual([path, 200])
      expect(html).not.toMatch(/href="(lesson|handout|source):|undefined|\[object/)
      for (const [, id] of html.matchAll(/href="#([^"]+)"/g))
        expect([path, html.includes(`id="${id}"`), id]).toEqual([path, true, id])
      for (const [, href] of html.matchAll(/href="(\/here\/courses[^"]*)"/g))
        if (!href!.includes('enrolment')) hrefs.add(href!)
    }
    await seen('/here/courses')
    for (const course of library.courses) {
      await seen(trainingPaths.course('here', course.id))
      for (const { id } of course.lessons) await seen(trainingPaths.lesson('here', course.id, id))
      for (const { id } of course.handouts)
        for (const lang of ['en', 'es'] as const)
          await seen(trainingPaths.handout('here', course.id, id, lang))
    }
    expect(hrefs.size).toBeGreaterThan(40)
    for (const href of hrefs) expect([href, (await serve(library).request(href)).status]).toEqual([href, 200])
  }, 60_000)
})
