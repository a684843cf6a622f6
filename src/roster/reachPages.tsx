import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Visit } from '../identity/index.ts'
import {
  askForProof,
  browsersOf,
  chooseWays,
  forgetBrowser,
  forgetPhone,
  keepBrowser,
  keepPhone,
  openProof,
  provePhone,
  reachOf,
} from '../messaging/index.server.ts'
import { canCall, type MessagingCode, makerOf, type PushSender } from '../messaging/index.ts'
import type { Db, Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import { formOf } from '../platform/http.server.ts'
import { type AccountId, type MemberId, newId, type RegionId } from '../platform/ids.ts'
import { withIsland } from '../platform/islands.server.ts'
import { type Outcome, statusOf } from '../platform/problem.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { loadRegion } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import type { FieldError } from '../ui/errorSummary.tsx'
import type { Path } from '../ui/path.ts'
import { deviceFields, deviceGone } from './doors.ts'
import { heardFrom } from './heardFrom.server.ts'
import { sendTest } from './jobs.ts'
import { rosterPaths } from './paths.ts'
import { ReachPage } from './ReachPage.tsx'
import { reachProblemWords, reachWords } from './reachWords.ts'

type Deps = {
  readonly db: Db
  readonly secrets: Secrets
  /** Whether this installation can text and telephone. */
  readonly phones: boolean
  readonly push: Pick<PushSender, 'publicKey'>
  /** The script that has a browser notified. */
  readonly pushScript: Path
  /** Whether a push service may be a stand-in on this machine. */
  readonly standIns: boolean
  visit(request: Request, slug: string): Promise<Visit | null>
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
  signIn: string
  memberOf(accountId: AccountId, regionId: RegionId): Promise<MemberId | null>
}
/** Somebody who is a member and coordinates is reached as both, the same way. */
type Own = {
  readonly visit: Visit
  readonly accountId: AccountId
  readonly persons: readonly string[]
}
type Fields = Readonly<Record<string, string>>

/** Everybody signed in decides for themselves how they are reached. */
export function reachRoutes(deps: Deps): Hono {
  const app = new Hono()
  const enter = async (context: Context): Promise<Own | Response> => {
    const visit = await deps.visit(context.req.raw, context.req.param('region') ?? '')
    if (visit === null) return context.redirect(deps.signIn, 303)
    if (visit.actor.kind !== 'account') return context.notFound()
    const { accountId } = visit.actor
    const member = await deps.memberOf(accountId, visit.regionId)
    return { visit, accountId, persons: member === null ? [accountId] : [member, accountId] }
  }
  const show = async (
    context: Context,
    { visit, persons }: Own,
    typed: Fields = {},
    errors: readonly FieldError[] = [],
    status: 200 | 400 | 401 | 403 | 404 | 409 | 429 = 200,
  ) => {
    const { region, reach, proof, browsers } = await deps.db.read(visit.actor, async (reader) => ({
      region: await loadRegion(reader),
      reach: await reachOf(reader, persons[0]!),
      proof: await openProof(reader, persons[0]!),
      browsers: await browsersOf(reader, persons[0]!),
    }))
    const { kept, sent } = context.req.query()
    const news = kept === '1' ? 'kept' : sent === '1' ? 'sent' : null
    const devices = browsers.map(({ id, endpoint, madeAt }) => ({
      ...{ id, madeAt, maker: makerOf(endpoint) },
      mark: createHash('sha256').update(endpoint).digest('base64url'),
    }))
    const nonce = withIsland(context, 'push')
    const page = (
      <>
        <ReachPage
          {...{ region, reach, proof, devices, typed, errors, news }}
          {...{ phones: deps.phones, publicKey: deps.push.publicKey, lang: visit.lang }}
        />
        <script src={deps.pushScript} type="module" nonce={nonce}></script>
      </>
    )
    const at = { ...visit, here: rosterPaths.reach(region.slug) }
    return context.html(<>{deps.frame(at, region, reachWords[visit.lang].title, 'reach', page)}</>, status)
  }
  const change = async (
    context: Context,
    own: Own,
    typed: Fields,
    work: (tx: Tx, person: string) => Promise<Outcome<null, MessagingCode>>,
    persons = own.persons,
  ) => {
    const outcome = await deps.db.write(own.visit.actor, async (tx) => {
      for (const person of persons) {
        const done = await work(tx, person)
        if (!done.ok) return done
      }
      return null
    })
    if (outcome === null)
      return context.redirect(`${rosterPaths.reach(context.req.param('region')!)}?kept=1`, 303)
    const message = reachProblemWords[own.visit.lang][outcome.code]
    return await show(
      context,
      own,
      typed,
      [{ field: outcome.field ?? null, message }],
      statusOf[outcome.kind],
    )
  }

  app.get('/:region/me/reach', async (context) => {
    const own = await enter(context)
    return own instanceof Response ? own : await show(context, own)
  })

  app.post('/:region/me/reach', async (context) => {
    const own = await enter(context)
    if (own instanceof Response) return own
    const typed = await formOf(context.req)
    const ways = {
      byMail: typed.byMail !== undefined,
      byText: typed.byText !== undefined,
      byCall: typed.byCall !== undefined,
      byPush: typed.byPush !== undefined,
      lang: typed.lang === 'es' ? ('es' as const) : ('en' as const),
    }
    const say = reachWords[own.visit.lang]
    const wrong = (field: string, message: string) =>
      show(context, own, { lang: 'en', ...typed }, [{ field, message }], 400)
    if (!ways.byMail && !ways.byText && !ways.byCall && !ways.byPush)
      return await wrong('byMail', say.errorWays)
    const reach = await deps.db.read(own.visit.actor, (reader) => reachOf(reader, own.persons[0]!))
    if ((ways.byText || ways.byCall) && !canCall(reach))
      return await wrong(ways.byText ? 'byText' : 'byCall', say.errorPhone)
    if (ways.byPush && reach.browsers === 0) return await wrong('byPush', say.errorDevice)
    return await change(context, own, typed, async (tx, person) => {
      // A member whose account came later, or another one: the number they proved is theirs as both.
      if (reach.phone !== null && reach.phoneProven && (await reachOf(tx, person)).phone !== reach.phone)
        await keepPhone(tx, person, reach.phone)
      await chooseWays(tx, person, ways)
      return { ok: true, value: null }
    })
  })

  app.post('/:region/me/reach/phone', async (context) => {
    const own = await enter(context)
    if (own instanceof Response) return own
    if (!deps.phones) return context.notFound()
    const typed = await formOf(context.req)
    const channel = typed.channel === 'call' ? 'call' : 'text'
    const [first] = own.persons
    return await change(
      context,
      own,
      typed,
      (tx, person) => askForProof(tx, person, typed.phone ?? '', channel),
      [first!],
    )
  })

  app.post('/:region/me/reach/code', async (context) => {
    const own = await enter(context)
    if (own instanceof Response) return own
    const typed = await formOf(context.req)
    const [first] = own.persons
    return await change(
      context,
      own,
      typed,
      async (tx, person) => {
        const proven = await provePhone(tx, deps.secrets, person, typed.code ?? '', own.persons)
        // A code that came back is a sign of life.
        if (proven.ok) for (const one of own.persons) await heardFrom(tx, one as MemberId)
        return proven
      },
      [first!],
    )
  })

  app.post('/:region/me/reach/removal', async (context) => {
    const own = await enter(context)
    if (own instanceof Response) return own
    return await change(context, own, {}, async (tx, person) => {
      await forgetPhone(tx, person)
      return { ok: true, value: null }
    })
  })

  app.post('/:region/me/reach/devices', async (context) => {
    const own = await enter(context)
    if (own instanceof Response) return own
    // No browser sends another shape; whoever does is told what a browser we can't reach is told.
    const nobody = { endpoint: '', p256dh: '', auth: '' }
    const agreed = deviceFields.safeParse(await formOf(context.req)).data ?? nobody
    const owner = { id: own.accountId, persons: own.persons }
    return await change(context, own, {}, (tx) => keepBrowser(tx, owner, agreed, deps.standIns), [
      own.accountId,
    ])
  })

  app.post('/:region/me/reach/devices/removal', async (context) => {
    const own = await enter(context)
    if (own instanceof Response) return own
    const gone = deviceGone.safeParse(await formOf(context.req)).data
    if (gone === undefined) return context.notFound()
    await deps.db.write(own.visit.actor, (tx) => forgetBrowser(tx, own.persons, gone.id))
    return context.redirect(`${rosterPaths.reach(context.req.param('region'))}?kept=1`, 303)
  })

  app.post('/:region/me/reach/devices/test', async (context) => {
    const own = await enter(context)
    if (own instanceof Response) return own
    const personId = own.persons[0]!
    await deps.db.write(own.visit.actor, (tx) =>
      enqueue(
        tx,
        sendTest,
        {
          ...{ regionId: tx.regionId, personId, testId: newId<string>() },
          until: tx.now.add({ minutes: 5 }).epochMilliseconds,
        },
        { key: `push-test:${personId}` },
      ),
    )
    return context.redirect(`${rosterPaths.reach(context.req.param('region'))}?sent=1`, 303)
  })
  return app
}
