import type { Region } from '../region/index.ts'
import type { Language } from '../ui/language.ts'
import { clock, near } from '../ui/moment.ts'
import { standingOf } from './answerStanding.ts'
import { offerWords } from './offerWords.ts'
import type { OfferState, PlanState } from './planState.ts'

type Stands = {
  readonly plan: PlanState
  readonly offer: OfferState
  readonly lang: Language
  readonly region: Pick<Region, 'timeZone'>
  readonly now: Temporal.Instant
}

/** What their answer came to, to whoever is not on the team; claims no answer that nobody gave. */
export function standingSaid({ plan, offer, lang, region, now }: Stands): string {
  const say = offerWords[lang]
  const standing = standingOf(plan, offer)
  if (standing.kind === 'from') return say.notedFrom(near(standing.at, now, region.timeZone, lang))
  if (standing.kind === 'next') return say.next(clock(standing.until, region.timeZone, lang))
  if (standing.kind === 'waits') return say.notAfterAllLead
  if (standing.kind === 'complete') return say.complete
  if (standing.kind === 'hold_over') return say.holdOver
  if (standing.kind === 'refused') return say.notNeeded
  return standing.kind === 'left' ? say.steppedBack : say.noted
}
