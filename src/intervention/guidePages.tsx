import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { loadPlans } from '../activation/index.server.ts'
import { bookedAs, type PlanState } from '../activation/index.ts'
import type { Visit } from '../identity/index.ts'
import { incidentWords } from '../incident/index.ts'
import { hasRole } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import { formOf } from '../platform/http.server.ts'
import {
  type AccountId,
  type ActivationId,
  type MemberId,
  type PlanId,
  parseId,
  type RegionId,
} from '../platform/ids.ts'
import { withIsland } from '../platform/islands.server.ts'
import { statusOf } from '../platform/problem.ts'
import { hasUnseen } from '../platform/unseen.ts'
import { loadRegion } from '../region/index.server.ts'
import type { Region, StatePack } from '../region/index.ts'
import type { FieldError } from '../ui/errorSummary.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import type { Path } from '../ui/path.ts'
import { BriefingFactsCard } from './BriefingFactsCard.tsx'
import { BriefingPage } from './BriefingPage.tsx'
import { writeBriefing } from './briefing.server.ts'
import { dressCodes, weaponRules } from './briefing.ts'
import { loadBriefingFacts } from './briefingFacts.server.ts'
import { briefingWords } from './briefingWords.ts'
import { CardPage } from './CardPage.tsx'
import { ChecklistPage } from './ChecklistPage.tsx'
import type { CardType, FacilitatorCard } from './card.ts'
import { cardTitle, cardWords } from './cardWords.ts'
import { interventionPaths } from './paths.ts'
import { problemWords } from './words.ts'

type Deps = {
  readonly db: Db
  readonly cards: ReadonlyMap<CardType, FacilitatorCard>
  readonly packs: ReadonlyMap<string, StatePack>
  /** Keeps a card on the phone. */
  readonly keepCard: Path
  visit(request: Request, slug: string): Promise<Visit | null>
  frame(visit: Visit, region: Region, title: string, current: string, content: Child): Child
  signIn: string
  /** The same checklist for the contact, behind the link of their request. */
  checklistLink(slug: string, plan: PlanState): Path
  memberOf(accountId: AccountId, regionId: RegionId): Promise<MemberId | null>
}
type Found = { readonly visit: Visit; readonly plan: PlanState; readonly coordinates: boolean }

