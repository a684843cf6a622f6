import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Visit } from '../identity/index.ts'
import type { Db } from '../platform/db.server.ts'
import { formOf } from '../platform/http.server.ts'
import { type AccountId, type MemberId, parseId, type RegionId } from '../platform/ids.ts'
import { statusOf } from '../platform/problem.ts'
import { TypedForm } from '../platform/typedForm.ts'
import { loadAgencies, loadRegion } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import { addMember } from './addMember.server.ts'
import { confirmOwnDetails } from './details.server.ts'
import { enterOwn } from './enterOwn.server.tsx'
import { memberFaults } from './faultsSaid.ts'
import { ownGender, sayOwnGender } from './gender.server.ts'
import { genders } from './gender.ts'
import { MemberPage, type MemberPageProps } from './MemberPage.tsx'
import { may, type RosterAct } from './may.ts'
import { type MemberAct, memberActs } from './memberAct.ts'
import { memberForms } from './memberActs.server.ts'
import { loadMemberView } from './memberView.server.ts'
import { memberWords } from './memberWords.ts'
import { NewMemberPage } from './NewMemberPage.tsx'
import { readNewMember } from './newMember.ts'
import { loadLoadNow } from './ownLoad.server.ts'
import { rosterPaths } from './paths.ts'
import type { RosterCode } from './problems.ts'

type Deps = {
  readonly db: Db
  visit(request: Request, slug: string): Promise<Visit | null>
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
  signIn: string
  /** The member an account is, in this region; null: it is nobody on the roster. */
  memberOf(accountId: AccountId, regionId: RegionId): Promise<MemberId | null>
  emailOf(accountId: AccountId): Promise<string | null>
}

/** A member's page for those who keep the roster, and everybody's own. */
export function teamRoutes(deps: Deps): Hono {
  const app = new Hono()
  const keeps = (visit: Visit) => may(visit.actor, 'keep_records', null) || may(visit.actor, 'suspend', null)
  const enter = async (context: Context): Promise<Visit | Response> => {
    const visit = await deps.visit(context.req.raw, context.req.param('region') ?? '')
    if (visit === null) return context.redirect(deps.signIn, 303)
    return keeps(visit) ? visit : context.notFound()
  }
  const show = async (
    context: Context,
    visit: Visit,
    id: MemberId,
    more: Partial<Pick<MemberPageProps, 'typed' | 'errors' | 'own' | 'kept'>> = {},
    status: 200 | 400 | 401 | 403 | 404 | 409 | 429 = 200,
  ) => {
    const own = more.own ?? false
    const { view, load } = await deps.db.read(visit.actor, async (reader) => ({
      view: await loadMemberView(reader, id),
      load: own ? { now: reader.now, counts: await loadLoadNow(reader, id) } : null,
    }))
    if (view === null) return context.notFound()
    const allowed = (act: RosterAct) => (own ? act === 'confirm_details' : may(visit.actor, act, id))
    const page = (
      <MemberPage
        view={view}
        lang={visit.lang}
        may={allowed}
        own={own}
        load={load}
        typed={more.typed ?? {}}
        errors={more.errors ?? []}
        kept={more.kept ?? null}
      />
    )
    // A form that came back stands at the form's own address, which nobody can open again.
    const { slug } = view.region
    const at = { ...visit, here: own ? rosterPaths.mine(slug) : rosterPaths.member(slug, id) }
    const current = own ? 'mine' : 'roster'
    return context.html(<>{deps.frame(at, view.region, view.member.name, current, page)}</>, status)
  }

  app.on(['GET', 'POST'], '/:region/roster/new', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    if (!may(visit.actor, 'add_member', null)) return context.notFound()
    const { region, agencies } = await deps.db.read(visit.actor, async (reader) => ({
      region: await loadRegion(reader),
      agencies: await loadAgencies(reader),
    }))
    const { lang } = visit
    const typed = context.req.method === 'POST' ? await formOf(context.req) : {}
    const page = (errors: MemberPageProps['errors'], status?: 400 | 401 | 403 | 404 | 409 | 429) => {
      const content = <NewMemberPage {...{ region, agencies, lang, typed, errors }} />
      return context.html(
        <>{deps.frame(visit, region, memberWords[lang].newTitle, 'roster', content)}</>,
        status ?? 200,
      )
    }
    if (context.req.method === 'GET') return page([])
    const form = new TypedForm<RosterCode>(typed)
    const given = readNewMember(form, typed, agencies)
    if (form.faults.length > 0) return page(memberFaults(form.faults, lang), 400)
    const added = await addMember(deps.db, visit.actor, given)
    if (added.ok) return context.redirect(rosterPaths.member(region.slug, added.value.memberId), 303)
    return page(memberFaults([added], lang), statusOf[added.kind])
  })

  app.get('/:region/roster/members/:member', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const id = parseId<MemberId>(context.req.param('member'))
    const kept = context.req.query('kept') ?? null
    return id === null ? context.notFound() : await show(context, visit, id, { kept })
  })

  app.post('/:region/roster/members/:member/:act', async (context) => {
    const visit = await enter(context)
    if (visit instanceof Response) return visit
    const id = parseId<MemberId>(context.req.param('member'))
    const act = context.req.param('act')
    if (id === null || !isAct(act)) return context.notFound()
    const typed = await formOf(context.req)
    const form = new TypedForm<RosterCode>(typed)
    const run = memberForms[act](form)
    if (form.faults.length > 0) {
      const errors = memberFaults(form.faults, visit.lang)
      return await show(context, visit, id, { typed, errors }, 400)
    }
    const done = await run(deps.db, visit.actor, id)
    if (!done.ok) {
      const errors = memberFaults([done], visit.lang)
      return await show(context, visit, id, { typed, errors }, statusOf[done.kind])
    }
    const back = rosterPaths.member(context.req.param('region'), id)
    const kept = act === 'credential' ? `?kept=${encodeURIComponent(typed.kind ?? '')}` : ''
    return context.redirect(`${back}${kept}`, 303)
  })

  app.get('/:region/me', async (context) => {
    const entered = await enterOwn(context, deps)
    if ('answer' in entered) return entered.answer
    const gender = await ownGender(deps.db, entered.visit.regionId, entered.id)
    const typed = gender === null ? {} : { gender }
    return await show(context, entered.visit, entered.id, { own: true, typed })
  })

  app.post('/:region/me/confirmation', async (context) => {
    const entered = await enterOwn(context, deps)
    if ('answer' in entered) return entered.answer
    const { visit, id, accountId } = entered
    await confirmOwnDetails(deps.db, visit.regionId, id, await deps.emailOf(accountId))
    return context.redirect(rosterPaths.mine(context.req.param('region')), 303)
  })
  app.post('/:region/me/gender', async (context) => {
    const entered = await enterOwn(context, deps)
    if ('answer' in entered) return entered.answer
    const { gender } = await formOf(context.req)
    const said = genders.find((one) => one === gender) ?? null
    await sayOwnGender(deps.db, entered.visit.regionId, entered.id, said)
    return context.redirect(rosterPaths.mine(context.req.param('region')), 303)
  })
  return app

  function isAct(act: string): act is MemberAct {
    return Object.hasOwn(memberActs, act)
  }
}
