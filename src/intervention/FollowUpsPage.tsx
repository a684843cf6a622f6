import type { PlanState } from '../activation/index.ts'
import { incidentWords } from '../incident/index.ts'
import type { MemberId } from '../platform/ids.ts'
import type { Region } from '../region/index.ts'
import { rosterPaths } from '../roster/index.ts'
import { Button } from '../ui/button.tsx'
import { Card, EmptyState } from '../ui/card.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import { Field, Select } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { near } from '../ui/moment.ts'
import { PageHead } from '../ui/pageHead.tsx'
import { tel } from '../ui/path.ts'
import { Tag } from '../ui/tag.tsx'
import { couldBeGiven, enteredKinds, type FollowUp, isLate, lateFirst } from './followUp.ts'
import { followUpKindWords, followUpWords } from './followUpWords.ts'
import { interventionPaths } from './paths.ts'

/** The session a follow-up belongs to, and whom to ring at the agency. */
export type AfterPlan = {
  readonly plan: PlanState
  readonly agency: string
  readonly ring: readonly { readonly name: string; readonly phone: string }[]
}

/** Within the team: no agency is rung for it. */
const within = ['member_check', 'team_debrief']

type Props = {
  lang: Language
  region: Region
  now: Temporal.Instant
  /** Somebody's own list, or everybody's. */
  own: boolean
  show: 'open' | 'late' | 'all'
  rows: readonly FollowUp[]
  plans: ReadonlyMap<string, AfterPlan>
  names: ReadonlyMap<MemberId, string>
  /** Who is on the team no more. */
  left: ReadonlySet<MemberId>
  /** One plan alone: a day that was heard of can be added. */
  plan: PlanState | null
  typed: Readonly<Record<string, string>>
  errors: readonly FieldError[]
}

