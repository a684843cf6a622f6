import type { Course, Library, Question } from './course.ts'

const question = (number: number, objective: string, lesson: string, right: number): Question => ({
  id: `q-${number}`,
  objective,
  lesson,
  ask: `What is asked in question ${number}?`,
  options: [0, 1, 2].map((option) => ({ text: `Answer ${number}.${option}`, right: option === right })),
  why: `Because of reason ${number}.`,
  source: 'a-text',
})

/** The smallest course that has everything: two lessons, a practice, six questions of which four are drawn, two skills. */
export const tinyCourse: Course = {
  id: 'tiny',
  title: 'A tiny course',
  summary: 'Two lessons and a talk.',
  audience: 'Whoever tests.',
  depth: 'full',
  version: 1,
  hours: { online: 1, inPerson: 2 },
  crisis: false,
  after: [],
  objectives: [
    { id: 'first', text: 'Say what comes first.' },
    { id: 'second', text: 'Say what comes second.' },
  ],
  skills: [
    { id: 'opens', text: 'Opens a talk.' },
    { id: 'ends', text: 'Ends a talk.' },
  ],
  test: { questions: 4 },
  intro: [{ id: 'start', title: '', blocks: [{ kind: 'prose', html: '<p>A tiny course.</p>' }] }],
  lessons: [
    {
      id: '01-first',
      title: 'The first lesson',
      minutes: 30,
      objectives: ['first'],
      sections: [
        { id: 'start', title: '', blocks: [{ kind: 'prose', html: '<p>It begins.</p>' }] },
        {
          id: 'middle',
          title: 'In the middle',
          blocks: [
            { kind: 'prose', html: '<p>Text.</p>' },
            {
              kind: 'check',
              check: {
                id: 'which',
                ask: 'Which one?',
                options: [
                  { text: 'This one', right: true, say: 'Yes, because.' },
                  { text: 'That one', right: false, say: 'No, because.' },
                ],
              },
            },
          ],
        },
      ],
      sources: ['a-text'],
    },
    {
      id: '02-second',
      title: 'The second lesson',
      minutes: 20,
      objectives: ['second'],
      sections: [{ id: 'only', title: 'The only part', blocks: [{ kind: 'prose', html: '<p>Text.</p>' }] }],
      sources: [],
    },
  ],
  practice: [
    {
      id: 'a-talk',
      title: 'A talk',
      minutes: 10,
      objectives: ['first'],
      scene: 'You meet Robin T.',
      start: 'opening',
      turns: {
        opening: {
          they: 'Robin says nothing.',
          choices: [
            { say: 'Wait.', effect: 'opens', why: 'It leaves room.', to: 'end' },
            { say: 'Leave.', effect: 'closes', why: 'It ends there.', to: 'opening' },
          ],
        },
        end: { ends: 'Robin talks.' },
      },
    },
  ],
  bank: [
    question(1, 'first', '01-first', 0),
    question(2, 'first', '01-first', 1),
    question(3, 'first', '01-first', 2),
    question(4, 'second', '02-second', 0),
    question(5, 'second', '02-second', 1),
    question(6, 'second', '02-second', 2),
  ],
  handouts: [
    {
      id: 'a-page',
      title: 'A page',
      sections: [{ id: 'start', title: '', blocks: [{ kind: 'prose', html: '<p>A page.</p>' }] }],
      sources: [],
      es: null,
    },
  ],
  facilitator: { title: 'In the room', hours: 2, skills: ['opens', 'ends'], sections: [] },
  sources: ['a-text'],
  fingerprint: 'a'.repeat(64),
}

export const tinyLibrary: Library = {
  courses: [tinyCourse],
  sources: new Map([
    [
      'a-text',
      {
        key: 'a-text',
        kind: 'published',
        title: 'A text',
        where: 'https://text.example/',
        read: 'all of it',
        on: '2026-11-23',
      },
    ],
  ]),
}
