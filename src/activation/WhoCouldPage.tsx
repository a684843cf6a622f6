import { incidentWords } from '../incident/index.ts'
import { Actions, Button, LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import { DateTimeField, Select } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { duration, fieldValue, near, zoneName } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead, Section } from '../ui/pageHead.tsx'
import { Seat, SeatBench } from '../ui/seats.tsx'
import { Allowed } from './Allowed.tsx'
import { ApprovalForm, placeFor } from './ApprovalForm.tsx'
import { AskNeighbour, type Neighbours } from './AskNeighbour.tsx'
import { type Allowable, allowanceReasons } from './allowance.ts'
import type { Chosen } from './compose.ts'
import { activationPaths } from './paths.ts'
import { planName } from './planName.ts'
import type { PlanState } from './planState.ts'
import { planWords } from './planWords.ts'
import type { Relaxation } from './relaxation.ts'
import { reasonsInWords } from './teamWords.ts'
import type { ActivationView } from './view.ts'
import type { WhoCould } from './whoCould.ts'
import { allowableWords, allowanceReasonWords, whoCouldWords } from './whoCouldWords.ts'

export type WhoCouldProps = {
  view: ActivationView
  plan: PlanState
  lang: Language
  typed: Readonly<Record<string, string>>
  errors: readonly FieldError[]
  /** Null while the start that was asked for can't be one. */
  answer: WhoCould | null
  neighbours: Neighbours
}

/** Before anybody is asked: who would come at one start, and what could give way where seats stay empty. */
export const WhoCouldPage = (props: WhoCouldProps) => {
  const { view, plan, lang, typed, errors, answer } = props
  const { slug, timeZone } = view.region
  const say = whoCouldWords[lang]
  const words = incidentWords[lang]
  const over = planWords[lang].title(
    planName(plan, lang),
    words.role[plan.role],
    view.agencies.get(plan.agencyId)!.name,
  )
  const paths = [slug, view.activation.id, plan.id] as const
  return (
    <>
      <PageHead
        over={over}
        title={say.title}
        lead={say.lead}
        aside={
          <Actions>
            <LinkButton look="quiet" href={activationPaths.activation(slug, view.activation.id)}>
              {say.back}
            </LinkButton>
          </Actions>
        }
      />
      <ErrorSummary lang={lang} errors={errors} />
      {plan.approval === null ? (
        <form method="get" action={activationPaths.whoCould(...paths)} novalidate>
          <DateTimeField
            name="startsAt"
            label={say.start}
            zone={zoneName(view.now, timeZone, lang)}
            value={typed.startsAt}
            error={errors.find((error) => error.field === 'startsAt')?.message}
            required
          />
          <Actions>
            <Button>{say.look}</Button>
          </Actions>
        </form>
      ) : null}
      {answer === null ? null : (
        <>
          <Team {...props} answer={answer} />
          {answer.team.shortfall.length === 0 ? null : <Yielding {...props} answer={answer} />}
        </>
      )}
      <Allowed view={view} plan={plan} lang={lang} />
      {view.policy.affectedAgency === 'warn' &&
      plan.allowed.every((one) => one.what !== 'affected_agency') ? (
        <Affected {...props} />
      ) : null}
      {plan.approval === null ? null : (
        <AskNeighbour
          view={view}
          plan={plan}
          lang={lang}
          typed={typed}
          errors={errors}
          neighbours={props.neighbours}
        />
      )}
      {answer !== null && plan.approval === null && view.activation.contact !== null ? (
        <ApprovalForm
          plan={plan}
          view={view}
          lang={lang}
          errors={[]}
          viewer={null}
          typed={{
            plan: plan.id,
            startsAt: fieldValue(answer.startsAt, timeZone),
            place: view.activation.booking?.place ?? placeFor(view.plans, lang),
          }}
        />
      ) : null}
    </>
  )
}

type Answered = WhoCouldProps & { answer: WhoCould }

