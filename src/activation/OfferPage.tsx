import type { Child } from 'hono/jsx'
import { incidentWords } from '../incident/index.ts'
import type { Agency, Region } from '../region/index.ts'
import { BarePage } from '../ui/barePage.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { RadioCards } from '../ui/choices.tsx'
import type { Chrome } from '../ui/chrome.ts'
import { ErrorSummary } from '../ui/errorSummary.tsx'
import { DefinitionList } from '../ui/facts.tsx'
import { DateTimeField } from '../ui/inputs.tsx'
import { clock, duration, near } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import { Tag } from '../ui/tag.tsx'
import { WindowBar } from '../ui/windowBar.tsx'
import { activationPaths } from './paths.ts'
import type { OfferState, PlanState } from './planState.ts'
import { seatReasonWords } from './teamWords.ts'

export type OfferView = {
  readonly chrome: Chrome
  readonly region: Region
  readonly agency: Agency
  readonly plan: PlanState
  readonly offer: OfferState
  readonly token: string
  readonly now: Temporal.Instant
  readonly problem?: { readonly field: string | null; readonly message: string } | undefined
  readonly typed?: Readonly<Record<string, string>>
}

/** One offer, for one member: what, when, where, the conflict question, three answers. No sign-in, no script. */
export const OfferPage = (view: OfferView) => {
  const { region, plan, offer, now } = view
  const words = incidentWords.en
  const approval = plan.approval!
  const filled = plan.seats.filter((seat) => seat.taken !== null).length
  const session = `${near(approval.startsAt, now, region.timeZone, 'en')} · ${duration(approval.endsAt.since(approval.startsAt).total('minutes'), 'en')}`
  return (
    <BarePage
      title="Can you help?"
      lang="en"
      stylesheet={view.chrome.teamStylesheet}
      line="one offer, for you"
      help={view.chrome.help}
    >
      <Tag tone="amber">Answer by {clock(offer.answerBy, region.timeZone, 'en')}</Tag>
      <PageHead title={`Can you help with ${article(words.typeShort[plan.type])}?`} />
      <ErrorSummary lang="en" errors={view.problem === undefined ? [] : [view.problem]} />
      <Card>
        <DefinitionList
          facts={[
            { term: 'When', detail: session },
            {
              term: 'Where',
              detail: `${approval.place}, ${view.agency.town} · ${offer.travelMinutes} min from you`,
            },
            {
              term: 'For',
              detail: `${view.agency.name}: ${plan.count} ${words.role[plan.role].toLowerCase()}`,
            },
            { term: 'You as', detail: words.seat[offer.kind] },
          ]}
        />
        <WindowBar
          slim
          title="Window"
          summary={`The window closes in ${duration(plan.window.closes.since(now).total('minutes'), 'en')}. ${filled} of ${plan.seats.length} seats ${filled === 1 ? 'is' : 'are'} filled.`}
          {...plan.window}
          now={now}
          session={{ starts: approval.startsAt, ends: approval.endsAt }}
          labels={{
            opens: clock(plan.window.opens, region.timeZone, 'en'),
            idealUntil: clock(plan.window.idealUntil, region.timeZone, 'en'),
            closes: clock(plan.window.closes, region.timeZone, 'en'),
            now: clock(now, region.timeZone, 'en'),
            session: clock(approval.startsAt, region.timeZone, 'en'),
          }}
        />
      </Card>
      <p class="muted small">
        Asked because:{' '}
        {offer.reasons.map((reason) => seatReasonWords[reason as keyof typeof seatReasonWords]).join(' · ')}
      </p>
      <form method="post" action={activationPaths.offer(view.token)}>
        <Card>
          <RadioCards
            name="conflict"
            label="Were you there? Do you supervise, investigate or know closely anyone involved?"
            hint="A yes stores only “not available”."
            inline
            required
            value={view.typed?.conflict}
            error={view.problem?.field === 'conflict' ? view.problem.message : undefined}
            options={[
              { value: 'no', label: 'No' },
              { value: 'yes', label: 'Yes' },
            ]}
          />
        </Card>
        <Button look="primary" wide name="choice" value="coming">
          I’ll come
        </Button>
        <Card>
          <DateTimeField
            name="fromAt"
            label="I can, but from …"
            zone={clock(now, region.timeZone, 'en').split(' ').at(-1)!}
            value={view.typed?.fromAt}
            error={view.problem?.field === 'fromAt' ? view.problem.message : undefined}
          />
          <Button wide name="choice" value="coming_from">
            I can, from then
          </Button>
        </Card>
        <Button look="quiet" wide name="choice" value="not_this_time" unchecked>
          Not this time
        </Button>
        <p class="muted small">Saying no needs no reason and never counts against you.</p>
      </form>
    </BarePage>
  )
}

type Told = { chrome: Chrome; title: string; children?: Child; tone?: 'ok' | 'info' | 'amber' }

/** What a link says that has nothing to ask any more; alike for old, used, foreign and forged ones. */
export const OfferTold = ({ chrome, title, tone = 'info', children }: Told) => (
  <BarePage
    title={title}
    lang="en"
    stylesheet={chrome.teamStylesheet}
    line="one offer, for you"
    help={chrome.help}
  >
    <PageHead title={title} />
    <Notice tone={tone}>{children}</Notice>
  </BarePage>
)

/** You're on: when and where, and the way out without a reason. */
export const SeatedPage = (view: OfferView) => {
  const approval = view.plan.approval!
  return (
    <BarePage
      title="You’re on"
      lang="en"
      stylesheet={view.chrome.teamStylesheet}
      line="one offer, for you"
      help={view.chrome.help}
    >
      <Tag tone="ok">You’re on</Tag>
      <PageHead title="Thank you. You’re on the team." />
      <Card>
        <DefinitionList
          facts={[
            { term: 'When', detail: near(approval.startsAt, view.now, view.region.timeZone, 'en') },
            { term: 'Where', detail: `${approval.place}, ${view.agency.town}` },
            { term: 'You as', detail: incidentWords.en.seat[view.offer.kind] },
          ]}
        />
      </Card>
      <form method="post" action={activationPaths.withdrawal(view.token)}>
        <p class="muted small">
          Something came up? You may step back at any time, without a reason. We ask somebody else at once.
        </p>
        <Button look="quiet" wide>
          I can’t come after all
        </Button>
      </form>
    </BarePage>
  )
}

function article(name: string): string {
  return `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name.charAt(0).toLowerCase()}${name.slice(1)}`
}
