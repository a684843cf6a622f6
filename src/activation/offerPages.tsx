import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Actor } from '../platform/actor.ts'
import type { Db, Reader } from '../platform/db.server.ts'
import { formOf } from '../platform/http.server.ts'
import { readIdCode } from '../platform/idCode.server.ts'
import type { OfferId } from '../platform/ids.ts'
import { type Problem, statusOf } from '../platform/problem.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { loadAgencies, loadPolicy, loadRegion } from '../region/index.server.ts'
import type { Chrome } from '../ui/chrome.ts'
import type { Language } from '../ui/language.ts'
import { readField } from '../ui/moment.ts'
import type { Path } from '../ui/path.ts'
import { answerOffer } from './answer.server.ts'
import { answerChoices } from './answerChoices.ts'
import { standingOf } from './answerStanding.ts'
import { bookedAs } from './booking.ts'
import { HeldPage } from './HeldPage.tsx'
import { released, withdraw } from './leaveTeam.server.ts'
import { OfferPage, OfferTold, type OfferView, SeatedPage } from './OfferPage.tsx'
import { offerToken, readOfferToken } from './offerLink.server.ts'
import { loadOffer, regionOfOffer } from './offerToSend.server.ts'
import { offerWords } from './offerWords.ts'
import { activationPaths } from './paths.ts'
import { hourPassed, type PlanState } from './planState.ts'
import { planOfOffer } from './planStore.server.ts'
import type { ActivationCode } from './problems.ts'
import { standingSaid } from './standingWords.ts'
import { loadActivation } from './store.server.ts'
import { problemWords } from './teamWords.ts'
import { WaitingPage } from './WaitingPage.tsx'
import { mayAnswerAgain } from './waitingYes.ts'

export type OfferDeps = {
  readonly db: Db
  readonly secrets: Secrets
  readonly chrome: Chrome
  /** What the reader chose on this host; nobody has asked a member before the first message. */
  languageOf(request: Request): Language
  /** What a team reads before it goes in; its words are another module's. */
  briefing(reader: Reader, plan: PlanState, lang: Language): Promise<Child>
}

