import { helpWithWords, type OwnCall, offerWords } from '../activation/index.ts'
import { incidentWords } from '../incident/index.ts'
import { rosterPaths } from '../roster/index.ts'
import { LinkButton } from '../ui/button.tsx'
import { Card, EmptyState } from '../ui/card.tsx'
import { DefinitionList } from '../ui/facts.tsx'
import { clock, near } from '../ui/moment.ts'
import { Tag } from '../ui/tag.tsx'
import type { TodayProps } from './todayView.ts'
import { todayWords } from './todayWords.ts'

/** Each offer that waits for this member, with the way to its answer. None is said, for silence would make them wonder. */
export const TodayOffers = ({ lang, view }: TodayProps) => {
  const { region, now, own } = view
  if (own === null) return null
  const say = todayWords[lang]
  const asks = offerWords[lang]
  if (own.calls.asked.length === 0)
    return own.calls.seats.length > 0 ? null : (
      <EmptyState title={say.nobodyAsks} action={<a href={rosterPaths.reach(region.slug)}>{say.reachSee}</a>}>
        <p>{say.nobodyAsksLead}</p>
      </EmptyState>
    )
  const facts = ({ plan, offer, agency }: OwnCall) => [
    { term: asks.when, detail: near(plan.approval.startsAt, now, region.timeZone, lang) },
    {
      term: asks.where,
      detail: `${asks.place(plan.approval.place, agency.town)} · ${asks.fromYou(offer.travelMinutes)}`,
    },
    { term: asks.youAs, detail: incidentWords[lang].seat[offer.kind] },
  ]
  return (
    <>
      {own.calls.asked.map((one) => (
        <Card key={one.offer.id} tone="amber" title={helpWithWords[lang][one.plan.type]}>
          <Tag tone="amber">{asks.answerBy(clock(one.offer.answerBy, region.timeZone, lang))}</Tag>
          <DefinitionList facts={facts(one)} />
          <LinkButton look="primary" wide href={own.links.get(one.offer.id)!}>
            {say.answerFor(one.agency.name)}
          </LinkButton>
        </Card>
      ))}
    </>
  )
}
