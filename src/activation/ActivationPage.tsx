import { incidentWords } from '../incident/index.ts'
import { Button } from '../ui/button.tsx'
import { Card, EmptyState } from '../ui/card.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import { DefinitionList } from '../ui/facts.tsx'
import { DateTimeField, Select } from '../ui/inputs.tsx'
import { clock, fieldValue, near } from '../ui/moment.ts'
import { Columns, PageHead, Section } from '../ui/pageHead.tsx'
import { tel } from '../ui/path.ts'
import { Tag } from '../ui/tag.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { PlanCard } from './PlanCard.tsx'
import { activationPaths } from './paths.ts'
import { timelineOf } from './timeline.ts'
import type { ActivationView } from './view.ts'

export const contactRoles = [
  'chief or deputy',
  'shift commander',
  'supervisor',
  'peer coordinator of the agency',
  'dispatch supervisor',
] as const

type Props = { view: ActivationView; errors: readonly FieldError[]; typed: Readonly<Record<string, string>> }

/** One activation: what was asked, whom we spoke to, the plans and their teams, what happened. */
export const ActivationBoard = ({ view, errors, typed }: Props) => {
  const { region, activation, incident, now } = view
  const words = incidentWords.en
  const name = (id: Parameters<ActivationView['members']['get']>[0]) =>
    view.members.get(id)?.name ?? 'somebody'
  const agency = activation.request === null ? null : view.agencies.get(activation.request.agencyId)
  const over = [
    `Activation ${String(activation.number).padStart(4, '0')}`,
    activation.request === null
      ? 'from an import'
      : `requested ${near(activation.request.receivedAt, now, region.timeZone, 'en')}`,
    ...(activation.contact === null
      ? []
      : [`spoke to the agency ${near(activation.contact.spokenAt, now, region.timeZone, 'en')}`]),
    ...(agency ? [agency.name] : []),
  ].join(' · ')
  return (
    <>
      <PageHead
        over={over}
        title={`${words.kind[incident.kind]} · ${incident.town}`}
        aside={<StageTag view={view} />}
      />
      <ErrorSummary lang="en" errors={errors} />
      {activation.contact === null && activation.outcome === null ? (
        <ContactForm view={view} typed={typed} errors={errors} />
      ) : null}
      <Columns
        main={
          <>
            {view.plans.map((plan) => (
              <PlanCard key={plan.id} plan={plan} view={view} errors={errors} typed={typed} />
            ))}
            {activation.contact === null ? <Preview view={view} /> : null}
            {activation.contact !== null && view.plans.length === 0 ? (
              <EmptyState title="No group plan">
                The rules propose no session in a group for this. The advice beside is the answer: one-to-one
                is always open.
              </EmptyState>
            ) : null}
          </>
        }
        aside={
          <>
            <Card title="What we know">
              <DefinitionList
                facts={[
                  { term: 'Happened', detail: near(incident.occurredAt, now, region.timeZone, 'en') },
                  {
                    term: 'Over',
                    detail:
                      incident.overAt === null
                        ? 'still going on'
                        : near(incident.overAt, now, region.timeZone, 'en'),
                  },
                  ...incident.groups.map((group) => ({
                    term: words.role[group.role],
                    detail: `about ${group.count}, ${view.agencies.get(group.agencyId)?.name ?? ''}`,
                  })),
                  ...(activation.request === null
                    ? []
                    : [
                        {
                          term: 'Call back',
                          detail: (
                            <>
                              {activation.request.requesterName},{' '}
                              <a href={tel(activation.request.callbackPhone)}>
                                {activation.request.callbackPhone}
                              </a>
                            </>
                          ),
                        },
                      ]),
                ]}
              />
            </Card>
            <Card title="Advice" tone="aside">
              <ul class="plain">
                {view.assessment.advice.map((reason) => (
                  <li key={reason.code}>{words.reason[reason.code]}</li>
                ))}
              </ul>
            </Card>
            <Section title="Timeline">
              <Timeline
                entries={timelineOf(activation, view.plans, name).map((entry, index) => ({
                  time: clock(entry.at, region.timeZone, 'en'),
                  datetime: `${entry.at.toString()}#${index}`.replace(/#\d+$/, (mark) =>
                    index === 0 ? '' : mark,
                  ),
                  what: entry.what,
                }))}
              />
            </Section>
            {activation.outcome === null ? <OutcomeForm view={view} /> : null}
          </>
        }
      />
    </>
  )
}

