import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Visit } from '../identity/index.ts'
import type { Db, Reader } from '../platform/db.server.ts'
import { formOf } from '../platform/http.server.ts'
import type { AccountId } from '../platform/ids.ts'
import type { Language } from '../ui/language.ts'
import type { Region } from './agency.ts'
import { changePolicy } from './changePolicy.server.ts'
import { contradictionsIn } from './contradiction.ts'
import { may, type RegionAct } from './may.ts'
import type { HistoryEntry } from './PolicyHistory.tsx'
import { PolicyPage } from './PolicyPage.tsx'
import { regionPaths } from './paths.ts'
import type { Policy } from './policy.ts'
import { fieldText, readPolicyForm } from './policyChange.ts'
import { contradictionSaid, errorsOf, noErrors, type PolicyErrors, wrongSaid } from './policyErrors.ts'
import { type PolicyVersion, policyHistory } from './policyHistory.server.ts'
import { policyWords } from './policyWords.ts'
import { policyPaths, valueAt } from './settings.ts'
import { loadPolicy, loadRegion } from './store.server.ts'

type Deps = {
  readonly db: Db
  visit(request: Request, slug: string): Promise<Visit | null>
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
  signIn: string
  /** How an account is known to its team; null when it is gone. */
  nameOf(accountId: AccountId): Promise<string | null>
}
type Fields = Readonly<Record<string, string>>

/** The region's numbers: one page to read and to decide them. */
export function teamRoutes(deps: Deps): Hono {
  const app = new Hono()
  const enter = async (context: Context, act: RegionAct): Promise<Visit | Response> => {
    const visit = await deps.visit(context.req.raw, context.req.param('region') ?? '')
    if (visit === null) return context.redirect(deps.signIn, 303)
    return may(visit.actor, act) ? visit : context.notFound()
  }
  const page = async (visit: Visit, stands: Stands, typed: Fields, errors: PolicyErrors, saved = false) => {
    const history = await Promise.all(stands.history.map((one) => entry(deps, visit, one)))
    const content = (
      <PolicyPage
        lang={visit.lang}
        {...stands}
        history={history}
        typed={typed}
        errors={errors}
        saved={saved}
        fixed={!may(visit.actor, 'change_policy')}
      />
    )
    return <>{deps.frame(visit, stands.region, policyWords[visit.lang].title, 'policy', content)}</>
  }

  app.get('/:region/policy', async (context) => {
    const visit = await enter(context, 'see_policy')
    if (visit instanceof Response) return visit
    const stands = await deps.db.read(visit.actor, (reader) => load(reader))
    const saved = context.req.query('saved') === String(stands.version)
    return context.html(await page(visit, stands, {}, noErrors, saved))
  })

  app.post('/:region/policy', async (context) => {
    const visit = await enter(context, 'change_policy')
    if (visit instanceof Response) return visit
    const say = policyWords[visit.lang]
    const form = await formOf(context.req)
    const seen = Number(form.version)
    const stands = await deps.db.read(visit.actor, (reader) => load(reader, seen))
    const typed = typedOver(form, stands.seen)
    const whole = (message: string) => errorsOf([{ fields: [], message }])
    if (seen !== stands.version)
      return context.html(await page(visit, stands, typed, whole(say.changedMeanwhile)), 409)
    const read = readPolicyForm(typed, stands.policy)
    if (!read.ok) {
      const wrong = read.wrong.map((one) => ({ fields: [one.path], message: wrongSaid(one, visit.lang) }))
      return context.html(await page(visit, stands, typed, errorsOf(wrong)), 400)
    }
    const against = contradictions(read.policy, visit.lang)
    if (against.length > 0) return context.html(await page(visit, stands, typed, errorsOf(against)), 400)
    const changed = await changePolicy(deps.db, visit.actor, seen, read.changes)
    if (changed.ok)
      return context.redirect(regionPaths.policySaved(stands.region.slug, changed.value.version), 303)
    if (changed.code === 'changed_meanwhile') {
      const newest = await deps.db.read(visit.actor, (reader) => load(reader))
      return context.html(await page(visit, newest, typed, whole(say.changedMeanwhile)), 409)
    }
    const message = changed.code === 'not_allowed' ? say.notAllowed : say.nothingChanged
    return context.html(await page(visit, stands, typed, whole(message)), 400)
  })
  return app
}

type Stands = {
  readonly region: Region
  readonly version: number
  readonly policy: Policy
  /** The version the form was filled in from. */
  readonly seen: Policy
  readonly history: readonly PolicyVersion[]
}

async function load(reader: Reader, seen?: number): Promise<Stands> {
  const { version, policy } = await loadPolicy(reader)
  const older = seen !== undefined && Number.isInteger(seen) && seen > 0 && seen < version
  return {
    region: await loadRegion(reader),
    version,
    policy,
    seen: older ? (await loadPolicy(reader, seen)).policy : policy,
    history: await policyHistory(reader),
  }
}

/** What this person changed: every other field follows whatever stands by now. */
function typedOver(form: Fields, seen: Policy): Fields {
  const changed = policyPaths.filter((path) => {
    const text = form[path]
    return text !== undefined && text !== fieldText(path, valueAt(seen, path))
  })
  return Object.fromEntries(changed.map((path) => [path, form[path]!]))
}

function contradictions(policy: Policy, lang: Language) {
  return contradictionsIn(policy).map((one) => ({
    fields: one.fields,
    message: contradictionSaid(one, policy, lang),
  }))
}

async function entry(deps: Deps, visit: Visit, { decidedBy, ...one }: PolicyVersion): Promise<HistoryEntry> {
  const say = policyWords[visit.lang]
  if (decidedBy === null) return { ...one, who: null }
  if (visit.actor.kind === 'account' && visit.actor.accountId === decidedBy) return { ...one, who: say.you }
  return { ...one, who: (await deps.nameOf(decidedBy)) ?? say.formerAccount }
}