/** The answer page: reached by the link of one offer, acts only on a POST, asks for no sign-in. */
export function offerRoutes(deps: OfferDeps): Hono {
  const app = new Hono()

  const load = async (
    context: Context,
    token: string,
  ): Promise<{ view: OfferView; actor: Actor; mailed: boolean } | null> => {
    const link = readOfferToken(deps.secrets, token)
    if (link === null) return null
    const system: Actor = { kind: 'system', regionId: link.regionId }
    return await deps.db.read(system, async (reader) => {
      const plan = await planOfOffer(reader, link.offerId)
      const offer = plan?.offers.find((one) => one.id === link.offerId)
      if (plan === null || offer === undefined || Temporal.Instant.compare(reader.now, link.expiresAt) >= 0)
        return null
      const agency = (await loadAgencies(reader)).find((one) => one.id === plan.agencyId)!
      const { policyVersion } = (await loadActivation(reader, plan.activationId))!
      const { policy } = await loadPolicy(reader, policyVersion)
      const lang = deps.languageOf(context.req.raw)
      const seated = plan.seats.some(
        (seat) => seat.taken?.offerId === offer.id && seat.taken.heldUntil === null,
      )
      const view = {
        chrome: deps.chrome,
        lang,
        briefing: seated && plan.end === null ? await deps.briefing(reader, plan, lang) : null,
        region: await loadRegion(reader),
        briefingMinutes: policy.team.briefingMinutes,
        agency,
        plan,
        offer,
        token,
        now: reader.now,
      }
      const actor: Actor = { kind: 'member', memberId: offer.memberId, regionId: link.regionId }
      return { view, actor, mailed: link.from === 'message' }
    })
  }

  type Answered = Pick<OfferView, 'chrome' | 'lang' | 'token'>
  const nothing = (context: Context) => {
    const lang = deps.languageOf(context.req.raw)
    const say = offerWords[lang]
    const page = (
      <OfferTold chrome={deps.chrome} lang={lang} token={null} title={say.nothingTitle}>
        {say.nothing}
      </OfferTold>
    )
    return context.html(page, 404)
  }
  const thanks = ({ chrome, lang, token }: Answered, text: string, anew?: Path) => (
    <OfferTold {...{ chrome, lang, token, anew }} title={offerWords[lang].thanks} tone="ok">
      {text}
    </OfferTold>
  )

  const page = (view: OfferView) => {
    const say = offerWords[view.lang]
    const seat = view.plan.seats.find((one) => one.taken?.offerId === view.offer.id)
    if (seat !== undefined && view.plan.end === null)
      return seat.taken?.heldUntil ? (
        <HeldPage {...view} until={seat.taken.heldUntil} />
      ) : (
        <SeatedPage {...view} />
      )
    const { plan, offer } = view
    if (plan.end !== null) return thanks(view, say.callOutEnded)
    if (offer.answer === null && !offer.stoodDown && !plan.refused.includes(offer.memberId))
      return <OfferPage {...view} />
    if (mayAnswerAnew(view)) {
      const stands = standingSaid(view)
      return (
        <OfferPage
          {...view}
          again={standingOf(plan, offer).kind === 'complete' ? say.openAgain : `${stands} ${say.notAfterAll}`}
        />
      )
    }
    if (mayAnswerAgain(plan, offer, false)) return <WaitingPage {...view} />
    return thanks(view, standingSaid(view))
  }
  const mayAnswerAnew = ({ plan, offer, now }: OfferView) =>
    (offer.answer !== null || offer.stoodDown) && !hourPassed(plan, now) && mayAnswerAgain(plan, offer, true)

  app.get('/offers/:token', async (context) => {
    const found = await load(context, context.req.param('token'))
    return found === null ? nothing(context) : context.html(page(found.view))
  })

  app.post('/offers/:token', async (context) => {
    const found = await load(context, context.req.param('token'))
    if (found === null) return nothing(context)
    const { view, actor, mailed } = found
    const say = offerWords[view.lang]
    const problems = problemWords[view.lang]
    const typed = await formOf(context.req)
    const again = (field: string | null, message: string, status: 400 | 401 | 403 | 404 | 409 | 429) =>
      context.html(<OfferPage {...view} problem={{ field, message }} typed={typed} />, status)
    const choice = answerChoices.find((one) => one === typed.choice)
    // Nobody was there and nobody is involved where a talk is booked.
    const unanswered = typed.conflict !== 'yes' && typed.conflict !== 'no' && bookedAs(view.plan) === null
    // Nothing is asked again of somebody who answered, or who isn't needed any more.
    const settled = view.offer.answer !== null || view.offer.stoodDown
    const over = view.plan.end !== null || (settled && !mayAnswerAgain(view.plan, view.offer, true))
    if (over && (choice === undefined || unanswered)) return context.html(page(view), 409)
    if (choice === undefined) return again(null, say.chooseAnswer, 400)
    if (unanswered && choice !== 'not_this_time') return again('conflict', problems.conflict_unanswered, 400)
    const fromAt =
      choice === 'coming_from' ? readField(typed.fromAt ?? '', view.region.timeZone, view.now) : null
    const answer = { conflict: typed.conflict === 'yes', choice, fromAt }
    const result = await answerOffer(deps.db, actor, view.offer.id, answer, 'page', mailed)
    if (!result.ok) {
      if (result.kind === 'invalid') return again(result.field ?? null, problems[result.code], 400)
      return context.html(told(view, result), statusOf[result.kind])
    }
    return context.redirect(activationPaths.answered(view.token), 303)
  })

  app.get('/offers/:token/answered', async (context) => {
    const found = await load(context, context.req.param('token'))
    if (found === null) return nothing(context)
    const { view } = found
    const { kind } = standingOf(view.plan, view.offer)
    if (kind === 'seated' || kind === 'held' || kind === 'asked' || view.plan.end !== null)
      return context.redirect(activationPaths.offer(view.token), 303)
    return context.html(
      thanks(view, standingSaid(view), mayAnswerAnew(view) ? activationPaths.offer(view.token) : undefined),
    )
  })

  /** The short way from a text to the same page. */
  app.get('/o/:code', async (context) => {
    const offerId = readIdCode<OfferId>(deps.secrets, 'short offer link', context.req.param('code'))
    const regionId = offerId === null ? null : await regionOfOffer(deps.db, offerId)
    if (offerId === null || regionId === null) return nothing(context)
    const offer = await deps.db.read({ kind: 'system', regionId }, (reader) => loadOffer(reader, offerId))
    const token = offerToken(deps.secrets, regionId, offerId, offer!.closes)
    return context.redirect(activationPaths.offer(token), 303)
  })

  app.post('/offers/:token/release', async (context) => {
    const found = await load(context, context.req.param('token'))
    if (found === null) return nothing(context)
    const result = await released(deps.db, found.actor, found.view.offer.id)
    if (!result.ok) return context.html(told(found.view, result), statusOf[result.kind])
    return context.redirect(activationPaths.offer(found.view.token), 303)
  })

  app.post('/offers/:token/withdrawal', async (context) => {
    const found = await load(context, context.req.param('token'))
    if (found === null) return nothing(context)
    const result = await withdraw(deps.db, found.actor, found.view.offer.id)
    if (!result.ok) return context.html(told(found.view, result), statusOf[result.kind])
    return context.redirect(activationPaths.answered(found.view.token), 303)
  })

  const told = ({ chrome, lang, token }: Answered, problem: Problem<ActivationCode>) => (
    <OfferTold chrome={chrome} lang={lang} token={token} title={offerWords[lang].unchanged}>
      {problemWords[lang][problem.code]}
    </OfferTold>
  )
  return app
}
