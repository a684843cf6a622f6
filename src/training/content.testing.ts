import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const question = (at: number) => `- id: q-${at}
  objective: ${at % 2 === 0 ? 'first' : 'second'}
  lesson: 01-first
  ask: What comes when it is question ${at}?
  options:
    - text: The first thing that comes.
      right: ${at % 3 === 0}
    - text: The second thing that comes.
      right: ${at % 3 === 1}
    - text: The third thing that comes.
      right: ${at % 3 === 2}
  why: It came up in the lesson.
  source: a-text
`

const check = (id: string) => `\`\`\`check
id: ${id}
ask: What do you say to Robin T.?
options:
  - text: I can stay.
    right: true
    say: It leaves the choice with Robin.
  - text: You must talk now.
    say: Nobody must.
\`\`\`
`

const talk =
  'You sit down next to Robin T. and wait a while. Robin looks up and says no. You say that this is fine. '

/** A course without a fault, as small as the rules let it be. Lines are counted in tests: add at the end. */
export const soundContent: Readonly<Record<string, string>> = {
  'sources.yaml': `practice:
  kind: practice
  title: Common practice
  read: Nothing.
a-text:
  title: A text
  where: https://text.example/
  read: all of it
  on: 2026-11-23
`,
  'banned.yaml': `- pattern: '\\bcures?\\b'
  why: Nothing shows it.
  instead: offers early support
  hits: [it cures]
  spares: [secure]
`,
  'tiny-talk/course.md': `---
title: A tiny course
summary: One lesson and a talk.
depth: full
version: 1
hours: {online: 1, inPerson: 2}
crisis: false
reviewed: none
audience: Whoever tests.
objectives:
  - {id: first, text: Say what comes first.}
  - {id: second, text: Say what comes second.}
skills:
  - {id: opens, text: Opens a talk.}
test: {questions: 10}
---

You will like it. [@practice]

## What it is not {#is-not}

It is no license.
`,
  'tiny-talk/lessons/01-first.md': `---
title: The first lesson
minutes: 12
objectives: [first, second]
---

${talk.repeat(12)}

## A fact {#a-fact}

${talk.repeat(12)} So it is said. [@a-text] Read on at [the page](handout:a-page).

${check('one')}
${check('two')}`,
  'tiny-talk/practice/a-talk.yaml': `title: A talk
minutes: 8
objectives: [first]
scene: You meet Robin T.
start: one
turns:
${['one', 'two', 'three', 'four']
  .map(
    (name, at, all) => `  ${name}:
    they: Robin says little.
    choices:
      - {say: I can wait., effect: opens, why: It leaves room., to: ${all[at + 1] ?? 'well'}}
      - {say: Talk to me., effect: closes, why: It pushes., to: badly}
`,
  )
  .join('')}  well: {ends: Robin talks.}
  badly: {ends: Robin leaves.}
`,
  'tiny-talk/bank.yaml': Array.from({ length: 40 }, (_, at) => question(at)).join(''),
  'tiny-talk/handouts/a-page.md': `---
title: A page
---

Sit down and wait. Say that you can stay. [@practice]

\`\`\`help-lines
\`\`\`
`,
  'tiny-talk/handouts/a-page.es.md': `---
title: Una hoja
---

Siéntese y espere. [@practice]
`,
  'tiny-talk/facilitator.md': `---
title: In the room
hours: 2
skills: [opens]
---

## The first hour {#first-hour}

Bring chairs. [@practice]
`,
}

type Change = Readonly<Record<string, string | null | ((text: string) => string)>>

/** Files of `content/courses` with changes: other text, a change of the text, or null for gone. */
export function contentWith(change: Change = {}): Record<string, string> {
  const files = { ...soundContent }
  for (const [name, becomes] of Object.entries(change)) {
    if (becomes === null) {
      if (!(name in files)) throw new Error(`${name} is not there`)
      delete files[name]
    } else if (typeof becomes === 'string') files[name] = becomes
    else {
      const text = becomes(files[name] ?? '')
      if (text === files[name]) throw new Error(`${name} is as it was`)
      files[name] = text
    }
  }
  return files
}

/** A folder that looks like a checkout and holds nothing but courses. */
export function contentRoot(change: Change = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'tailboard-courses-'))
  for (const [name, text] of Object.entries(contentWith(change))) {
    const path = join(root, 'content/courses', name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  return root
}