/** What is read before a session: cards by type, the briefing of one team, the contact's checklist. */
export function guideRoutes(deps: Deps): Hono {
  const app = new Hono()

  app.get('/:region/cards', async (context) => {
    const visit = await deps.visit(context.req.raw, context.req.param('region'))
    if (visit === null) return context.redirect(deps.signIn, 303)
    if (!readsCards(visit)) return context.notFound()
    const region = await deps.db.read(visit.actor, loadRegion)
    const say = cardWords[visit.lang]
    const list = (
      <>
        <PageHead title={say.cards} lead={say.cardsLead} />
        <ul class="plain">
          {[...deps.cards.keys()].map((type) => (
            <li key={type}>
              <a href={interventionPaths.card(region.slug, type)}>{cardTitle(type, visit.lang)}</a>
            </li>
          ))}
        </ul>
      </>
    )
    return context.html(<>{deps.frame(visit, region, say.cards, 'cards', list)}</>)
  })

  app.get('/:region/cards/:type', async (context) => {
    const visit = await deps.visit(context.req.raw, context.req.param('region'))
    if (visit === null) return context.redirect(deps.signIn, 303)
    const card = deps.cards.get(context.req.param('type') as CardType)
    if (card === undefined || !readsCards(visit)) return context.notFound()
    const region = await deps.db.read(visit.actor, loadRegion)
    const nonce = withIsland(context, 'card')
    const page = (
      <>
        <CardPage card={card} pack={deps.packs.get(region.state) ?? null} lang={visit.lang} />
        <script src={deps.keepCard} defer nonce={nonce}></script>
      </>
    )
    const title = cardTitle(card.type, visit.lang)
    return context.html(<>{deps.frame(visit, region, title, 'cards', page)}</>)
  })

  /** A coordinator, or somebody who sits on this very team. */
  const enter = async (context: Context): Promise<Found | Response> => {
    const visit = await deps.visit(context.req.raw, context.req.param('region') ?? '')
    if (visit === null) return context.redirect(deps.signIn, 303)
    const id = parseId<ActivationId>(context.req.param('id') ?? '')
    const planId = parseId<PlanId>(context.req.param('plan') ?? '')
    if (id === null || planId === null || visit.actor.kind !== 'account') return context.notFound()
    const plan = (await deps.db.read(visit.actor, (reader) => loadPlans(reader, { planId })))[0]
    if (plan === undefined || plan.activationId !== id || plan.approval === null) return context.notFound()
    const coordinates = hasRole(visit.actor, 'duty_coordinator', 'clinical_director')
    if (coordinates) return { visit, plan, coordinates }
    const member = await deps.memberOf(visit.actor.accountId, visit.regionId)
    const seated = plan.seats.some((seat) => seat.taken !== null && seat.taken.memberId === member)
    return seated && plan.end === null ? { visit, plan, coordinates } : context.notFound()
  }
  const show = async (
    context: Context,
    { visit, plan, coordinates }: Found,
    typed: Readonly<Record<string, string>> = {},
    errors: readonly FieldError[] = [],
    status: 200 | 400 | 401 | 403 | 404 | 409 | 429 = 200,
  ) => {
    const { lang } = visit
    const facts = await deps.db.read(visit.actor, (reader) => loadBriefingFacts(reader, plan))
    const page = coordinates ? (
      <BriefingPage {...{ lang, facts, typed, errors }} />
    ) : (
      <>
        <PageHead over={briefingWords[lang].over} title={incidentWords[lang].type[plan.type]} />
        <BriefingFactsCard facts={facts} lang={lang} />
      </>
    )
    const at = { ...visit, here: interventionPaths.briefing(facts.region.slug, plan.activationId, plan.id) }
    return context.html(
      <>{deps.frame(at, facts.region, briefingWords[lang].title, 'activations', page)}</>,
      status,
    )
  }

  app.get('/:region/activations/:id/plans/:plan/briefing', async (context) => {
    const found = await enter(context)
    return found instanceof Response ? found : await show(context, found)
  })

  app.post('/:region/activations/:id/plans/:plan/briefing', async (context) => {
    const found = await enter(context)
    if (found instanceof Response) return found
    if (!found.coordinates) return context.notFound()
    const { visit, plan } = found
    const typed = await formOf(context.req)
    const say = briefingWords[visit.lang]
    const meetingPoint = typed.meetingPoint ?? ''
    const parking = typed.parking ?? ''
    const dress = dressCodes.find((one) => one === typed.dress)
    const weapons = weaponRules.find((one) => one === typed.weapons)
    const errors: FieldError[] = []
    if (meetingPoint === '' || meetingPoint.length > 160 || hasUnseen(meetingPoint))
      errors.push({ field: 'meetingPoint', message: say.errorMeeting })
    if (parking.length > 160 || hasUnseen(parking))
      errors.push({ field: 'parking', message: say.errorParking })
    if (dress === undefined) errors.push({ field: 'dress', label: say.dress, message: say.errorChoose })
    if (weapons === undefined) errors.push({ field: 'weapons', label: say.weapons, message: say.errorChoose })
    if (errors.length > 0) return await show(context, found, typed, errors, 400)
    const seen = Number(typed.seen)
    const kept = await writeBriefing(
      deps.db,
      visit.actor,
      plan.id,
      { meetingPoint, parking, dress: dress!, weapons: weapons! },
      Number.isInteger(seen) && seen >= 0 ? seen : 0,
    )
    if (kept.ok)
      return context.redirect(
        interventionPaths.briefing(context.req.param('region'), plan.activationId, plan.id),
        303,
      )
    const message = problemWords[visit.lang][kept.code]
    // Sent again, it is kept over what the page shows now.
    const { seen: _, ...again } = typed
    return await show(context, found, again, [{ field: null, message }], statusOf[kept.kind])
  })

  app.get('/:region/activations/:id/plans/:plan/checklist', async (context) => {
    const found = await enter(context)
    if (found instanceof Response) return found
    const { visit, plan } = found
    // It readies a room for people something happened to.
    if (bookedAs(plan) !== null) return context.notFound()
    const facts = await deps.db.read(visit.actor, (reader) => loadBriefingFacts(reader, plan))
    const forContact =
      found.coordinates && facts.contact !== null ? deps.checklistLink(facts.region.slug, plan) : null
    const page = <ChecklistPage facts={facts} lang={visit.lang} forContact={forContact} />
    const at = { ...visit, here: interventionPaths.checklist(facts.region.slug, plan.activationId, plan.id) }
    const title = briefingWords[visit.lang].checkTitle
    return context.html(<>{deps.frame(at, facts.region, title, 'activations', page)}</>)
  })
  return app
}

function readsCards({ actor }: Visit): boolean {
  return hasRole(actor, 'peer', 'duty_coordinator', 'clinical_director')
}
