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
import { inSentence, type Language } from '../ui/language.ts'
import { turnOf } from '../ui/languageSwitch.tsx'
import { clock, duration, near, zoneName } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import type { Path } from '../ui/path.ts'
import { Tag } from '../ui/tag.tsx'
import { WindowBar } from '../ui/windowBar.tsx'
import { bookedAs } from './booking.ts'
import { helpWithWords, offerWords } from './offerWords.ts'
import { activationPaths } from './paths.ts'
import { planName } from './planName.ts'
import { type OfferState, openSeats, type PlanState } from './planState.ts'
import { planWords } from './planWords.ts'
import { reasonsInWords } from './teamWords.ts'

export type OfferView = {
  readonly chrome: Chrome
  readonly lang: Language
  readonly region: Region
  readonly agency: Agency
  readonly plan: PlanState
  readonly offer: OfferState
  readonly token: string
  readonly now: Temporal.Instant
  /** For somebody who is on the team: where to be, and whom to ask for. */
  readonly briefing?: Child
  /** Minutes before the session at which the lead gathers everybody. */
  readonly briefingMinutes: number
  readonly problem?: { readonly field: string | null; readonly message: string } | undefined
  readonly typed?: Readonly<Record<string, string>>
  /** What stands, for whoever may answer anew. */
  readonly again?: string
}

type OfferFrameProps = {
  chrome: Chrome
  lang: Language
  token: string | null
  title: string
  children?: Child
}

export const OfferFrame = ({ chrome, lang, token, title, children }: OfferFrameProps) => (
  <BarePage
    title={title}
    lang={lang}
    stylesheet={chrome.teamStylesheet}
    line={offerWords[lang].line}
    help={chrome.help}
    languageSwitch={turnOf(token === null ? null : activationPaths.offer(token), lang)}
  >
    {children}
    <p class="small">
      <a href={activationPaths.start()}>{offerWords[lang].home}</a>
    </p>
  </BarePage>
)

/** One offer, for one member: what, when, where, the conflict question, three answers. No sign-in, no script. */
export const OfferPage = (view: OfferView) => {
  const { lang, plan, offer } = view
  const say = offerWords[lang]
  const errorOf = (field: string) => (view.problem?.field === field ? view.problem.message : undefined)
  const zone = view.region.timeZone
  const booked = bookedAs(plan) !== null
  const late = Temporal.Instant.compare(view.now, offer.answerBy) >= 0
  return (
    <OfferFrame {...view} title={say.title}>
      <Tag tone="amber">
        {late ? say.answerLate : say.answerBy(near(offer.answerBy, view.now, zone, lang))}
      </Tag>
      <PageHead title={helpWithWords[lang][plan.type]} lead={booked ? planName(plan, lang) : undefined} />
      {view.again === undefined ? null : <Notice>{view.again}</Notice>}
      <ErrorSummary lang={lang} errors={view.problem === undefined ? [] : [view.problem]} />
      <OfferFacts {...view} />
      <p class="muted small">
        {say.because} {reasonsInWords(offer.reasons, lang)}
      </p>
      <form method="post" action={activationPaths.offer(view.token)}>
        {booked ? null : (
          <Card>
            <RadioCards
              name="conflict"
              label={say.conflict}
              hint={say.conflictHint}
              inline
              required
              value={view.typed?.conflict}
              error={errorOf('conflict')}
              options={[
                { value: 'no', label: say.no },
                { value: 'yes', label: say.yes },
              ]}
            />
          </Card>
        )}
        <Button look="primary" wide name="choice" value="coming">
          {say.come}
        </Button>
        {booked ? null : (
          <Card>
            <DateTimeField
              name="fromAt"
              label={say.fromAt}
              zone={zoneName(view.now, zone, lang)}
              value={view.typed?.fromAt}
              error={errorOf('fromAt')}
            />
            <Button wide name="choice" value="coming_from">
              {say.comeFrom}
            </Button>
          </Card>
        )}
        <Button wide name="choice" value="if_released">
          {say.ifReleased}
        </Button>
        <p class="muted small">{say.ifReleasedHint}</p>
        <Button look="quiet" wide name="choice" value="not_this_time" unchecked>
          {say.notThisTime}
        </Button>
        <p class="muted small">{say.noReason}</p>
      </form>
    </OfferFrame>
  )
}

