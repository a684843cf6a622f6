import { describe, expect, it } from 'vitest'
import { contentRoot, soundContent } from './content.testing.ts'
import { checkContentOf, lazyFindings } from './contentCheck.server.ts'
import { findingLine } from './finding.ts'

type Change = Parameters<typeof contentRoot>[0]
const found = (change: Change = {}) =>
  checkContentOf(contentRoot(change)).findings.map((one) => findingLine(one).replace('content/courses/', ''))

const lesson = 'tiny-talk/lessons/01-first.md'
const talk = 'tiny-talk/practice/a-talk.yaml'
const bank = 'tiny-talk/bank.yaml'
const page = 'tiny-talk/handouts/a-page.md'
const add = (words: string) => (text: string) => text.replace('Read on at', `${words} Read on at`)

describe('the check of content', () => {
  it('finds nothing in a course that is as it should be', () => {
    expect(found()).toEqual([])
  })

  it.each<[string, Change, string]>([
    [
      'a format that is broken',
      { [lesson]: (text) => text.replace('minutes: 12', 'minutes: long') },
      `${lesson}:3: error: minutes: Invalid input`,
    ],
    [
      'a course about suicide that is not marked as one about crisis',
      { [lesson]: add('Ask about suicide by its name.') },
      'tiny-talk/course.md:1: error: it speaks of suicide, so it is `crisis: true`',
    ],
    [
      'a source nobody knows',
      { [lesson]: add('More. [@b-text]') },
      `${lesson}:11: error: no source is called b-text`,
    ],
    [
      'a source nobody cites',
      {
        'sources.yaml': (text) =>
          `${text}b-text:\n  title: T\n  where: https://b.example/\n  read: all\n  on: 2026-11-23\n`,
      },
      'sources.yaml:10: warning: no course cites b-text',
    ],
    [
      'a dead link to a lesson',
      { [page]: (text) => text.replace('Sit', '[Sit](lesson:09-none)') },
      `${page}:5: error: there is no lesson 09-none`,
    ],
    [
      'sentences that nobody tired can follow',
      {
        [lesson]: (text) =>
          text.replaceAll(
            /(?<=[a-z])\. (?=[A-Z])/g,
            ' notwithstanding considerable organizational difficulties ',
          ),
      },
      `${lesson}:1: error: reads at grade`,
    ],
    [
      'a hand-out that is a little hard',
      {
        [page]: (text) =>
          text.replace('Say that you can stay.', `Say that ${'you can stay for now and '.repeat(10)}wait.`),
      },
      `${page}:1: warning: reads at grade`,
    ],
    [
      'a short lesson',
      { [lesson]: (text) => text.replace(/You sit down.*\n/, 'You sit.\n') },
      `${lesson}:1: error: 287 words; a lesson has 500 to 900`,
    ],
    [
      'a lesson a little long',
      { [lesson]: (text) => text.replace('## A fact', `${'You wait. '.repeat(200)}\n\n## A fact`) },
      `${lesson}:1: warning: 961 words`,
    ],
    [
      'a translation that is missing',
      { 'tiny-talk/handouts/b-page.md': soundContent[page]! },
      'tiny-talk/handouts/b-page.md:1: error: b-page.es.md is missing',
    ],
    [
      'no translation at all',
      { 'tiny-talk/handouts/a-page.es.md': null },
      'tiny-talk/course.md:1: note: 1 hand-outs are not translated',
    ],
    [
      'a picture without words',
      { [lesson]: add('![](chairs.png)') },
      `${lesson}:11: error: a picture needs words`,
    ],
    [
      'a claim in a lesson',
      { [lesson]: add('It cures\neverything.') },
      `${lesson}:11: error: “cures” promises too much. Nothing shows it. Instead: offers early support`,
    ],
    ['a claim on the second line of a text', { [lesson]: add('It\ncures.') }, `${lesson}:12: error: “cures”`],
    [
      'a claim in a hand-out',
      { [page]: (text) => text.replace('Sit', 'It cures. Sit') },
      `${page}:5: error: “cures”`,
    ],
    [
      'a claim in a Spanish hand-out',
      { 'tiny-talk/handouts/a-page.es.md': (text) => text.replace('Siéntese', 'It cures') },
      'tiny-talk/handouts/a-page.es.md:5: error: “cures”',
    ],
    [
      'a claim in what somebody says',
      { [talk]: (text) => text.replace('Robin says little', 'It cures') },
      `${talk}:8: error: “cures”`,
    ],
    [
      'a claim in why a choice opens',
      { [talk]: (text) => text.replace('It leaves room', 'It cures') },
      `${talk}:10: error: “cures”`,
    ],
    [
      'a claim at an end',
      { [talk]: (text) => text.replace('Robin talks', 'It cures') },
      `${talk}:27: error: “cures”`,
    ],
    [
      'a claim in a question',
      { [bank]: (text) => text.replace('What comes when', 'Who cures when') },
      `${bank}:4: error: “cures”`,
    ],
    [
      'a claim in a right answer',
      { [bank]: (text) => text.replace('The first thing that comes', 'It cures') },
      `${bank}:6: error: “cures”`,
    ],
    [
      'a claim in why',
      { [bank]: (text) => text.replace('It came up', 'It cures') },
      `${bank}:12: error: “cures”`,
    ],
    [
      'a claim in a course’s summary',
      { 'tiny-talk/course.md': (text) => text.replace('One lesson', 'It cures') },
      'tiny-talk/course.md:3: error: “cures”',
    ],
    [
      'a claim in what a check says',
      { [lesson]: (text) => text.replace('Nobody must', 'It cures') },
      `${lesson}:21: error: “cures”`,
    ],
    ['a number to call', { [lesson]: add('Call 988 now.') }, `${lesson}:11: error: 988 looks like a number`],
    [
      'a number to call in a question',
      { [bank]: (text) => text.replace('It came up', 'Call (617) 555-0144, it came up') },
      `${bank}:12: error: (617) 555-0144 looks like`,
    ],
    [
      'a citation where none can stand',
      { [bank]: (text) => text.replace('in the lesson.', 'in the lesson. [@a-text]') },
      `${bank}:12: error: citations stand in prose`,
    ],
    [
      'few questions',
      { [bank]: (text) => text.slice(0, text.indexOf('- id: q-39')) },
      `${bank}:1: error: there are 39 questions; at least 40`,
    ],
    [
      'an objective nobody asks for',
      {
        'tiny-talk/course.md': (text) => text.replace('skills:', '  - {id: third, text: Say more.}\nskills:'),
      },
      `${bank}:1: error: 0 questions are about third`,
    ],
    [
      'an objective of no lesson',
      { [lesson]: (text) => text.replace('[first, second]', '[first]') },
      'tiny-talk/course.md:1: warning: no lesson names the objective second',
    ],
    [
      'a test longer than its bank',
      { 'tiny-talk/course.md': (text) => text.replace('questions: 10', 'questions: 41') },
      `${bank}:1: error: a test draws 41 questions`,
    ],
    [
      'right answers that show by their length',
      {
        [bank]: (text) =>
          text.replaceAll(/(?<=\n {4}- text: )(.*)(?=\n {6}right: true)/g, '$1 And so it was.'),
      },
      `${bank}:1: warning: the right answer is the longest in 40 of 40`,
    ],
    [
      'a turn nobody reaches',
      { [talk]: (text) => `${text}  lost: {ends: Nobody comes here.}\n` },
      `${talk}:1: error: no choice leads to the turn lost`,
    ],
    [
      'one end alone',
      { [talk]: (text) => text.replaceAll('to: badly', 'to: well').replace(/ {2}badly.*\n/, '') },
      `${talk}:1: error: there are at least two ends`,
    ],
    [
      'a talk of few decisions',
      { [talk]: (text) => text.replace('to: four', 'to: well').replace(/ {2}four:[\s\S]*(?= {2}well)/, '') },
      `${talk}:1: error: the longest way has fewer than 4 decisions`,
    ],
    [
      'a circle without an end',
      {
        [talk]: (text) =>
          text.replace('to: well', 'to: four').replace(/(?<=four:[\s\S]*)to: badly/, 'to: four'),
      },
      `${talk}:1: error: whoever comes to the turn four never comes to an end`,
    ],
    [
      'one check alone',
      { [lesson]: (text) => text.slice(0, text.lastIndexOf('```check')) },
      `${lesson}:1: error: 1 knowledge checks; a lesson has 2 to 5`,
    ],
    [
      'one check twice',
      { [lesson]: (text) => text.replace('id: two', 'id: one') },
      `${lesson}:1: error: the check one stands here twice`,
    ],
    [
      'a lesson without a source',
      { [lesson]: (text) => text.replace(' [@a-text]', '') },
      `${lesson}:1: warning: it cites no source`,
    ],
    [
      'a skill of no course',
      { 'tiny-talk/facilitator.md': (text) => text.replace('[opens]', '[opens, shuts]') },
      'tiny-talk/facilitator.md:4: error: the course has no skill shuts',
    ],
    [
      'a skill nobody signs off',
      { 'tiny-talk/facilitator.md': (text) => text.replace('[opens]', '[]') },
      'tiny-talk/course.md:1: warning: the facilitator’s notes name no skill opens',
    ],
    [
      'a course to take before that is none',
      { 'tiny-talk/course.md': (text) => text.replace('audience:', 'after: [none]\naudience:') },
      'tiny-talk/course.md:1: error: there is no course none',
    ],
    [
      'a course to take before that nobody can take',
      {
        'tiny-talk/course.md': (text) => text.replace('audience:', 'after: [other-talk]\naudience:'),
        'other-talk/course.md': soundContent['tiny-talk/course.md']!.replace(
          'depth: full',
          'depth: outline',
        ).replace(/^test:.*\n/m, ''),
      },
      'tiny-talk/course.md:1: error: other-talk comes before it and is an outline',
    ],
    [
      'a course that comes before itself',
      { 'tiny-talk/course.md': (text) => text.replace('audience:', 'after: [tiny-talk]\naudience:') },
      'tiny-talk/course.md:1: error: it comes before itself',
    ],
    [
      'a pattern that is none',
      { 'banned.yaml': (text) => text.replace('\\bcures?\\b', 'cures(') },
      'banned.yaml:1: error: this is no regular expression',
    ],
  ])('names %s', (_what, change, says) => {
    expect(found(change).join('\n')).toContain(says)
  })

  it.each<[string, Change]>([
    ['a claim that is struck through', { [lesson]: add('Never say ~~it cures~~.') }],
    [
      'a struck claim in plain text',
      { [bank]: (text) => text.replace('It came up', '~~It cures~~ came up') },
    ],
    [
      'a claim in a wrong answer',
      { [bank]: (text) => text.replace('The second thing that comes', 'It cures') },
    ],
    ['a claim somebody might choose to say', { [talk]: (text) => text.replace('Talk to me', 'It cures') }],
    ['911', { [lesson]: add('Call 911 now.') }],
    [
      'sections of statutes and years',
      { [lesson]: add('By 39-74-105, RCW 5.60.060 and § 20-1234-5, in 2019-2020, 18,849 people.') },
    ],
  ])('spares %s', (_what, change) => {
    expect(found(change).filter((line) => line.includes(' error: '))).toEqual([])
  })

  it('finds for each course its own', () => {
    const findings = lazyFindings(
      contentRoot({
        'tiny-talk/facilitator.md': null,
        'sources.yaml': (text) => text.replace('a-text', 'c-text'),
      }),
    )
    expect(findings('tiny-talk').length).toBeGreaterThan(2)
    expect(findings('tiny')).toEqual([])
  })
})
