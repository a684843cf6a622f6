import {
  type AidRequest,
  activationPaths,
  aidWords,
  bookingTeamWords,
  type IncidentActivation,
  type PlanStage,
  type PlanState,
  planStageWords,
  stageOf,
} from '../activation/index.ts'
import { type CriticalIncident, incidentWords } from '../incident/index.ts'
import { followUpWords, interventionPaths } from '../intervention/index.ts'
import type { IncidentId } from '../platform/ids.ts'
import { type HandOverNote, handOverWords, rosterPaths } from '../roster/index.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Card, EmptyState } from '../ui/card.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import { inSentence } from '../ui/language.ts'
import { dayAndClock, duration, near } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead, Section } from '../ui/pageHead.tsx'
import { Tag, Tags, type Tone } from '../ui/tag.tsx'
import { BookingsAhead, type BookingsProps, BookingsToAnswer } from './Bookings.tsx'
import { deskPaths } from './paths.ts'
import { setUpWords } from './setUpWords.ts'
import { navWords, teamWords } from './teamWords.ts'

type Props = BookingsProps & {
  /** Activations of incidents that have not ended. */
  open: readonly IncidentActivation[]
  incidents: ReadonlyMap<IncidentId, CriticalIncident>
  /** Imported calls that nobody has looked at yet. */
  waiting: readonly CriticalIncident[]
  /** Times ahead in which nobody coordinates. */
  gaps: readonly unknown[]
  /** Nobody is on the roster yet, and this person may bring them in. */
  unready: boolean
  /** Follow-ups that are late. */
  late: number
  /** What neighbouring teams ask of this one. */
  aid: readonly AidRequest[]
  /** What coordinators left the next ones; empty for everybody else. */
  notes: readonly HandOverNote[]
}

const whatOf = ({ lang, incidents }: Props, activation: IncidentActivation) => {
  const incident = incidents.get(activation.incidentId)!
  return `${incidentWords[lang].kind[incident.kind]}, ${incident.town}`
}

/** What needs a hand now. */
export const TodayPage = (props: Props) => {
  const { lang, region, now, open, waiting } = props
  const callBack = open.filter((one) => one.contact === null)
  return (
    <>
      <PageHead title={navWords[lang].today} lead={dayAndClock(now, region.timeZone, lang)} />
      {props.unready ? (
        <Notice tone="amber">
          {setUpWords[lang].unready}{' '}
          <a href={deskPaths.setUpStep(region.slug, 'agencies')}>{setUpWords[lang].unreadySee}</a>
        </Notice>
      ) : null}
      <p>
        <a href={activationPaths.newRequest(region.slug)}>{teamWords[lang].onThePhone}</a>
        <br />
        <a href={activationPaths.newBooking(region.slug)}>{bookingTeamWords[lang].write}</a>
      </p>
      {callBack.length > 0 ? <CallBack {...props} open={callBack} /> : null}
      <Aid {...props} />
      <BookingsToAnswer {...props} />
      <Running {...props} open={open.filter((one) => one.contact !== null)} />
      <BookingsAhead {...props} />
      {props.notes.length > 0 ? <Notes {...props} /> : null}
      {waiting.length > 0 ? <MayQualify {...props} /> : null}
      {props.late > 0 ? (
        <Notice tone="amber">
          {followUpWords[lang].lateToday(props.late)}{' '}
          <a href={interventionPaths.followUps(region.slug)}>{followUpWords[lang].see}</a>
        </Notice>
      ) : null}
      {props.gaps.length > 0 ? (
        <Notice tone="amber">
          {teamWords[lang].gaps(props.gaps.length)}{' '}
          <a href={rosterPaths.onCall(region.slug)}>{teamWords[lang].gapsSee}</a>
        </Notice>
      ) : null}
    </>
  )
}

const stageTones: Record<PlanStage, Tone> = {
  proposed: 'amber',
  filling: 'amber',
  filled: 'ok',
  closed: 'ok',
  cancelled: 'neutral',
  window_closed: 'neutral',
}

