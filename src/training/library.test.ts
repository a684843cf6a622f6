import { describe, expect, it } from 'vitest'
import { openLog } from '../platform/log.server.ts'
import { ownCourseKind } from '../roster/index.ts'
import { contentRoot, soundContent } from './content.testing.ts'
import { located } from './contentProblem.ts'
import { lazyLibrary, readLibrary } from './library.server.ts'

const read = (change: Parameters<typeof contentRoot>[0] = {}) => readLibrary(contentRoot(change))
const fingerprint = (change: Parameters<typeof contentRoot>[0] = {}) =>
  read(change).library.courses[0]!.fingerprint
const fact = 'content/courses/tiny-talk'

describe('the library', () => {
  it('reads a course whole', () => {
    const { library, problems } = read()
    expect(problems).toEqual([])
    expect([...library.sources.keys()]).toEqual(['practice', 'a-text'])
    const [course] = library.courses
    expect(course).toMatchObject({
      id: 'tiny-talk',
      depth: 'full',
      hours: { online: 1, inPerson: 2 },
      after: [],
      test: { questions: 10 },
      sources: ['practice', 'a-text'],
      facilitator: { hours: 2, skills: ['opens'] },
    })
    expect(course!.intro.map(({ id }) => id)).toEqual(['start', 'is-not'])
    expect(course!.lessons.map(({ id, sources }) => [id, sources])).toEqual([['01-first', ['a-text']]])
    expect(course!.bank).toHaveLength(40)
    expect(course!.practice.map(({ id, turns }) => [id, Object.keys(turns).length])).toEqual([['a-talk', 6]])
    expect(course!.handouts.map(({ id, es }) => [id, es?.title])).toEqual([['a-page', 'Una hoja']])
  })

  it('names every course as the roster knows that nobody types its certificate', () => {
    const ids = readLibrary('.').library.courses.map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(3)
    expect(ids.filter((id) => !ownCourseKind(id))).toEqual([])
  })

  it('holds nothing where there are no courses', () => {
    expect(readLibrary('/nowhere').library.courses).toEqual([])
  })

  it.each<[string, Parameters<typeof contentRoot>[0], string]>([
    [
      'a choice that leads nowhere',
      { 'tiny-talk/practice/a-talk.yaml': (text) => text.replace('to: two', 'to: constructor') },
      `${fact}/practice/a-talk.yaml:10: there is no turn constructor`,
    ],
    [
      'a talk that begins nowhere',
      { 'tiny-talk/practice/a-talk.yaml': (text) => text.replace('start: one', 'start: none') },
      `${fact}/practice/a-talk.yaml:5: there is no turn none`,
    ],
    [
      'a question about nothing',
      { 'tiny-talk/bank.yaml': (text) => text.replace('objective: second', 'objective: third') },
      `${fact}/bank.yaml:15: the course has no objective third`,
    ],
    [
      'a question of no lesson',
      { 'tiny-talk/bank.yaml': (text) => text.replace('lesson: 01-first', 'lesson: 02-first') },
      `${fact}/bank.yaml:3: there is no lesson 02-first`,
    ],
    [
      'a question without a source',
      { 'tiny-talk/bank.yaml': (text) => text.replace('source: a-text', 'source: b-text') },
      `${fact}/bank.yaml:13: no source is called b-text`,
    ],
    [
      'two questions of one id',
      { 'tiny-talk/bank.yaml': (text) => text.replace('id: q-1\n', 'id: q-0\n') },
      `${fact}/bank.yaml:14: the id q-0 stands here twice`,
    ],
    [
      'two right answers',
      { 'tiny-talk/bank.yaml': (text) => text.replace('right: false', 'right: true') },
      `${fact}/bank.yaml:5: 0.options: exactly one option is right`,
    ],
    [
      'an objective of no course',
      { 'tiny-talk/lessons/01-first.md': (text) => text.replace('[first, second]', '[first, third]') },
      `${fact}/lessons/01-first.md:4: the course has no objective third`,
    ],
    [
      'a dead link',
      { 'tiny-talk/lessons/01-first.md': (text) => text.replace('handout:a-page', 'handout:b-page') },
      `${fact}/lessons/01-first.md:11: there is no handout b-page`,
    ],
    [
      'a skill nobody watches',
      { 'tiny-talk/facilitator.md': (text) => text.replace('[opens]', '[shuts]') },
      `${fact}/facilitator.md:4: the course has no skill shuts`,
    ],
    [
      'a file nobody reads',
      { 'tiny-talk/lessons/first.md': 'x' },
      `${fact}/lessons/first.md:1: no part of a course has this name`,
    ],
    [
      'a name that a paper of another body may have',
      Object.fromEntries(
        Object.entries(soundContent).flatMap(([name, text]) =>
          name.startsWith('tiny-talk/')
            ? [
                [name, null],
                [name.replace('tiny-talk', 'aic'), text],
              ]
            : [],
        ),
      ),
      'content/courses/aic/course.md:1: a course’s folder is named in two small words or more, with dashes between',
    ],
    ['no course.md', { 'tiny-talk/course.md': null }, `${fact}/course.md:1: a course has a course.md`],
    [
      'no lesson',
      { 'tiny-talk/lessons/01-first.md': null },
      `${fact}/course.md:1: a full course has lessons`,
    ],
    [
      'a check on paper',
      {
        'tiny-talk/handouts/a-page.md': (text) =>
          `${text}\n\`\`\`check\nid: a\nask: b\noptions: [{text: c, say: d}, {text: e, say: f, right: true}]\n\`\`\`\n`,
      },
      `${fact}/handouts/a-page.md:1: nobody answers a check on paper`,
    ],
    [
      'an outline with lessons',
      { 'tiny-talk/course.md': (text) => text.replace('full', 'outline').replace(/test: .*\n/, '') },
      `${fact}/lessons/01-first.md:1: an outline has a course.md alone`,
    ],
    [
      'a sheet of sources that is none',
      { 'sources.yaml': 'a: [' },
      'content/courses/sources.yaml:1: this is no YAML',
    ],
  ])('leaves out a course with %s, and says where', (_what, change, says) => {
    const { library, problems } = read(change)
    expect(library.courses).toEqual([])
    expect(problems.map(located).join('\n')).toContain(says)
  })

  it('loses no other course with it', () => {
    const { library, problems } = read({ 'broken/course.md': 'no front matter' })
    expect(library.courses.map(({ id }) => id)).toEqual(['tiny-talk'])
    expect(problems.length).toBeGreaterThan(0)
  })

  it('has another fingerprint for other text, another name or a text that moved, and none for what a review says', () => {
    const page = 'tiny-talk/handouts/a-page.md'
    const talk = 'tiny-talk/practice/a-talk.yaml'
    const changes: Parameters<typeof contentRoot>[0][] = [
      { [page]: (text) => text.replace('Sit', 'Stay') },
      { 'tiny-talk/bank.yaml': (text) => text.replace('It came up', 'It came') },
      { 'tiny-talk/handouts/a-page.es.md': null },
      { [talk]: null },
      { [talk]: null, 'tiny-talk/practice/b-talk.yaml': soundContent[talk]! },
      {
        'tiny-talk/course.md': (text) => text.replace('It is no license.', 'It is none.'),
        'tiny-talk/facilitator.md': (text) =>
          text.replace('Bring chairs.', 'It is no license. Bring chairs.'),
      },
    ]
    const same = fingerprint()
    expect(same).toMatch(/^[0-9a-f]{64}$/)
    const others = changes.map((change) => fingerprint(change))
    expect(new Set([same, ...others]).size).toBe(changes.length + 1)
    expect(
      fingerprint({
        'tiny-talk/course.md': (text) => text.replace('reviewed: none', 'reviewed: none # soon'),
      }),
    ).toBe(same)
    expect(fingerprint({ 'sources.yaml': (text) => `${text}# other courses cite it too\n` })).toBe(same)
  })

  it('logs where something is wrong, once and without a word of it', () => {
    const logged: string[] = []
    const library = lazyLibrary(
      contentRoot({
        'tiny-talk/lessons/01-first.md': (text) => text.replace('[@a-text]', '[@secret-words]'),
      }),
      openLog('info', { write: (line) => logged.push(line) }),
    )
    expect(logged).toEqual([])
    expect(library.courses).toBe(library.courses)
    expect(logged).toHaveLength(1)
    expect(JSON.parse(logged[0]!)).toMatchObject({ file: `${fact}/lessons/01-first.md`, line: 11 })
    expect(logged[0]).not.toContain('secret-words')
  })
})
