import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { near } from '../ui/moment.ts'
import { PageHead } from '../ui/pageHead.tsx'
import { Tag } from '../ui/tag.tsx'
import { OfferFrame, type OfferView } from './OfferPage.tsx'
import { offerWords } from './offerWords.ts'
import { activationPaths } from './paths.ts'
import { askedFor } from './session.ts'

/** A seat is kept until their shift lets them go; what their supervisor may read has no content. */
export const HeldPage = (view: OfferView & { until: Temporal.Instant }) => {
  const { lang, region, now, plan, until } = view
  const say = offerWords[lang]
  const { from, to, briefed } = askedFor(plan, view.offer, view.briefingMinutes, now)
  const zone = region.timeZone
  return (
    <OfferFrame {...view} title={say.held}>
      <Tag tone="amber">{say.heldUntil(near(until, now, zone, lang))}</Tag>
      <PageHead title={say.heldTitle} lead={say.heldLead} />
      <form method="post" action={activationPaths.release(view.token)}>
        <Button look="primary" wide>
          {say.released}
        </Button>
      </form>
      <form method="post" action={activationPaths.withdrawal(view.token)}>
        <Button look="quiet" wide>
          {say.notReleased}
        </Button>
      </form>
      <Card title={say.noteTitle}>
        <p class="muted small">{say.noteLead}</p>
        <blockquote>
          <p>
            {say.note(region.name, near(from, now, zone, lang), near(to, now, zone, lang), region.teamPhone)}
          </p>
          <p class="muted">{briefed ? say.noteSpan : say.noteSpanAlone}</p>
        </blockquote>
      </Card>
    </OfferFrame>
  )
}