const Aid = ({ lang, region, now, aid }: Props) => {
  const say = aidWords[lang]
  const line = (one: AidRequest) => {
    if (one.answer === null) return say.todayAsks(one.from)
    if (one.accepted && one.answer.name !== null)
      return say.todayGoes(one.answer.name, one.from, near(one.startsAt, now, region.timeZone, lang))
    return say.todayOffered(one.from)
  }
  return (
    <>
      {aid
        .filter((one) => one.answer?.code !== 'not_this_time')
        .map((one) => (
          <Notice key={one.id} tone={one.answer === null ? 'amber' : 'info'}>
            {line(one)} <a href={activationPaths.aid(region.slug, one.id)}>{say.look}</a>
          </Notice>
        ))}
    </>
  )
}

const CallBack = (props: Props) => {
  const { lang, region, now, open } = props
  const waited = (one: IncidentActivation) => duration(now.since(one.openedAt).total('minutes'), lang)
  return (
    <Card title={teamWords[lang].callBack} tone="amber">
      <ul class="plain">
        {open.map((one) => (
          <li key={one.id}>
            <a href={activationPaths.activation(region.slug, one.id)}>{whatOf(props, one)}</a>{' '}
            <span class="muted small">{teamWords[lang].waitingFor(waited(one))}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const Running = (props: Props) => {
  const { lang, region, open, plans } = props
  const say = teamWords[lang]
  const planLine = (plan: PlanState) =>
    say.plan(incidentWords[lang].typeShort[plan.type], inSentence(planStageWords[lang][stageOf(plan)]))
  return (
    <Section title={say.running}>
      <DataTable
        caption={say.runningCaption}
        captionHidden
        columns={[{ label: say.activation }, { label: say.what }, { label: say.plans }]}
        empty={<EmptyState title={say.nothingTitle}>{say.nothing}</EmptyState>}
        rows={open.map((one) => ({
          key: one.id,
          cells: [
            <a href={activationPaths.activation(region.slug, one.id)}>
              {String(one.number).padStart(4, '0')}
            </a>,
            whatOf(props, one),
            <Tags>
              {(plans.get(one.id) ?? []).map((plan) => (
                <Tag key={plan.id} tone={stageTones[stageOf(plan)]}>
                  {planLine(plan)}
                </Tag>
              ))}
            </Tags>,
          ],
        }))}
      />
    </Section>
  )
}

const Notes = ({ lang, region, now, notes }: Props) => (
  <Section title={handOverWords[lang].title}>
    {notes.map((one) => (
      <Card key={one.id}>
        <p class="as-typed">{one.note}</p>
        <p class="muted small">{near(one.writtenAt, now, region.timeZone, lang)}</p>
      </Card>
    ))}
    <p>
      <a href={rosterPaths.onCall(region.slug)}>{teamWords[lang].notesKeep}</a>
    </p>
  </Section>
)

const MayQualify = ({ lang, region, now, waiting }: Props) => {
  const say = teamWords[lang]
  return (
    <Section title={say.mayQualify}>
      <p class="muted">{say.mayQualifyLead}</p>
      <DataTable
        caption={say.mayQualifyCaption}
        captionHidden
        columns={[{ label: say.number }, { label: say.when }, { label: say.town }, { label: say.step }]}
        rows={waiting.slice(0, 30).map((incident) => ({
          key: incident.id,
          cells: [
            incident.number ?? '',
            near(incident.occurredAt, now, region.timeZone, lang),
            incident.town,
            <Actions>
              <form method="post" action={activationPaths.confirmation(region.slug, incident.id)}>
                <Button>{say.confirm}</Button>
              </form>
              <form method="post" action={activationPaths.adviceOnly(region.slug, incident.id)}>
                <Button look="quiet">{say.adviceOnly}</Button>
              </form>
            </Actions>,
          ],
        }))}
      />
    </Section>
  )
}
