import type { Agency } from '../region/index.ts'
import { clock, dayAndClock } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import { type Path, tel } from '../ui/path.ts'
import { PhaseStrip } from '../ui/phaseStrip.tsx'
import { BookingForm } from './BookingForm.tsx'
import type { BookingError } from './bookingForm.ts'
import { type BookingStatus, bookingPhases } from './bookingStatus.ts'
import { bookingWords } from './bookingWords.ts'
import { activationPaths } from './paths.ts'
import { inLanguage, type PublicFrame, RequestFrame } from './RequestPage.tsx'
import type { Fields } from './requestForm.ts'

type Props = {
  frame: PublicFrame
  now: Temporal.Instant
  agencies: readonly Agency[]
  typed: Fields
  errors: readonly BookingError[]
}

/** Between incidents: nothing is urgent here, and whoever has something urgent is led on. */
export const BookingPage = ({ frame, now, agencies, typed, errors }: Props) => {
  const { lang, region } = frame
  const words = bookingWords[lang]
  const here = activationPaths.booking(region.slug)
  return (
    <RequestFrame frame={frame} here={here} title={words.title}>
      <PageHead title={words.title} lead={words.lead} />
      <p>
        {words.notNow} <a href={inLanguage(activationPaths.request(region.slug), lang)}>{words.notNowLink}</a>
      </p>
      <p>
        {words.phoneFirst} <a href={tel(region.teamPhone)}>{region.teamPhone}</a>
      </p>
      <BookingForm
        {...{ lang, now, agencies, typed, errors }}
        action={inLanguage(here, lang)}
        timeZone={region.timeZone}
      />
      <p class="muted small">{words.voluntary}</p>
    </RequestFrame>
  )
}

type StatusProps = { frame: PublicFrame; here: Path; now: Temporal.Instant; status: BookingStatus }

/** What became of a booking, for whoever sent it; the team's number throughout. */
export const BookingStatusPage = ({ frame, here, now, status }: StatusProps) => {
  const { lang, region } = frame
  const words = bookingWords[lang]
  const at = (moment: Temporal.Instant) => dayAndClock(moment, region.timeZone, lang)
  const late = Temporal.Instant.compare(status.answerBy, now) <= 0
  const line = {
    received: (late ? words.statusLate : words.statusReceived)
      .replace('{received}', at(status.receivedAt))
      .replace('{by}', at(status.answerBy)),
    spoken: words.statusSpoken,
    confirmed: words.statusConfirmed.replace('{at}', status.startsAt === null ? '' : at(status.startsAt)),
    held: words.statusHeld,
    ended: words.statusEnded,
  }[status.phase]
  const reached = { received: 0, spoken: 1, confirmed: 2, held: 4, ended: 0 }[status.phase]
  const open = status.phase !== 'held' && status.phase !== 'ended'
  return (
    <RequestFrame frame={frame} here={here} title={words.receivedTitle}>
      <PageHead title={words.receivedTitle} lead={line} />
      {status.phase === 'ended' ? null : (
        <PhaseStrip
          label={words.statusLabel}
          phases={bookingPhases.map((phase) => words[phaseWords[phase]])}
          current={reached}
        />
      )}
      {status.phase === 'confirmed' ? (
        <p>{status.staffed ? words.statusStaffed : words.statusFinding}</p>
      ) : null}
      <Notice tone="info">
        {words.change} <a href={tel(region.teamPhone)}>{region.teamPhone}</a>
      </Notice>
      {open ? (
        <p>
          <a href={inLanguage(here, lang)}>{words.lookAgain}</a>{' '}
          <span class="muted small">{clock(now, region.timeZone, lang)}</span>
        </p>
      ) : null}
      <p>
        <a href={frame.home}>{words.back}</a>
      </p>
    </RequestFrame>
  )
}

const phaseWords = {
  received: 'phaseReceived',
  spoken: 'phaseSpoken',
  confirmed: 'phaseConfirmed',
  held: 'phaseHeld',
} as const