const StageTag = ({ view }: { view: ActivationView }) => {
  const { activation, plans } = view
  if (activation.outcome !== null) return <Tag>Closed</Tag>
  if (activation.contact === null) return <Tag tone="amber">Call back</Tag>
  const open = plans.filter((plan) => plan.end === null)
  const seats = open.flatMap((plan) => (plan.approval === null ? [] : plan.seats))
  const taken = seats.filter((seat) => seat.taken !== null).length
  if (seats.length === 0) return <Tag tone="amber">To approve</Tag>
  return taken === seats.length ? (
    <Tag tone="ok">Filled</Tag>
  ) : (
    <Tag tone="amber">{`Filling · ${taken} of ${seats.length}`}</Tag>
  )
}

/** Nothing is called out before this is recorded. */
const ContactForm = ({ view, typed, errors }: Props) => {
  const { region, activation, incident, now } = view
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  return (
    <Card title="Call back first" tone="amber">
      <p>Nobody is called out before a coordinator has spoken to the agency.</p>
      {activation.request === null ? null : (
        <p>
          Call {activation.request.requesterName}:{' '}
          <a href={tel(activation.request.callbackPhone)}>{activation.request.callbackPhone}</a>
        </p>
      )}
      <form method="post" action={activationPaths.contact(region.slug, activation.id)} novalidate>
        <Select
          name="role"
          label="I spoke to (role, not name)"
          required
          lang="en"
          value={typed.role}
          error={errorOf('role')}
          options={contactRoles.map((role) => ({ value: role, label: role }))}
        />
        <DateTimeField
          name="spokenAt"
          label="At"
          required
          zone={clock(now, region.timeZone, 'en').split(' ').at(-1)!}
          value={typed.spokenAt ?? fieldValue(now, region.timeZone)}
          error={errorOf('spokenAt')}
        />
        <DateTimeField
          name="overAt"
          label="Over for them since"
          hint="Leave empty while it still goes on. The windows count from here."
          zone={clock(now, region.timeZone, 'en').split(' ').at(-1)!}
          value={
            typed.overAt ?? (incident.overAt === null ? '' : fieldValue(incident.overAt, region.timeZone))
          }
          error={errorOf('overAt')}
        />
        <Button look="primary">I spoke to the agency</Button>
      </form>
    </Card>
  )
}

/** What the rules would propose right now, to have at hand while on the phone. */
const Preview = ({ view }: { view: ActivationView }) => (
  <Section title="What this may call for">
    {view.assessment.proposals.map((proposal) => (
      <Card
        key={`${proposal.target.agencyId}${proposal.target.role}`}
        title={incidentWords.en.typeShort[proposal.type]}
      >
        <p>
          {incidentWords.en.role[proposal.target.role]}, about {proposal.target.count},{' '}
          {view.agencies.get(proposal.target.agencyId)?.name} · closes{' '}
          {near(proposal.timing.closes, view.now, view.region.timeZone, 'en')}
        </p>
        <p class="muted small">
          {proposal.reasons.map((reason) => incidentWords.en.reason[reason.code]).join(' ')}
        </p>
      </Card>
    ))}
    {view.assessment.proposals.length === 0 ? <p>No session in a group. See the advice.</p> : null}
  </Section>
)

const OutcomeForm = ({ view }: { view: ActivationView }) => (
  <Card title="End without a team">
    <form method="post" action={activationPaths.outcome(view.region.slug, view.activation.id)} novalidate>
      <Select
        name="code"
        label="Outcome"
        lang="en"
        options={[
          { value: 'advice_only', label: 'Advice only' },
          { value: 'referred_elsewhere', label: 'Referred elsewhere' },
          { value: 'declined', label: 'Declined' },
        ]}
      />
      <Button look="quiet">End this activation</Button>
    </form>
  </Card>
)