const Team = ({ view, lang, answer }: Answered) => {
  const say = whoCouldWords[lang]
  const { seat } = incidentWords[lang]
  const empty = answer.team.shortfall.flatMap(({ kind, count }) => Array<typeof kind>(count).fill(kind))
  return (
    <Section title={say.at(near(answer.startsAt, view.now, view.region.timeZone, lang))}>
      {empty.length === 0 ? (
        <Notice tone="ok">{say.whole}</Notice>
      ) : (
        <Notice tone="amber" title={say.short(empty.length)}>
          <p>{say.shortLead}</p>
        </Notice>
      )}
      <SeatBench label={planWords[lang].team}>
        {answer.team.chosen.map((one) => {
          const member = view.members.get(one.memberId)
          const from = member?.agencyId
            ? view.agencies.get(member.agencyId)?.name
            : planWords[lang].regionalTeam
          return (
            <Seat
              key={one.memberId}
              initials={initialsOf(member?.name)}
              name={member?.name ?? say.somebody}
              line={`${seat[one.kind]} · ${from}`}
              state="waiting"
              status={say.fits}
              note={[say.away(answer.travel.get(one.memberId) ?? 0), reasonsInWords(one.reasons, lang)]
                .filter(Boolean)
                .join(' · ')}
            />
          )
        })}
        {empty.map((kind, index) => (
          <Seat
            key={`${kind}${String(index)}`}
            name={seat[kind]}
            line={say.nobody}
            state="open"
            status={say.empty}
          />
        ))}
      </SeatBench>
    </Section>
  )
}

function initialsOf(name = '?'): string {
  return name
    .split(' ')
    .map((part) => part.charAt(0))
    .join('')
}

const Yielding = (props: Answered) => {
  const { lang, answer } = props
  const say = whoCouldWords[lang]
  return (
    <Section title={say.yields}>
      {answer.yielding.length === 0 ? <p>{say.nothingYields}</p> : null}
      {answer.yielding.map((one) => (
        <Yield key={`${one.startsAt.toString()}${one.allowing.join()}`} one={one} {...props} />
      ))}
    </Section>
  )
}

const Yield = ({ one, view, plan, lang }: Answered & { one: Relaxation }) => {
  const say = whoCouldWords[lang]
  const { region, activation, now } = view
  const startsAt = fieldValue(one.startsAt, region.timeZone)
  const parts = [
    ...(one.laterHours === 0
      ? []
      : [say.later(duration(one.laterHours * 60, lang), near(one.startsAt, now, region.timeZone, lang))]),
    ...one.allowing.map((what) => allowableWords[lang][what]),
  ].join(' · ')
  const names = one.composition.chosen.map(
    (chosen: Chosen) => view.members.get(chosen.memberId)?.name ?? say.somebody,
  )
  return (
    <Card title={`${parts.charAt(0).toUpperCase()}${parts.slice(1)}`}>
      <p>
        {one.missing === 0 ? say.fills : say.stillShort(one.missing)}.{' '}
        <span class="muted">{say.comes(names.join(', '))}</span>
      </p>
      {one.allowing.length === 0 ? (
        <form method="get" action={activationPaths.whoCould(region.slug, activation.id, plan.id)}>
          <input type="hidden" name="startsAt" value={startsAt} />
          <Actions>
            <Button>{say.take}</Button>
          </Actions>
        </form>
      ) : (
        <AllowForm view={view} plan={plan} lang={lang} what={one.allowing} startsAt={startsAt} />
      )}
    </Card>
  )
}

type AllowProps = Pick<WhoCouldProps, 'view' | 'plan' | 'lang'> & {
  what: readonly Allowable[]
  startsAt: string | undefined
  error?: string | undefined
}

/** With a reason where it needs one. */
const AllowForm = ({ view, plan, lang, what, startsAt, error }: AllowProps) => (
  <form
    method="post"
    action={activationPaths.allowance(view.region.slug, view.activation.id, plan.id)}
    novalidate
  >
    {what.map((one) => (
      <input type="hidden" name={`allow_${one}`} value="yes" key={one} />
    ))}
    <input type="hidden" name="startsAt" value={startsAt} />
    {what.includes('affected_agency') ? (
      <Select
        name="reason"
        label={whoCouldWords[lang].reason}
        required
        lang={lang}
        error={error}
        options={allowanceReasons.map((value) => ({ value, label: allowanceReasonWords[lang][value] }))}
      />
    ) : null}
    <Actions>
      <Button>{whoCouldWords[lang].allow}</Button>
    </Actions>
  </form>
)

const Affected = (props: WhoCouldProps) => {
  const say = whoCouldWords[props.lang]
  return (
    <Card title={say.affected} tone="amber">
      <p>{say.affectedLead}</p>
      <AllowForm
        {...props}
        what={['affected_agency']}
        startsAt={props.typed.startsAt}
        error={props.errors.find((error) => error.field === 'reason')?.message}
      />
    </Card>
  )
}
