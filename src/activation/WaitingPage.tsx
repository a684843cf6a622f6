import { Button } from '../ui/button.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import { OfferFrame, type OfferView } from './OfferPage.tsx'
import { offerWords } from './offerWords.ts'
import { activationPaths } from './paths.ts'
import { standingSaid } from './standingWords.ts'

/** They said yes, and there is no seat for them yet: what that means, and the way out. */
export const WaitingPage = (view: OfferView) => {
  const { lang } = view
  const say = offerWords[lang]
  return (
    <OfferFrame {...view} title={say.thanks}>
      <PageHead title={say.thanks} lead={standingSaid(view)} />
      <form method="post" action={activationPaths.offer(view.token)}>
        <Button look="quiet" wide name="choice" value="not_this_time">
          {say.notThisTime}
        </Button>
        <p class="muted small">{say.noReason}</p>
      </form>
    </OfferFrame>
  )
}
