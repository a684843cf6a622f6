import { describe, expect, it } from 'vitest'
import { defaultPolicy } from '../region/index.ts'
import { askedOf } from './asked.ts'
import { tinyCourse } from './course.testing.ts'
import { type Done, placeAfter, progressOf } from './progress.ts'
import { roomMinutes, stepsOf } from './way.ts'

const nothing: Done = { read: new Set(), practised: new Set(), tests: [] }
const everything: Done = {
  read: new Set(['01-first/start', '01-first/middle', '02-second/only']),
  practised: new Set(['a-talk']),
  tests: [{ on: Temporal.PlainDate.from('2026-11-29'), right: 4, of: 4, passPercent: 80 }],
}

describe('progress', () => {
  it('begins with the first section, and goes on at the first that was not read', () => {
    expect(progressOf(tinyCourse, nothing).next).toEqual({ lesson: '01-first', section: 'start' })
    const later = progressOf(tinyCourse, { ...nothing, read: new Set(['01-first/start', '02-second/only']) })
    expect(later.next).toEqual({ lesson: '01-first', section: 'middle' })
    expect(later.lessons[0]).toEqual({ id: '01-first', read: 1, of: 2, next: 'middle' })
  })

  it('counts the time of a lesson only when it was read whole', () => {
    expect(
      progressOf(tinyCourse, { ...nothing, read: new Set(['01-first/start', '02-second/only']) }).minutes,
    ).toBe(20)
    expect(progressOf(tinyCourse, everything).minutes).toBe(60)
  })

  it('counts nothing of a section, a lesson or a practice that is no more in the course', () => {
    const old = { ...nothing, read: new Set(['00-gone/start']), practised: new Set(['gone']) }
    expect(progressOf(tinyCourse, old)).toMatchObject({ sectionsRead: 0, practised: 0, minutes: 0 })
  })

  it('is whole with all read, practised and a test passed, and with nothing less', () => {
    expect(progressOf(tinyCourse, everything).whole).toBe(true)
    expect(progressOf(tinyCourse, { ...everything, practised: new Set() }).whole).toBe(false)
    const failed = [{ ...everything.tests[0]!, right: 3 }]
    expect(progressOf(tinyCourse, { ...everything, tests: failed })).toMatchObject({
      whole: false,
      passedWith: null,
    })
  })

  it('leads from the last section of a lesson to the next lesson, and from the last of all to none', () => {
    expect(placeAfter(tinyCourse, { lesson: '01-first', section: 'middle' })).toEqual({
      lesson: '02-second',
      section: 'only',
    })
    expect(placeAfter(tinyCourse, { lesson: '02-second', section: 'only' })).toBeNull()
  })
})

type Looks = Parameters<typeof stepsOf>[0]['looks']

describe('the steps to a certificate', () => {
  const shown = (...skills: string[]): Looks => new Map(skills.map((skill) => [skill, { verdict: 'shown' }]))
  const asked = askedOf(defaultPolicy, [], [])
  const facts = {
    ...{ course: tinyCourse, inPersonMinutes: 0, looks: new Map(), reviewed: false, asked },
    continued: null,
  }

  it('are open one by one', () => {
    const steps = stepsOf({ ...facts, progress: progressOf(tinyCourse, everything), inPersonMinutes: 119 })
    expect(steps.map(({ code, done }) => [code, done])).toEqual([
      ['lessons', true],
      ['practice', true],
      ['test', true],
      ['room', false],
      ['skills', false],
    ])
  })

  it('hold a course about crisis back until a clinician reviewed it, whatever else was done', () => {
    const course = { ...tinyCourse, crisis: true }
    const all = { ...facts, course, progress: progressOf(course, everything), inPersonMinutes: 120 }
    const looks = shown('opens', 'ends')
    expect(
      stepsOf({ ...all, looks })
        .filter((step) => !step.done)
        .map((step) => step.code),
    ).toEqual(['review'])
    expect(stepsOf({ ...all, looks, reviewed: true }).every((step) => step.done)).toBe(true)
  })

  it('hold a renewal to the hours of each year that a text asks, each kind by itself', () => {
    const all = { ...facts, progress: progressOf(tinyCourse, everything), inPersonMinutes: 120 }
    const hours = (training: number, onTheJob: number, of = { training: 480, onTheJob: 720 }) =>
      stepsOf({ ...all, continued: { have: { training, onTheJob }, of } })
        .filter(({ code }) => code.startsWith('continued'))
        .map(({ done }) => done)
    expect(hours(480, 720)).toEqual([true, true])
    expect(hours(479, 2000)).toEqual([false, true])
    expect(hours(2000, 719)).toEqual([true, false])
    expect(hours(480, 0, { training: 480, onTheJob: 0 })).toEqual([true])
  })

  it('count a skill that is none of the course’s for nothing', () => {
    const skills = (looks: Looks) =>
      stepsOf({ ...facts, progress: progressOf(tinyCourse, nothing), looks }).find(
        (step) => step.code === 'skills',
      )
    expect(skills(shown('sings'))).toMatchObject({ have: 0, of: 2 })
    expect(skills(shown('opens', 'sings'))).toMatchObject({ have: 1, of: 2 })
    expect(skills(new Map([['opens', { verdict: 'not_yet' }]]))).toMatchObject({ have: 0, of: 2 })
  })

  it('ask for the state’s hours in a room, and for what is missing to its hours in all', () => {
    const minnesota = { minutes: { all: 30 * 60, inPerson: 16 * 60 } }
    const of = (inPerson: number, after: string[] = []) => ({
      ...tinyCourse,
      after,
      hours: { online: 8, inPerson },
    })
    // An hour online by its lessons and its talk, whatever its authors planned: 29 are missing to thirty.
    expect(roomMinutes(of(16), minnesota)).toBe(29 * 60)
    expect(roomMinutes(of(16), { minutes: { all: 10 * 60, inPerson: 18 * 60 } })).toBe(18 * 60)
    expect(roomMinutes(of(16), asked)).toBe(16 * 60)
    expect(roomMinutes(of(7, ['tiny']), minnesota)).toBe(7 * 60)
  })
})
