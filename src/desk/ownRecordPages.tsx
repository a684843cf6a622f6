import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { type Auth, endSession } from '../identity/index.server.ts'
import { identityPaths } from '../identity/index.ts'
import type { Db } from '../platform/db.server.ts'
import { formOf } from '../platform/http.server.ts'
import type { AccountId } from '../platform/ids.ts'
import { BarePage } from '../ui/barePage.tsx'
import { Actions, Button, LinkButton } from '../ui/button.tsx'
import type { Chrome } from '../ui/chrome.ts'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import { Checkbox } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { turnOf } from '../ui/languageSwitch.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import { eraseOwn, ownRecord } from './ownRecord.server.ts'
import { ownRecordWords } from './ownRecordWords.ts'

type Deps = {
  readonly db: Db
  readonly auth: Auth
  readonly chrome: Chrome
  /** Whoever has just proven that this account is theirs, or the way to do so. */
  owner(context: Context): Promise<{ readonly accountId: AccountId } | Response>
  languageOf(request: Request): Language
}

/** What is held about oneself: taken along, or erased. */
export function ownRecordRoutes(deps: Deps): Hono {
  const app = new Hono()
  const page = (
    context: Context,
    title: string,
    lead: string,
    children: Child,
    status: 200 | 400 | 409 = 200,
  ) => {
    const lang = deps.languageOf(context.req.raw)
    return context.html(
      <BarePage
        title={title}
        lang={lang}
        stylesheet={deps.chrome.teamStylesheet}
        line=""
        help={deps.chrome.help}
        languageSwitch={turnOf(identityPaths.erasure(), lang)}
      >
        <div class="stack">
          <PageHead title={title} lead={lead} />
          {children}
        </div>
      </BarePage>,
      status,
    )
  }
  const ask = (context: Context, errors: readonly FieldError[], status: 200 | 400 | 409) => {
    const lang = deps.languageOf(context.req.raw)
    const say = ownRecordWords[lang]
    return page(
      context,
      say.title,
      say.lead,
      <>
        <ErrorSummary lang={lang} errors={errors} />
        <p>{say.goes}</p>
        <p>{say.stays}</p>
        <form class="stack" method="post" action={identityPaths.erasure()} novalidate>
          <Checkbox
            name="sure"
            label={say.sure}
            error={errors.find((error) => error.field === 'sure')?.message}
          />
          <Actions>
            <Button look="danger">{say.erase}</Button>
            <LinkButton href={identityPaths.account()} look="quiet">
              {say.keep}
            </LinkButton>
          </Actions>
        </form>
      </>,
      status,
    )
  }

  app.get(identityPaths.export(), async (context) => {
    const own = await deps.owner(context)
    if (own instanceof Response) return own
    context.header('content-disposition', 'attachment; filename="tailboard-own-record.json"')
    context.header('content-type', 'application/json; charset=utf-8')
    return context.body(`${JSON.stringify(await ownRecord(deps, own.accountId), null, 2)}\n`)
  })
  app.get(identityPaths.erasure(), async (context) => {
    const own = await deps.owner(context)
    return own instanceof Response ? own : ask(context, [], 200)
  })
  app.post(identityPaths.erasure(), async (context) => {
    const own = await deps.owner(context)
    if (own instanceof Response) return own
    const say = ownRecordWords[deps.languageOf(context.req.raw)]
    if ((await formOf(context.req)).sure === undefined)
      return ask(context, [{ field: 'sure', message: say.sureWrong }], 400)
    const refused = await eraseOwn(deps, own.accountId)
    if (refused !== null)
      return ask(context, [{ field: null, message: say[refused.why](refused.region) }], 409)
    context.header('set-cookie', await endSession(deps.auth, context.req.raw), { append: true })
    return page(context, say.goneTitle, say.gone, null)
  })
  return app
}