/** What is due, and two ways to settle it. No field for a sentence anywhere. */
export const FollowUpsPage = (props: Props) => {
  const { lang, rows, own, errors } = props
  const say = followUpWords[lang]
  return (
    <>
      <PageHead title={own ? say.mineTitle : say.title} lead={say.lead} />
      <ErrorSummary lang={lang} errors={errors} />
      {own ? null : <Filter {...props} />}
      {rows.length === 0 ? <EmptyState title={say.none}>{say.noneLead}</EmptyState> : null}
      {(own ? rows : lateFirst(rows, props.now)).map((row) => (
        <Row key={row.id} row={row} {...props} />
      ))}
      {props.plan === null ? null : <Enter {...props} plan={props.plan} />}
      <Card title={say.sayTitle} tone="aside">
        <ul>
          {say.says.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Card>
      {own ? (
        <Card title={say.teamTitle}>
          <p>{say.team}</p>
          <a href={rosterPaths.ownLoad(props.region.slug)}>{say.teamNote}</a>
        </Card>
      ) : null}
    </>
  )
}

const Row = (props: Props & { row: FollowUp }) => {
  const { row, lang, region, now, plans, names, own, typed, errors } = props
  const say = followUpWords[lang]
  const at = (moment: Temporal.Instant) => near(moment, now, region.timeZone, lang)
  const found = plans.get(row.planId)
  const late = isLate(row, now)
  const due = row.doneAt === null && Temporal.Instant.compare(row.dueAt, now) <= 0
  const someone = row.kind === 'member_check' ? say.director : say.coordinator
  const named = row.ownerId === null ? someone : (names.get(row.ownerId) ?? say.coordinator)
  const owner = row.ownerId !== null && props.left.has(row.ownerId) ? say.leftTeam(named) : named
  const about = row.aboutId === null ? [] : [names.get(row.aboutId) ?? '–']
  const group =
    found === undefined ? [] : [`${incidentWords[lang].typeShort[found.plan.type]} · ${found.agency}`]
  const field = `day-${row.id}`
  return (
    <Card title={followUpKindWords[lang][row.kind]} tone={late ? 'amber' : 'plain'}>
      <p>
        <Tag tone={late ? 'bad' : due ? 'amber' : 'neutral'}>
          {row.doneAt !== null
            ? say.doneAt(at(row.doneAt))
            : late
              ? (own ? say.late : say.lateYours)(at(row.lateAt))
              : at(row.dueAt)}
        </Tag>{' '}
        <span class="muted small">{[...about, ...group, ...(own ? [] : [owner])].join(' · ')}</span>
      </p>
      {found === undefined || row.doneAt !== null || within.includes(row.kind)
        ? null
        : found.ring.map(({ name, phone }) => (
            <p key={phone}>
              {say.ring(name)} <a href={tel(phone)}>{phone}</a>
            </p>
          ))}
      {row.doneAt === null ? (
        <>
          <form method="post" action={interventionPaths.followUpDone(region.slug, row.id)}>
            <Button look={due ? 'primary' : 'plain'}>{say.done}</Button>
          </form>
          <details open={errors.some((error) => error.field === field)}>
            <summary>{say.moveDone}</summary>
            <form method="post" action={interventionPaths.followUpMoved(region.slug, row.id)} novalidate>
              <Field
                name={field}
                label={say.move}
                type="date"
                value={typed[field]}
                error={errors.find((error) => error.field === field)?.message}
              />
              <input type="hidden" name="seen" value={row.dueAt.toString()} />
              <Button>{say.moveDone}</Button>
            </form>
          </details>
          {found === undefined ? null : <Give {...props} plan={found.plan} />}
        </>
      ) : null}
    </Card>
  )
}

const Give = ({
  row,
  lang,
  region,
  plan,
  names,
  left,
  errors,
}: Props & { row: FollowUp; plan: PlanState }) => {
  const say = followUpWords[lang]
  const field = `to-${row.id}`
  const error = errors.find((one) => one.field === field)?.message
  const someone = row.kind === 'member_check' ? say.director : say.coordinator
  const others = couldBeGiven(plan, row, left)
    .filter((id) => id !== row.ownerId)
    .map((id) => ({ value: id as string, label: names.get(id) ?? '–' }))
  const options = row.ownerId === null ? others : [...others, { value: 'team', label: someone }]
  if (options.length === 0) return null
  return (
    <details open={error !== undefined}>
      <summary>{say.give}</summary>
      <form method="post" action={interventionPaths.followUpGiven(region.slug, row.id)} novalidate>
        <Select name={field} label={say.giveTo} hint={say.giveHint} required {...{ lang, error, options }} />
        <input type="hidden" name="seen" value={row.ownerId ?? ''} />
        <Button>{say.give}</Button>
      </form>
    </details>
  )
}

const Filter = ({ lang, region, show }: Props) => {
  const say = followUpWords[lang]
  return (
    <form method="get" action={interventionPaths.followUps(region.slug)}>
      <Select
        name="show"
        label={say.show}
        lang={lang}
        value={show}
        options={(['open', 'late', 'all'] as const).map((value) => ({ value, label: say.shows[value] }))}
      />
      <Button>{say.showDone}</Button>
    </form>
  )
}

const Enter = ({ lang, region, plan, typed, errors }: Props & { plan: PlanState }) => {
  const say = followUpWords[lang]
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  return (
    <Card title={say.enterTitle}>
      <form
        method="post"
        action={interventionPaths.planFollowUps(region.slug, plan.activationId, plan.id)}
        novalidate
      >
        <Select
          name="kind"
          label={say.kind}
          required
          lang={lang}
          value={typed.kind}
          error={errorOf('kind')}
          options={enteredKinds.map((kind) => ({ value: kind, label: followUpKindWords[lang][kind] }))}
        />
        <Field name="day" label={say.day} required type="date" value={typed.day} error={errorOf('day')} />
        <Button>{say.enter}</Button>
      </form>
    </Card>
  )
}
