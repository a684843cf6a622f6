import { incidentWords } from '../incident/index.ts'
import { Card } from '../ui/card.tsx'
import { ErrorSummary } from '../ui/errorSummary.tsx'
import { DefinitionList } from '../ui/facts.tsx'
import { near } from '../ui/moment.ts'
import { Columns, PageHead } from '../ui/pageHead.tsx'
import { tel } from '../ui/path.ts'
import type { BoardProps } from './ActivationPage.tsx'
import { History } from './BoardState.tsx'
import { boardWords } from './boardWords.ts'
import { audienceOf } from './booking.ts'
import { bookingTeamWords } from './bookingTeamWords.ts'
import { bookingKindWords } from './bookingWords.ts'
import { ContactForm, OutcomeForm } from './ContactForm.tsx'
import { liveId } from './liveShape.ts'
import { PlanCard } from './PlanCard.tsx'
import { StageTag } from './StageTag.tsx'
import type { BookedView } from './view.ts'

export type BookedProps = BoardProps & { view: BookedView }

/** One booking: nothing rings and nothing is assessed; what was wished, the call to the agency, the one plan. */
export const BookingBoard = (props: BookedProps) => {
  const { view, lang, errors } = props
  const { region, activation, now } = view
  const say = boardWords[lang]
  const words = bookingTeamWords[lang]
  const at = (moment: Temporal.Instant) => near(moment, now, region.timeZone, lang)
  const { booking, contact, outcome } = activation
  const over = [
    say.numbered(String(activation.number).padStart(4, '0')),
    words.booked(at(activation.openedAt)),
    ...(contact === null ? [] : [say.spoke(at(contact.spokenAt))]),
  ].join(' · ')
  return (
    <>
      <PageHead
        over={over}
        title={`${bookingKindWords[lang][booking.kind]} · ${view.agencies.get(booking.agencyId)!.name}`}
        aside={
          <div id={liveId.stage}>
            <StageTag {...view} lang={lang} />
          </div>
        }
      />
      <ErrorSummary lang={lang} errors={errors} />
      {contact === null && outcome === null ? <ContactForm {...props} /> : null}
      <Columns
        main={
          <>
            {view.plans.map((plan) => (
              <PlanCard key={plan.id} plan={plan} {...props} />
            ))}
            {contact === null ? <Booked {...props} /> : null}
          </>
        }
        aside={
          <>
            {contact === null ? null : <Booked {...props} />}
            <div id={liveId.timeline}>
              <History view={view} lang={lang} />
            </div>
            {outcome === null ? <OutcomeForm {...props} /> : null}
          </>
        }
      />
    </>
  )
}

const Booked = ({ view, lang }: BookedProps) => {
  const { region, activation, now } = view
  const say = bookingTeamWords[lang]
  const at = (moment: Temporal.Instant) => near(moment, now, region.timeZone, lang)
  const { booking, request } = activation
  return (
    <Card title={say.what}>
      <DefinitionList
        facts={[
          {
            term: say.listeners,
            detail: `${incidentWords[lang].role[audienceOf[booking.kind]]}, ${boardWords[lang].people(booking.people)}`,
          },
          { term: say.wished, detail: at(booking.wishedAt) },
          ...(booking.wishedElse === null ? [] : [{ term: say.wishedElse, detail: at(booking.wishedElse) }]),
          { term: say.where, detail: booking.place },
          ...(request === null
            ? []
            : [
                {
                  term: say.reach,
                  detail: (
                    <>
                      {request.requesterName},{' '}
                      <a href={tel(request.callbackPhone)}>{request.callbackPhone}</a>
                    </>
                  ),
                },
              ]),
        ]}
      />
    </Card>
  )
}
