import { incidentWords } from '../incident/index.ts'
import type { AccountId } from '../platform/ids.ts'
import { Card, EmptyState } from '../ui/card.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import { DefinitionList } from '../ui/facts.tsx'
import type { Language } from '../ui/language.ts'
import { near } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { Columns, PageHead } from '../ui/pageHead.tsx'
import { tel } from '../ui/path.ts'
import { takenBy } from './alertState.ts'
import { History } from './BoardState.tsx'
import { boardWords } from './boardWords.ts'
import { ContactForm, OutcomeForm } from './ContactForm.tsx'
import { liveId } from './liveShape.ts'
import { PlanCard } from './PlanCard.tsx'
import { Postvention } from './Postvention.tsx'
import { Preview, Withheld } from './Preview.tsx'
import { activationPaths } from './paths.ts'
import { postventionSteps } from './postvention.ts'
import { StageTag } from './StageTag.tsx'
import { TakeRequest } from './TakeRequest.tsx'
import { Told } from './Told.tsx'
import type { ActivationView, IncidentView } from './view.ts'

export type BoardProps = {
  view: ActivationView
  lang: Language
  errors: readonly FieldError[]
  typed: Readonly<Record<string, string>>
  /** Who looks. */
  viewer: AccountId | null
}
export type IncidentBoardProps = BoardProps & { view: IncidentView }
type ViewProps = Pick<IncidentBoardProps, 'view' | 'lang'>

/** One activation of an incident: what was asked, whom we spoke to, the plans and their teams, what happened. */
export const ActivationBoard = (props: IncidentBoardProps) => {
  const { view, lang, errors } = props
  const { region, activation, incident, now } = view
  const say = boardWords[lang]
  const words = incidentWords[lang]
  const at = (moment: Temporal.Instant) => near(moment, now, region.timeZone, lang)
  const agency = activation.request === null ? null : view.agencies.get(activation.request.agencyId)
  // The steps of a postvention plan stand on their own card.
  const advice = view.assessment.advice.filter(({ code }) => !postventionSteps.some((step) => step === code))
  const nothing = view.assessment.outcome === 'nothing'
  const aside = view.alert.aside.some((one) => one.accountId === props.viewer)
  const over = [
    say.numbered(String(activation.number).padStart(4, '0')),
    activation.request === null ? say.fromImport : say.requested(at(activation.request.receivedAt)),
    ...(activation.contact === null ? [] : [say.spoke(at(activation.contact.spokenAt))]),
    ...(agency ? [agency.name] : []),
  ].join(' · ')
  return (
    <>
      <PageHead
        over={over}
        title={`${words.kind[incident.kind]} · ${incident.town}`}
        aside={
          <div id={liveId.stage}>
            <StageTag {...view} lang={lang} />
          </div>
        }
      />
      <ErrorSummary lang={lang} errors={errors} />
      {view.twins.map((twin) => (
        <Notice key={twin.id} tone="amber">
          {say.twin}{' '}
          <a href={activationPaths.activation(region.slug, twin.id)}>
            {say.numbered(String(twin.number).padStart(4, '0'))}
          </a>
        </Notice>
      ))}
      {activation.outcome === null && props.viewer !== null ? (
        <TakeRequest view={view} alert={view.alert} viewer={props.viewer} lang={lang} />
      ) : null}
      {activation.contact === null && activation.outcome === null && takenBy(view.alert) === props.viewer ? (
        <ContactForm {...props} />
      ) : null}
      <Columns
        main={
          <>
            {view.plans.map((plan) => (
              <PlanCard key={plan.id} plan={plan} {...props} />
            ))}
            {activation.contact === null ? <Preview view={view} lang={lang} /> : null}
            {activation.contact !== null && view.plans.length === 0 ? (
              <EmptyState title={nothing ? say.nothingTitle : say.noPlanTitle}>{say.noPlan}</EmptyState>
            ) : null}
            {activation.outcome === null ? <Withheld view={view} lang={lang} /> : null}
          </>
        }
        aside={
          <>
            <Postvention view={view} lang={lang} />
            <Known view={view} lang={lang} />
            <Told view={view} lang={lang} aside={aside} />
            <Card title={say.adviceTitle} tone="aside">
              <ul class="plain">
                {advice.map((reason) => (
                  <li key={reason.code}>{words.reason[reason.code]}</li>
                ))}
              </ul>
            </Card>
            <div id={liveId.timeline}>
              <History view={view} lang={lang} />
            </div>
            {activation.outcome === null && !aside ? <OutcomeForm {...props} /> : null}
          </>
        }
      />
    </>
  )
}

const Known = ({ view, lang }: ViewProps) => {
  const { region, activation, incident, now } = view
  const say = boardWords[lang]
  const at = (moment: Temporal.Instant) => near(moment, now, region.timeZone, lang)
  const facts = [
    { term: say.happened, detail: at(incident.occurredAt) },
    { term: say.over, detail: incident.overAt === null ? say.goesOn : at(incident.overAt) },
    ...incident.groups.map((group) => ({
      term: incidentWords[lang].role[group.role],
      detail: [say.people(group.count), view.agencies.get(group.agencyId)?.name ?? []].flat().join(', '),
    })),
  ]
  const { request } = activation
  const callBack =
    request === null ? null : (
      <>
        {request.requesterName}, <a href={tel(request.callbackPhone)}>{request.callbackPhone}</a>
      </>
    )
  return (
    <Card title={say.knownTitle}>
      <DefinitionList
        facts={callBack === null ? facts : [...facts, { term: say.callBack, detail: callBack }]}
      />
    </Card>
  )
}
