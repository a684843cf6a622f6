import { type Context, Hono } from 'hono'
import { type Auth, endSession, openSession } from '../identity/index.server.ts'
import type { Db } from '../platform/db.server.ts'
import { formOf } from '../platform/http.server.ts'
import type { AccountId } from '../platform/ids.ts'
import { statusOf } from '../platform/problem.ts'
import { regionDirectory } from '../region/index.server.ts'
import { type NewRegionFault, newRegionFields, readNewRegion, type StatePack } from '../region/index.ts'
import type { Chrome } from '../ui/chrome.ts'
import type { FieldError } from '../ui/errorSummary.tsx'
import type { Language } from '../ui/language.ts'
import type { Path } from '../ui/path.ts'
import { deskPaths } from './paths.ts'
import { ChoicePage, DoorPage, NotOpenPage, RegionPage, type Typed, YouPage } from './SetUpBegin.tsx'
import type { SetUpView } from './SetUpFrame.tsx'
import { opensSetUp, tokenIn, withSetUpLink } from './setUpLink.server.ts'
import { setUpRegion } from './setUpRegion.server.ts'
import { newRegionWords, setUpWords } from './setUpWords.ts'

type Deps = {
  readonly db: Db
  readonly auth: Auth
  readonly chrome: Chrome
  readonly packs: ReadonlyMap<string, StatePack>
  readonly secretsFolder: string
  readonly teamUrl: URL
  /** Whether a mail server is set. */
  readonly mail: boolean
  languageOf(request: Request): Language
  /** Loads the fictional regions; answers one of their coordinators. */
  demonstrate(): Promise<{ readonly accountId: AccountId; readonly slug: string }>
}

/** The first run, until somebody is signed in: all under the link that only the operator has. */
export function setUpRoutes(deps: Deps): Hono {
  const { db, auth, secretsFolder, teamUrl } = deps
  const app = new Hono()
  const view = (context: Context, carried: Typed = {}): SetUpView => ({
    chrome: deps.chrome,
    lang: deps.languageOf(context.req.raw),
    carried,
  })
  const tokenOf = (context: Context): string => context.req.param('token') ?? ''
  const notOpen = (context: Context) => context.html(<NotOpenPage view={view(context)} />, 404)
  const taken = async () => (await regionDirectory(db)).map((one) => one.slug)
  const said = (faults: readonly NewRegionFault[], lang: Language): FieldError[] =>
    faults.map(({ field, code }) => ({
      field,
      label: setUpWords[lang][field],
      message: newRegionWords[lang][code],
    }))
  const enter = async (context: Context, accountId: AccountId, next: Path, strength: 'link' | 'totp') => {
    context.header('set-cookie', await endSession(auth, context.req.raw), { append: true })
    context.header('set-cookie', await openSession(auth, accountId, strength), { append: true })
    return context.redirect(next, 303)
  }
  const demonstration = async () =>
    (await taken()).length > 0 ? 'not_empty' : deps.mail ? 'sends_mail' : 'offered'
  const queryOf = (context: Context): Typed =>
    Object.fromEntries(newRegionFields.map((field) => [field, (context.req.query(field) ?? '').trim()]))

  app.get('/set-up', async (context) =>
    context.html(<DoorPage view={view(context)} empty={(await taken()).length === 0} wrong={false} />),
  )
  app.post('/set-up', async (context) => {
    const token = tokenIn((await formOf(context.req)).link ?? '')
    if (opensSetUp(secretsFolder, token)) return context.redirect(deskPaths.setUp(token), 303)
    const empty = (await taken()).length === 0
    return context.html(<DoorPage view={view(context)} empty={empty} wrong />, 400)
  })

  app.get('/set-up/:token', async (context) => {
    if (!opensSetUp(secretsFolder, tokenOf(context))) return notOpen(context)
    const props = { view: view(context), token: tokenOf(context) }
    return context.html(<ChoicePage {...props} demonstration={await demonstration()} />)
  })

  app.get('/set-up/:token/region', (context) => {
    if (!opensSetUp(secretsFolder, tokenOf(context))) return notOpen(context)
    const typed = queryOf(context)
    const given = Object.values(typed).some((text) => text !== '')
    const props = { view: view(context, given ? typed : {}), token: tokenOf(context), typed }
    return context.html(<RegionPage {...props} errors={[]} />)
  })

  const you = async (context: Context, typed: Typed, refused: readonly FieldError[]) => {
    const { email: _, ...carried } = typed
    const props = { view: view(context, carried), token: tokenOf(context), typed }
    const read = readNewRegion(typed, await taken())
    if (!read.ok)
      return context.html(<RegionPage {...props} errors={said(read.faults, props.view.lang)} />, 400)
    return context.html(
      <YouPage {...props} typed={{ ...typed, ...read.region }} errors={refused} mail={deps.mail} />,
      refused.length > 0 ? 400 : 200,
    )
  }
  app.get('/set-up/:token/you', async (context) =>
    opensSetUp(secretsFolder, tokenOf(context)) ? await you(context, queryOf(context), []) : notOpen(context),
  )
  app.post('/set-up/:token/you', async (context) => {
    const typed = await formOf(context.req)
    const read = readNewRegion(typed, await taken())
    if (!opensSetUp(secretsFolder, tokenOf(context))) return notOpen(context)
    if (!read.ok) return await you(context, typed, [])
    const made = await withSetUpLink(secretsFolder, teamUrl, tokenOf(context), async () => {
      const done = await setUpRegion(deps, read.region, typed.email ?? '')
      return { again: !done.ok, done }
    })
    if (made === null) return notOpen(context)
    if (made.done.ok) {
      const next = deskPaths.setUpStep(read.region.slug, 'agencies')
      // Whoever has roles elsewhere signs in by mail: holding the link makes nobody somebody else.
      return made.done.value.proven
        ? await enter(context, made.done.value.accountId, next, 'link')
        : context.redirect(next, 303)
    }
    const { lang } = view(context)
    const say = setUpWords[lang]
    return made.done.code === 'slug_taken'
      ? context.html(
          <RegionPage
            view={view(context)}
            token={tokenOf(context)}
            typed={typed}
            errors={said([{ field: 'slug', code: 'slug_taken' }], lang)}
          />,
          statusOf[made.done.kind],
        )
      : await you(context, typed, [{ field: 'email', message: say.emailWrong }])
  })

  app.post('/set-up/:token/demonstration', async (context) => {
    if ((await demonstration()) !== 'offered') return notOpen(context)
    const made = await withSetUpLink(secretsFolder, teamUrl, tokenOf(context), async () => ({
      again: false,
      loaded: await deps.demonstrate(),
    }))
    if (made === null) return notOpen(context)
    // Nobody stands behind this account: whoever holds the operator's link plays it.
    return await enter(context, made.loaded.accountId, deskPaths.today(made.loaded.slug), 'totp')
  })
  return app
}
