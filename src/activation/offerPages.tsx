import { Hono } from 'hono'
import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db.server.ts'
import { formOf } from '../platform/http.server.ts'
import { type Problem, statusOf } from '../platform/problem.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { loadAgencies, loadRegion } from '../region/index.server.ts'
import type { Chrome } from '../ui/chrome.ts'
import { readField } from '../ui/moment.ts'
import { answerOffer, withdraw } from './answer.server.ts'
import { OfferPage, OfferTold, type OfferView, SeatedPage } from './OfferPage.tsx'
import { readOfferToken } from './offerLink.server.ts'
import { planOfOffer } from './planStore.server.ts'
import type { ActivationCode } from './problems.ts'
import { problemWords } from './teamWords.ts'

export type OfferDeps = { readonly db: Db; readonly secrets: Secrets; readonly chrome: Chrome }

/** The answer page: reached by the link of one offer, acts only on a POST, asks for no sign-in. */
export function offerRoutes(deps: OfferDeps): Hono {
  const app = new Hono()

  const load = async (token: string): Promise<{ view: OfferView; actor: Actor } | null> => {
    const link = readOfferToken(deps.secrets, token)
    if (link === null) return null
    const system: Actor = { kind: 'system', regionId: link.regionId }
    return await deps.db.read(system, async (reader) => {
      const plan = await planOfOffer(reader, link.offerId)
      const offer = plan?.offers.find((one) => one.id === link.offerId)
      if (plan === null || offer === undefined || Temporal.Instant.compare(reader.now, link.expiresAt) >= 0)
        return null
      const agency = (await loadAgencies(reader)).find((one) => one.id === plan.agencyId)!
      const view = {
        chrome: deps.chrome,
        region: await loadRegion(reader),
        agency,
        plan,
        offer,
        token,
        now: reader.now,
      }
      return { view, actor: { kind: 'member', memberId: offer.memberId, regionId: link.regionId } }
    })
  }

  const nothing = (
    <OfferTold chrome={deps.chrome} title="This link has nothing to answer any more">
      It may have been answered, have run out, or be incomplete. If you expected an offer, open the newest
      message or phone the team.
    </OfferTold>
  )
  const thanks = (text: string) => (
    <OfferTold chrome={deps.chrome} title="Thank you" tone="ok">
      {text}
    </OfferTold>
  )

  const page = (view: OfferView) => {
    if (view.plan.seats.some((seat) => seat.taken?.offerId === view.offer.id) && view.plan.end === null)
      return <SeatedPage {...view} />
    if (view.plan.end !== null) return thanks('This call-out has ended. There is nothing to do.')
    if (view.offer.answer !== null) return thanks('Your answer is noted. There is nothing more to do.')
    if (view.offer.stoodDown) return thanks('The team is complete. You are not needed this time.')
    return <OfferPage {...view} />
  }

  app.get('/offers/:token', async (context) => {
    const found = await load(context.req.param('token'))
    return found === null ? context.html(nothing, 404) : context.html(page(found.view))
  })

  app.post('/offers/:token', async (context) => {
    const found = await load(context.req.param('token'))
    if (found === null) return context.html(nothing, 404)
    const { view, actor } = found
    const typed = await formOf(context.req)
    const again = (field: string | null, message: string, status: 400 | 401 | 403 | 404 | 409 | 429) =>
      context.html(<OfferPage {...view} problem={{ field, message }} typed={typed} />, status)
    const choice = (['coming', 'coming_from', 'not_this_time'] as const).find((one) => one === typed.choice)
    if (choice === undefined) return again(null, 'Choose one of the three answers.', 400)
    const unanswered = typed.conflict !== 'yes' && typed.conflict !== 'no'
    if (unanswered && choice !== 'not_this_time')
      return again('conflict', problemWords.conflict_unanswered, 400)
    const fromAt = choice === 'coming_from' ? readField(typed.fromAt ?? '', view.region.timeZone) : null
    const answer = { conflict: typed.conflict === 'yes', choice, fromAt }
    const result = await answerOffer(deps.db, actor, view.offer.id, answer)
    if (!result.ok) {
      if (result.kind === 'invalid') return again(result.field ?? null, problemWords[result.code], 400)
      return context.html(told(result), statusOf[result.kind])
    }
    if (result.value.kind === 'seated') return context.redirect(`/offers/${view.token}`, 303)
    const filled = 'The seat was filled a moment ago. Thank you for being ready.'
    return context.html(
      thanks(
        result.value.kind === 'filled'
          ? filled
          : 'Your answer is noted. No reason is asked, and none is kept.',
      ),
    )
  })

  app.post('/offers/:token/withdrawal', async (context) => {
    const found = await load(context.req.param('token'))
    if (found === null) return context.html(nothing, 404)
    const result = await withdraw(deps.db, found.actor, found.view.offer.id)
    if (!result.ok) return context.html(told(result), statusOf[result.kind])
    return context.html(thanks('You have stepped back. We are asking somebody else now.'))
  })

  const told = (problem: Problem<ActivationCode>) => (
    <OfferTold chrome={deps.chrome} title="Nothing was changed" tone="info">
      {problemWords[problem.code]}
    </OfferTold>
  )
  return app
}
