import type { Child } from 'hono/jsx'
import { incidentWords } from '../incident/index.ts'
import type { Agency, Region } from '../region/index.ts'
import type { Chrome } from '../ui/chrome.ts'
import type { Language } from '../ui/language.ts'
import { clock, dayAndClock } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead, Section } from '../ui/pageHead.tsx'
import type { Path } from '../ui/path.ts'
import { tel } from '../ui/path.ts'
import { PhaseStrip } from '../ui/phaseStrip.tsx'
import { PublicPage } from '../ui/publicPage.tsx'
import { activationPaths } from './paths.ts'
import type { PlanState } from './planState.ts'
import { RequestForm } from './RequestForm.tsx'
import type { Fields, FormError } from './requestForm.ts'
import { type RequestStatus, requestPhases } from './requestStatus.ts'
import { requestWords } from './words.ts'

export type PublicFrame = {
  readonly chrome: Chrome
  readonly region: Region
  readonly lang: Language
  readonly home: Path
  readonly leaveHref: Path
}

export const inLanguage = (path: Path, lang: Language): Path =>
  lang === 'en' ? path : (`${path}?lang=${lang}` as Path)

type Props = { frame: PublicFrame; agencies: readonly Agency[]; typed: Fields; errors: readonly FormError[] }

/** Door two: eight facts, or the phone. */
export const RequestPage = ({ frame, agencies, typed, errors }: Props) => {
  const { lang, region } = frame
  const words = requestWords[lang]
  const here = activationPaths.request(region.slug)
  return (
    <RequestFrame frame={frame} here={here} title={words.title}>
      <PageHead title={words.title} lead={words.lead} />
      <p>
        {words.phoneFirst} <a href={tel(region.teamPhone)}>{region.teamPhone}</a>
      </p>
      <RequestForm
        {...{ lang, agencies, typed, errors }}
        action={inLanguage(here, lang)}
        timeZone={region.timeZone}
        help={frame.chrome.help}
      />
    </RequestFrame>
  )
}

type StatusProps = {
  frame: PublicFrame
  here: Path
  status: RequestStatus
  /** Approved sessions of the agency that asked, each with its checklist. */
  sessions: readonly { readonly plan: PlanState; readonly checklist: Path }[]
  /** Where anybody of the crew finds somebody to talk to, as it is typed. */
  support: string
}

/** What became of a request, for whoever sent it; the team's number throughout. */
export const RequestStatusPage = ({ frame, here, status, sessions, support }: StatusProps) => {
  const { lang, region } = frame
  const words = requestWords[lang]
  const title = status.ended === null ? words.receivedTitle : words.endedTitle
  const number = <a href={tel(region.teamPhone)}>{region.teamPhone}</a>
  return (
    <RequestFrame frame={frame} here={here} title={title}>
      <PageHead
        title={title}
        lead={
          status.ended === null ? (
            lineOf(frame, status)
          ) : (
            <>
              {words[endedWords[status.ended]]} {number}
            </>
          )
        }
      />
      {status.behind ? (
        <Notice tone="amber" title={words.behindTitle}>
          <p class="lead">{number}</p>
        </Notice>
      ) : null}
      <PhaseStrip
        label={words.statusLabel}
        phases={requestPhases.map((phase) => words[phaseWords[phase]])}
        current={requestPhases.indexOf(status.phase)}
      />
      {status.ended === null ? (
        <Waiting late={status.late} lang={lang} number={number} />
      ) : status.phase === 'spoken' ? null : (
        <Notice tone="amber">{words.endedUnspoken}</Notice>
      )}
      {status.ended !== null || status.phase === 'spoken' ? null : (
        <p>
          <a href={inLanguage(here, lang)}>{words.lookAgain}</a>
        </p>
      )}
      {sessions.length === 0 ? null : (
        <Section title={words.sessionsTitle}>
          <ul class="plain">
            {sessions.map(({ plan, checklist }) => (
              <li key={plan.id}>
                <b>{incidentWords[lang].type[plan.type]}</b>,{' '}
                {dayAndClock(plan.approval!.startsAt, region.timeZone, lang)}, {plan.approval!.place}
                <br />
                <a href={inLanguage(checklist, lang)}>{words.checklistLink}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {status.ended === null ? <p>{words.receivedNext}</p> : null}
      {status.ended === 'closed' ? (
        <Section title={words.forwardTitle}>
          <p>{words.forwardLead}</p>
          <p class="example">
            {words.forwardText
              .replace('{region}', region.name)
              .replace('{address}', support)
              .replace('{phone}', region.teamPhone)}
          </p>
        </Section>
      ) : null}
      <p>
        <a href={frame.home}>{words.back}</a>
      </p>
    </RequestFrame>
  )
}

const Waiting = ({ late, lang, number }: Pick<RequestStatus, 'late'> & { lang: Language; number: Child }) => {
  const words = requestWords[lang]
  return late === null ? (
    <Notice tone="ok" live>
      {words.phoneAnyTime} {number}
    </Notice>
  ) : (
    <Notice tone="amber" live>
      {words.lateCall} {number} {late === 'rings' ? words.lateRings : words.lateWaits}
    </Notice>
  )
}

/** One sentence on a request that goes on. A time that has passed is no promise any more. */
function lineOf({ lang, region }: PublicFrame, status: RequestStatus): string {
  const { phase, late, receivedAt, callBy } = status
  const words = requestWords[lang]
  const at = (moment: Temporal.Instant) => clock(moment, region.timeZone, lang)
  if (phase === 'spoken') return words.statusSpoken
  if (status.behind) return words.statusBehind.replace('{at}', at(receivedAt))
  if (phase === 'received' || callBy === null)
    return (late === 'waits' ? words.statusReceivedOnly : words.statusReceived).replace(
      '{at}',
      at(receivedAt),
    )
  return (late === null ? words.statusTaken : words.statusLate).replace('{by}', at(callBy))
}

const endedWords = {
  closed: 'endedClosed',
  advice_only: 'endedAdvice',
  referred_elsewhere: 'endedReferred',
  declined: 'endedDeclined',
  stood_down: 'endedStoodDown',
} as const
const phaseWords = { received: 'phaseReceived', taken: 'phaseTaken', spoken: 'phaseSpoken' } as const

/** A public page of the region, around its own content. */
export const RequestFrame = ({
  frame,
  here,
  title,
  children,
}: {
  frame: PublicFrame
  here: Path
  title: string
  children?: Child
}) => {
  const other: Language = frame.lang === 'en' ? 'es' : 'en'
  return (
    <PublicPage
      title={title}
      lang={frame.lang}
      region={frame.region.name}
      home={frame.home}
      stylesheet={frame.chrome.publicStylesheet}
      help={frame.chrome.help}
      leaveHref={frame.leaveHref}
      languageSwitch={{
        href: inLanguage(here, other),
        label: other === 'es' ? 'Español' : 'English',
      }}
    >
      {children}
    </PublicPage>
  )
}
