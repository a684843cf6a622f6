import { Button } from '../ui/button.tsx'
import { clock } from '../ui/moment.ts'
import { PageHead } from '../ui/pageHead.tsx'
import { OfferFrame, type OfferView } from './OfferPage.tsx'
import { offerWords } from './offerWords.ts'
import { activationPaths } from './paths.ts'
import { keptUntil } from './waitingYes.ts'

/** They said yes, and there is no seat for them yet: what that means, and the way out. */
export const WaitingPage = (view: OfferView) => {
  const { lang, plan, offer } = view
  const say = offerWords[lang]
  const kept = offer.answer?.code === 'coming' ? keptUntil(plan, offer.kind) : null
  return (
    <OfferFrame {...view} title={say.thanks}>
      <PageHead
        title={say.thanks}
        lead={kept === null ? say.notAfterAllLead : say.next(clock(kept, view.region.timeZone, lang))}
      />
      <form method="post" action={activationPaths.offer(view.token)}>
        <Button look="quiet" wide name="choice" value="not_this_time">
          {say.notThisTime}
        </Button>
        <p class="muted small">{say.noReason}</p>
      </form>
    </OfferFrame>
  )
}
