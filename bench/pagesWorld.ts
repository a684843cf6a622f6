import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { answerOffer, loadPlans } from '../src/activation/index.server.ts'
import { createAccount, grantRole, openSession } from '../src/identity/index.server.ts'
import { parseConfig } from '../src/platform/config.server.ts'
import type { AccountId, MemberId } from '../src/platform/ids.ts'
import { discard, startCluster } from '../src/platform/postgres.server.ts'
import { startWeb } from '../src/serve.server.ts'
import { openServices } from '../src/services.server.ts'
import { beginCourse } from '../src/training/enrol.server.ts'
import { trainingPaths } from '../src/training/index.ts'
import { freePort } from './freePort.ts'
import { openMusterWorld } from './musterWorld.ts'

/** Somebody signed in who opens a page, as the product and as the floors know them. */
export type Reading = {
  readonly path: string
  readonly cookie: string
  readonly accountId: AccountId
  readonly role: 'duty_coordinator' | 'peer' | 'learner'
  readonly memberId: MemberId | null
}
export type PagesWorld = Awaited<ReturnType<typeof openPagesWorld>>
export type Product = Awaited<ReturnType<PagesWorld['serve']>>

/** A role that may what the application may, and that no policy looks at: for the floor alone. */
const floorRole = 'tailboard_floor'

/**
 * One of three regions has a call-out under way: eight were asked, one is on the team, one said no. Served by the product
 * as it is, to a coordinator and to the peer who said nothing yet.
 */
export async function openPagesWorld() {
  const root = process.env.TAILBOARD_ROOT ?? process.cwd()
  const folder = mkdtempSync(join(tmpdir(), 'tailboard-pages-'))
  const cluster = await startCluster(folder, { durable: true })
  // Nothing is sent here: the worker is not started.
  const world = await openMusterWorld(cluster, 'smtp://127.0.0.1:9', 3)
  const secretsFolder = mkdtempSync(join(tmpdir(), 'tailboard-secrets-'))
  const config = parseConfig({ PORT: String(await freePort()), TAILBOARD_SECRETS: secretsFolder })
  const at = (role: string) => cluster.url(role, 'muster')
  const openProduct = () =>
    openServices(config, root, {
      ...{ app: at('tailboard_app'), auth: at('tailboard_auth'), worker: at('tailboard_worker') },
      support: at('tailboard_support'),
      setRole: false,
    })
  const setUp = openProduct()
  const { db, auth } = setUp
  const { here } = world

  const proposed = await world.proposed()
  await world.approve(proposed)
  const [plan] = await db.read(here.coordinator, (reader) => loadPlans(reader, { planId: proposed.id }))
  const [coming, not, silent] = plan!.offers
  await answered(coming!, 'coming')
  await answered(not!, 'not_this_time')

  async function answered(offer: NonNullable<typeof coming>, choice: 'coming' | 'not_this_time') {
    const member = { kind: 'member', memberId: offer.memberId, regionId: here.regionId } as const
    const said = await answerOffer(db, member, offer.id, { conflict: false, choice, fromAt: null })
    if (!said.ok) throw new Error(said.code)
  }

  async function signedIn(
    name: string,
    path: string,
    role: Reading['role'],
    memberId: MemberId | null = null,
  ): Promise<Reading> {
    const accountId = await createAccount(auth, { email: `${name}@peers.example`, name })
    await db.write({ kind: 'system', regionId: here.regionId }, (tx) =>
      grantRole(tx, accountId, role, memberId === null ? {} : { memberId }),
    )
    const [cookie] = (await openSession(auth, accountId, 'passkey')).split(';', 1)
    return { path, cookie: cookie!, accountId, role, memberId }
  }

  /** Somebody in the middle of a course: the section page is what is opened most. */
  async function learning(): Promise<Reading> {
    const reading = await signedIn('learner', '', 'learner')
    const course = setUp.library.courses.find((one) => one.id === 'peer-support-fundamentals')!
    const actor = {
      kind: 'account',
      accountId: reading.accountId,
      regionId: here.regionId,
      roles: ['learner'],
    } as const
    const wish = { course, email: 'learner@peers.example', name: 'Kit A.', code: '' }
    const { secrets, packs, library } = setUp
    const begun = await beginCourse({ db, secrets, packs, library }, actor, wish)
    if (!begun.ok) throw new Error(begun.code)
    const lesson = course.lessons[2]!
    const path = trainingPaths.section(here.slug, begun.value.enrolmentId, lesson.id, lesson.sections[1]!.id)
    return { ...reading, path }
  }

  const readings = {
    board: await signedIn(
      'coordination',
      `/${here.slug}/activations/${proposed.activationId}`,
      'duty_coordinator',
    ),
    roster: await signedIn('rostering', `/${here.slug}/roster`, 'duty_coordinator'),
    ownOffers: await signedIn('offered', `/${here.slug}/today`, 'peer', silent!.memberId),
    lesson: await learning(),
  }
  await setUp.close()
  const admin = new pg.Client({ connectionString: cluster.url('postgres', 'muster') })
  await admin.connect()
  await admin.query(`create role ${floorRole} login bypassrls; grant tailboard_app to ${floorRole}`)
  // What autovacuum does within minutes, so that no sample falls into it.
  await admin.query('vacuum analyze')
  await admin.end()

  return {
    readings,
    floorUrl: at(floorRole),
    appUrl: at('tailboard_app'),
    /** The product, as it starts. */
    async serve() {
      const services = openProduct()
      const web = await startWeb(services)
      return {
        services,
        /** One of the database's server processes. */
        backend: (await services.auth.pool.query('select pg_backend_pid() as pid')).rows[0].pid as number,
        async stop() {
          await web.stop()
          await services.close()
        },
      }
    },
    async close() {
      await world.close()
      await cluster.stop()
      discard(folder)
      rmSync(secretsFolder, { recursive: true, force: true })
    },
  }
}
