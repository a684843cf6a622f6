import { incidentWords } from '../incident/index.ts'
import { e164 } from '../messaging/index.ts'
import { Card } from '../ui/card.tsx'
import { DefinitionList } from '../ui/facts.tsx'
import { inSentence, type Language } from '../ui/language.ts'
import { dayAndClock, near } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { tel } from '../ui/path.ts'
import { briefedAt, hasLead } from './briefing.ts'
import type { BriefingFacts } from './briefingFacts.ts'
import { briefingWords, dressWords, weaponWords } from './briefingWords.ts'
import { cardTitle } from './cardWords.ts'
import { interventionPaths } from './paths.ts'

/** Where to be, when, in what, and whom to ask for: for the coordinator and for whoever goes. */
export const BriefingFactsCard = ({ facts, lang }: { facts: BriefingFacts; lang: Language }) => {
  const say = briefingWords[lang]
  const { plan, briefing, lead, agency, contact, region, now } = facts
  const at = (moment: Temporal.Instant) => near(moment, now, region.timeZone, lang)
  const { startsAt, place } = plan.approval!
  const leads = hasLead(plan)
  const briefs = briefedAt(plan, facts.minutesBefore, now)
  const number = (name: string, phone: string | null) =>
    phone === null ? (
      name
    ) : (
      <>
        {name}, <a href={tel(phone)}>{phone}</a>
      </>
    )
  return (
    <Card title={say.title}>
      {briefing?.changed ? <Notice tone="amber">{say.changed(at(briefing.at))}</Notice> : null}
      <DefinitionList
        facts={[
          { term: say.session, detail: dayAndClock(startsAt, region.timeZone, lang) },
          { term: say.where, detail: `${place}, ${facts.agency.town}` },
          {
            term: say.group,
            detail: say.groupOf(inSentence(incidentWords[lang].role[plan.role]), plan.count),
          },
          ...(leads ? [{ term: say.briefs, detail: briefs === null ? say.onceThere : at(briefs) }] : []),
          {
            term: leads ? say.lead : say.leadsThere,
            detail: lead === null ? say.leadOpen : number(lead.name, lead.phone),
          },
          { term: say.team, detail: facts.team.join(', ') || '–' },
          {
            term: say.contact,
            detail: (
              <>
                {agency.phone === null ? null : <p>{number(say.onFile(agency.name), agency.phone)}</p>}
                {contact === null ? (
                  say.noContact
                ) : (
                  <p>
                    {number(contact.name, sameNumber(agency.phone, contact.phone) ? null : contact.phone)}
                  </p>
                )}
              </>
            ),
          },
          ...(briefing === null
            ? [{ term: say.meeting, detail: say.missing }]
            : [
                { term: say.meeting, detail: briefing.meetingPoint },
                { term: say.parking, detail: briefing.parking || '–' },
                { term: say.dress, detail: dressWords[lang][briefing.dress] },
                { term: say.weapons, detail: weaponWords[lang][briefing.weapons] },
              ]),
          { term: say.bring, detail: say.bringList },
        ]}
      />
      <p>
        <a href={interventionPaths.card(region.slug, plan.type)}>
          {say.card}: {cardTitle(plan.type, lang)}
        </a>
      </p>
      {briefing !== null && !briefing.changed ? (
        <p class="muted small">{say.written(at(briefing.at))}</p>
      ) : null}
    </Card>
  )
}

function sameNumber(onFile: string | null, given: string): boolean {
  return onFile !== null && e164(onFile) === e164(given)
}
