import { type OwnSeat, offerWords } from '../activation/index.ts'
import { incidentWords } from '../incident/index.ts'
import { interventionPaths } from '../intervention/index.ts'
import { Actions, LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { DefinitionList } from '../ui/facts.tsx'
import { clock, near } from '../ui/moment.ts'
import { Section } from '../ui/pageHead.tsx'
import { Tag } from '../ui/tag.tsx'
import type { TodayProps } from './todayView.ts'
import { todayWords } from './todayWords.ts'

/** Where this member is expected: when, where, what to read first, and the way out. */
export const TodaySessions = ({ lang, view }: TodayProps) => {
  const { region, now, own } = view
  if (own === null || own.calls.seats.length === 0) return null
  const say = todayWords[lang]
  const asks = offerWords[lang]
  const facts = ({ plan: { approval }, agency, seat }: OwnSeat) => [
    { term: asks.when, detail: near(approval.startsAt, now, region.timeZone, lang) },
    { term: asks.where, detail: asks.place(approval.place, agency.town) },
    { term: asks.youAs, detail: incidentWords[lang].seat[seat.kind] },
  ]
  return (
    <Section title={say.sessions}>
      {own.calls.seats.map((one) => {
        const { plan, agency, seat } = one
        const kept = seat.taken?.heldUntil ?? null
        return (
          <Card
            key={seat.id}
            tone={kept === null ? 'plain' : 'amber'}
            title={say.session(incidentWords[lang].typeShort[plan.type], agency.name)}
          >
            <Tag tone={kept === null ? 'ok' : 'amber'}>
              {kept === null ? asks.on : say.keptUntil(clock(kept, region.timeZone, lang))}
            </Tag>
            <DefinitionList facts={facts(one)} />
            <Actions>
              <LinkButton
                look={kept === null ? 'primary' : 'plain'}
                href={interventionPaths.briefing(region.slug, plan.activationId, plan.id)}
              >
                {say.briefing(agency.name)}
              </LinkButton>
              <LinkButton look="quiet" href={interventionPaths.card(region.slug, plan.type)}>
                {say.card(incidentWords[lang].typeShort[plan.type])}
              </LinkButton>
              <LinkButton look={kept === null ? 'quiet' : 'primary'} href={own.links.get(one.offer.id)!}>
                {(kept === null ? say.stepBack : say.release)(agency.name)}
              </LinkButton>
            </Actions>
          </Card>
        )
      })}
    </Section>
  )
}
