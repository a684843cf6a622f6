import {
  activationPaths,
  answerBy,
  type BookedActivation,
  bookingKindWords,
  bookingTeamWords,
  type PlanState,
  planStageTold,
} from '../activation/index.ts'
import type { ActivationId } from '../platform/ids.ts'
import type { Agency, Policy, Region } from '../region/index.ts'
import { Card } from '../ui/card.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import type { Language } from '../ui/language.ts'
import { near } from '../ui/moment.ts'
import { Section } from '../ui/pageHead.tsx'
import { Tag } from '../ui/tag.tsx'
import { teamWords } from './teamWords.ts'

export type BookingsProps = {
  lang: Language
  region: Region
  now: Temporal.Instant
  /** Bookings that have not ended. */
  bookings: readonly BookedActivation[]
  plans: ReadonlyMap<ActivationId, readonly PlanState[]>
  agencies: readonly Agency[]
  policy: Policy
}

const whatOf = ({ lang, agencies }: BookingsProps, { booking }: BookedActivation) =>
  [bookingKindWords[lang][booking.kind], agencies.find((one) => one.id === booking.agencyId)?.name ?? []]
    .flat()
    .join(', ')

/** Nobody is rung for these: they wait here, longest first. */
export const BookingsToAnswer = (props: BookingsProps) => {
  const { lang, region, now, policy } = props
  const waiting = props.bookings.filter((one) => one.contact === null).toReversed()
  if (waiting.length === 0) return null
  const say = bookingTeamWords[lang]
  return (
    <Card title={say.waiting}>
      <ul class="plain">
        {waiting.map((one) => {
          const by = answerBy(one, policy)
          const words = Temporal.Instant.compare(by, now) < 0 ? say.waitingLate : say.waitingBy
          return (
            <li key={one.id}>
              <a href={activationPaths.activation(region.slug, one.id)}>{whatOf(props, one)}</a>{' '}
              <span class="muted small">{words(near(by, now, region.timeZone, lang))}</span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

/** Talks, classes and evenings that come, soonest first. */
export const BookingsAhead = (props: BookingsProps) => {
  const { lang, region, now, plans } = props
  const say = bookingTeamWords[lang]
  const rows = props.bookings
    .filter((one) => one.contact !== null)
    .map((booked) => ({ booked, plan: plans.get(booked.id)?.[0] }))
    .sort((one, other) => startOf(one).localeCompare(startOf(other)))
  if (rows.length === 0) return null
  return (
    <Section title={say.ahead}>
      <DataTable
        caption={say.aheadCaption}
        captionHidden
        columns={[
          { label: teamWords[lang].activation },
          { label: teamWords[lang].what },
          { label: teamWords[lang].when },
          { label: teamWords[lang].plans },
        ]}
        rows={rows.map(({ booked, plan }) => ({
          key: booked.id,
          cells: [
            <a href={activationPaths.activation(region.slug, booked.id)}>
              {String(booked.number).padStart(4, '0')}
            </a>,
            whatOf(props, booked),
            plan?.approval ? near(plan.approval.startsAt, now, region.timeZone, lang) : say.noneYet,
            plan === undefined ? '–' : <StageOf {...{ plan, now, lang }} />,
          ],
        }))}
      />
    </Section>
  )
}

const StageOf = ({ plan, now, lang }: Pick<BookingsProps, 'now' | 'lang'> & { plan: PlanState }) => {
  const { tone, words } = planStageTold(plan, now, lang)
  return <Tag tone={tone}>{words}</Tag>
}

/** What is not settled stands first: somebody waits for it. */
function startOf({ plan }: { readonly plan: PlanState | undefined }): string {
  return plan?.approval?.startsAt.toString() ?? ''
}
