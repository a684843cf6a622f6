import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import {
  accountsHere,
  cancelRecovery,
  confirmRecovery,
  objectToRecovery,
  openRecoveries,
  startRecovery,
} from '../identity/index.server.ts'
import { identityPaths, type Visit } from '../identity/index.ts'
import { hasRole } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import { formOf } from '../platform/http.server.ts'
import { type AccountId, parseId } from '../platform/ids.ts'
import { type Outcome, type Problem, statusOf } from '../platform/problem.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { loadRegion } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import { BarePage } from '../ui/barePage.tsx'
import { Button } from '../ui/button.tsx'
import type { Chrome } from '../ui/chrome.ts'
import type { Language } from '../ui/language.ts'
import { turnOf } from '../ui/languageSwitch.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import { RecoveryPage } from './RecoveryPage.tsx'
import { recoveryWords } from './recoveryWords.ts'

type Deps = {
  readonly db: Db
  readonly secrets: Secrets
  readonly chrome: Chrome
  visit(request: Request, slug: string): Promise<Visit | null>
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
  signIn: string
  nameOf(account: AccountId): Promise<string | null>
  languageOf(request: Request): Language
}
type News = 'begun' | 'confirmed' | 'cancelled'

/** Two administrators take away what somebody signed in with and lost; and the person may object. */
export function recoveryRoutes(deps: Deps): Hono {
  const { db, secrets } = deps
  const app = new Hono()
  const enter = async (context: Context): Promise<Visit | Response> => {
    const visit = await deps.visit(context.req.raw, context.req.param('region') ?? '')
    if (visit === null) return context.redirect(deps.signIn, 303)
    return hasRole(visit.actor, 'administrator') ? visit : context.notFound()
  }
  const show = async (context: Context, visit: Visit, failed: Problem | null = null, typed = '') => {
    const { region, accounts, open, now } = await db.read(visit.actor, async (reader) => ({
      region: await loadRegion(reader),
      accounts: await accountsHere(reader),
      open: await openRecoveries(reader),
      now: reader.now,
    }))
    const names = new Map<AccountId, string>()
    for (const id of accounts) names.set(id, (await deps.nameOf(id)) ?? id)
    const say = recoveryWords[visit.lang]
    const asked = context.req.query('done')
    const news = (['begun', 'confirmed', 'cancelled'] as const).find((one) => one === asked) ?? null
    const page = (
      <RecoveryPage
        lang={visit.lang}
        region={region}
        people={accounts.map((id) => ({ id, name: names.get(id)! }))}
        waiting={open.map((one) => ({
          id: one.id,
          person: names.get(one.accountId) ?? '–',
          by: names.get(one.startedBy) ?? '–',
          from: one.agreeableFrom,
          until: one.expiresAt,
          open: Temporal.Instant.compare(one.agreeableFrom, now) <= 0,
        }))}
        errors={
          failed === null
            ? []
            : [
                {
                  field: failed.code === 'unknown_account' ? 'account' : null,
                  message: say[failed.code as 'recovery_own'],
                },
              ]
        }
        typed={typed}
        news={failed === null ? news : null}
      />
    )
    const at = { ...visit, here: identityPaths.recoveries(region.slug) }
    const status = failed === null ? 200 : failed.code === 'unknown_account' ? 400 : statusOf[failed.kind]
    return context.html(<>{deps.frame(at, region, say.title, 'roster', page)}</>, status)
  }
  const doing =
    (field: string, news: News, work: (visit: Visit, id: string) => Promise<Outcome<null>>) =>
    async (context: Context) => {
      const visit = await enter(context)
      if (visit instanceof Response) return visit
      const typed = (await formOf(context.req))[field] ?? ''
      const outcome = await work(visit, parseId<string>(typed) ?? '00000000-0000-7000-8000-000000000000')
      if (!outcome.ok) return await show(context, visit, outcome, typed)
      return context.redirect(`${identityPaths.recoveries(context.req.param('region')!)}?done=${news}`, 303)
    }

  app.get('/:region/recoveries', async (context) => {
    const visit = await enter(context)
    return visit instanceof Response ? visit : await show(context, visit)
  })
  app.post(
    '/:region/recoveries',
    doing('account', 'begun', (visit, id) => startRecovery(db, secrets, visit.actor, id as AccountId)),
  )
  app.post(
    '/:region/recoveries/confirmation',
    doing('id', 'confirmed', (visit, id) => confirmRecovery(db, visit.actor, id)),
  )
  app.post(
    '/:region/recoveries/end',
    doing('id', 'cancelled', (visit, id) => cancelRecovery(db, visit.actor, id)),
  )

  const bare = (context: Context, word: 'object' | 'stopped' | 'over', children: Child = null) => {
    const lang = deps.languageOf(context.req.raw)
    const say = recoveryWords[lang]
    const { chrome } = deps
    return context.html(
      <BarePage
        title={say[`${word}Title`]}
        lang={lang}
        stylesheet={chrome.teamStylesheet}
        line=""
        help={chrome.help}
        languageSwitch={turnOf(null, lang)}
      >
        <PageHead title={say[`${word}Title`]} lead={word === 'object' ? say.objectLead : say[word]} />
        {children}
      </BarePage>,
      word === 'over' ? 404 : 200,
    )
  }
  app.get('/account/objection/:token', async (context) => {
    const token = context.req.param('token')
    if (!(await objectToRecovery(db, token, true))) return bare(context, 'over')
    return bare(
      context,
      'object',
      <form method="post" action={identityPaths.objection(token)}>
        <Button look="primary" wide>
          {recoveryWords[deps.languageOf(context.req.raw)].object}
        </Button>
      </form>,
    )
  })
  app.post('/account/objection/:token', async (context) =>
    bare(context, (await objectToRecovery(db, context.req.param('token'), false)) ? 'stopped' : 'over'),
  )
  return app
}
