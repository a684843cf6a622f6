import { Agent, request } from 'node:http'
import { createAccount, grantRole, openSession } from '../src/identity/index.server.ts'
import type { AccountId } from '../src/platform/ids.ts'
import { doneWith } from '../src/platform/outcome.testing.ts'
import { rightKey } from '../src/training/draw.testing.ts'
import { beginCourse } from '../src/training/enrol.server.ts'
import { type Course, trainingPaths } from '../src/training/index.ts'
import { readSection, walkPractice } from '../src/training/learn.server.ts'
import { shortestWay } from '../src/training/practiceWalk.ts'
import { partsOf } from '../src/training/TestPages.tsx'
import { attemptsOf, beginTest } from '../src/training/test.server.ts'
import { openServedWorld, type ServedWorld } from './servedWorld.ts'

const learners = 100
const seconds = 10
const rounds = 3
const worst = 500

type Learner = {
  readonly accountId: AccountId
  readonly cookie: string
  readonly enrolmentId: string
  /** The form of each part, as a browser sends it. */
  readonly parts: readonly string[]
}

/**
 * A hundred people take one test within the same ten seconds: each saves it part by part and hands it in. Nothing may be lost:
 * afterwards every test is handed in, with as many right answers as were sent. Load, server and database share the cores.
 */
export async function learn(): Promise<Record<string, number | string | boolean>> {
  const served = await openServedWorld()
  const took: number[] = []
  let lost = 0
  try {
    const course = served.services.library.courses.find((one) => one.id === 'peer-support-fundamentals')!
    for (let round = 0; round < rounds; round++) {
      const all: Learner[] = []
      for (let one = 0; one < learners; one++) all.push(await learner(served, course, `${round}-${one}`))
      took.push(...(await submitted(served, all)))
      lost += await missing(served, course, all)
    }
  } finally {
    await served.stop()
  }
  const sorted = took.sort((one, other) => one - other)
  const at = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!)
  return {
    ...{ learners, seconds, rounds, requests: took.length, lost },
    ...{ median: at(0.5), p95: at(0.95), p99: at(0.99), slowest: at(1) },
    goal: lost === 0 && at(0.99) <= worst,
  }
}

/** Somebody who read and practised everything and has a test open, with nothing answered yet. */
async function learner({ services, world }: ServedWorld, course: Course, name: string): Promise<Learner> {
  const { db, auth, secrets, packs, library } = services
  const { regionId } = world.here
  const email = `learner-${name}@learners.example`
  const accountId = await createAccount(auth, { email, name })
  await db.write({ kind: 'system', regionId }, (tx) => grantRole(tx, accountId, 'learner'))
  const [cookie] = (await openSession(auth, accountId, 'passkey')).split(';', 1)
  const actor = { kind: 'account', accountId, regionId, roles: ['learner'] } as const
  const given = { course, email, name: 'Kit A.', code: '' }
  const { enrolmentId } = doneWith(await beginCourse({ db, secrets, packs, library }, actor, given))
  for (const lesson of course.lessons)
    for (const section of lesson.sections) {
      const place = { lesson: lesson.id, section: section.id }
      doneWith(await readSection(db, actor, course, enrolmentId, place))
    }
  for (const practice of course.practice) {
    const way = { practice: practice.id, path: shortestWay(practice) }
    doneWith(await walkPractice(db, actor, course, enrolmentId, way))
  }
  doneWith(await beginTest(db, packs, actor, course, enrolmentId))
  const [open] = await db.read(actor, (reader) => attemptsOf(reader, enrolmentId))
  const key = rightKey(open!.drawn, course.bank)
  const parts = partsOf(open!, course.bank).map((part) =>
    part.map(({ id }) => `q-${id}=${key.get(id)}`).join('&'),
  )
  return { accountId, cookie: cookie!, enrolmentId, parts }
}

/** Everybody begins at a moment of their own within the ten seconds; answers the milliseconds of every request. */
async function submitted({ config, world }: ServedWorld, all: readonly Learner[]): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 200 })
  const { slug } = world.here
  const took: number[] = []
  await Promise.all(
    all.map(async ({ cookie, enrolmentId, parts }, index) => {
      await new Promise((resolve) => setTimeout(resolve, (index * seconds * 1000) / all.length))
      const post = async (path: string, body: string) => {
        const began = performance.now()
        const status = await send(agent, config.port, config.teamUrl.host, path, cookie, body)
        took.push(performance.now() - began)
        if (status !== 303) throw new Error(`${path} answered ${status}`)
      }
      for (const [part, body] of parts.entries())
        await post(trainingPaths.testPart(slug, enrolmentId, part + 1), body)
      await post(trainingPaths.handIn(slug, enrolmentId), 'a=b')
    }),
  )
  agent.destroy()
  return took
}

async function missing(
  { services, world }: ServedWorld,
  course: Course,
  all: readonly Learner[],
): Promise<number> {
  let lost = 0
  for (const { accountId, enrolmentId } of all) {
    const actor = { kind: 'account', accountId, regionId: world.here.regionId, roles: ['learner'] } as const
    const [last] = await services.db.read(actor, (reader) => attemptsOf(reader, enrolmentId))
    if (last?.handedInAt == null || last.right !== course.test!.questions) lost += 1
  }
  return lost
}

async function send(
  agent: Agent,
  port: number,
  host: string,
  path: string,
  cookie: string,
  body: string,
): Promise<number> {
  return await new Promise((resolve, reject) => {
    const headers = {
      ...{ host, cookie, 'sec-fetch-site': 'same-origin' },
      ...{ 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) },
    }
    const sent = request({ agent, port, host: '127.0.0.1', method: 'POST', path, headers }, (answer) => {
      answer.resume()
      answer.once('end', () => resolve(answer.statusCode ?? 0))
    })
    sent.once('error', reject)
    sent.end(body)
  })
}