/** What, when, where, and how much of the window is left. */
const OfferFacts = ({ region, agency, plan, offer, now, lang }: OfferView) => {
  const say = offerWords[lang]
  const words = incidentWords[lang]
  const approval = plan.approval!
  const at = (moment: Temporal.Instant) => clock(moment, region.timeZone, lang)
  const orBeside = offer.kind === 'lead' && openSeats(plan).some((seat) => seat.kind === 'peer')
  const filled = plan.seats.length - openSeats(plan).length
  const long = approval.endsAt.since(approval.startsAt).total('minutes')
  const left = plan.window.closes.since(now).total('minutes')
  return (
    <Card>
      <DefinitionList
        facts={[
          {
            term: say.when,
            detail: `${near(approval.startsAt, now, region.timeZone, lang)} · ${duration(long, lang)}`,
          },
          {
            term: say.where,
            detail: `${say.place(approval.place, agency.town)} · ${say.fromYou(offer.travelMinutes)}`,
          },
          {
            term: say.whom,
            detail:
              bookedAs(plan) === null
                ? say.group(agency.name, plan.count, inSentence(words.role[plan.role]))
                : `${say.group(agency.name, null, inSentence(words.role[plan.role]))}, ${planWords[lang].people(plan.count)}`,
          },
          {
            term: say.youAs,
            detail: [words.seat[offer.kind], orBeside ? say.orBeside : []].flat().join(' '),
          },
        ]}
      />
      {bookedAs(plan) !== null ? null : (
        <WindowBar
          slim
          title={say.window}
          summary={say.summary(duration(left, lang), filled, plan.seats.length)}
          {...plan.window}
          now={now}
          session={{ starts: approval.startsAt, ends: approval.endsAt }}
          labels={{
            opens: say.opens(at(plan.window.opens)),
            idealUntil: say.idealUntil(at(plan.window.idealUntil)),
            closes: say.closes(at(plan.window.closes)),
            now: say.nowAt(at(now)),
            session: say.session(at(approval.startsAt)),
          }}
        />
      )}
    </Card>
  )
}

type Told = {
  chrome: Chrome
  lang: Language
  /** Null when the link opened nothing: then the page repeats nothing of it. */
  token: string | null
  title: string
  children?: Child
  tone?: 'ok' | 'info' | 'amber'
  /** Where they may still say something else. */
  anew?: Path | undefined
}

/** What a link says that has nothing to ask any more; alike for old, used, foreign and forged ones. */
export const OfferTold = ({ tone = 'info', anew, children, ...frame }: Told) => (
  <OfferFrame {...frame}>
    <PageHead title={frame.title} />
    <Notice tone={tone}>{children}</Notice>
    {anew === undefined ? null : (
      <p>
        <a href={anew}>{offerWords[frame.lang].answerAnew}</a>
      </p>
    )}
  </OfferFrame>
)

/** You're on: when and where, and the way out without a reason. */
export const SeatedPage = (view: OfferView) => {
  const { lang, region, agency, now } = view
  const say = offerWords[lang]
  const approval = view.plan.approval!
  const kind = view.plan.seats.find((seat) => seat.taken?.offerId === view.offer.id)?.kind ?? view.offer.kind
  return (
    <OfferFrame {...view} title={say.on}>
      <Tag tone="ok">{say.on}</Tag>
      <PageHead title={say.onTitle} />
      <Card>
        <DefinitionList
          facts={[
            { term: say.when, detail: near(approval.startsAt, now, region.timeZone, lang) },
            { term: say.where, detail: say.place(approval.place, agency.town) },
            { term: say.youAs, detail: incidentWords[lang].seat[kind] },
          ]}
        />
      </Card>
      {view.briefing}
      <form method="post" action={activationPaths.withdrawal(view.token)}>
        <p class="muted small">{say.stepBackLead}</p>
        <Button look="quiet" wide>
          {say.stepBack}
        </Button>
      </form>
    </OfferFrame>
  )
}
