import { activationPaths, bookingTeamWords } from '../activation/index.ts'
import { dayAndClock } from '../ui/moment.ts'
import { Columns, PageHead } from '../ui/pageHead.tsx'
import { BookingsAhead, BookingsToAnswer } from './Bookings.tsx'
import { TodayAid } from './TodayAid.tsx'
import { TodayAsked } from './TodayAsked.tsx'
import { TodayCallBack } from './TodayCallBack.tsx'
import { TodayChecks } from './TodayChecks.tsx'
import { TodayClearance } from './TodayClearance.tsx'
import { TodayCourses } from './TodayCourses.tsx'
import { TodayDetails } from './TodayDetails.tsx'
import { TodayGaps } from './TodayGaps.tsx'
import { TodayHands } from './TodayHands.tsx'
import { TodayLate } from './TodayLate.tsx'
import { TodayMayQualify } from './TodayMayQualify.tsx'
import { TodayNotes } from './TodayNotes.tsx'
import { TodayOffers } from './TodayOffers.tsx'
import { TodayOwnFollowUps } from './TodayOwnFollowUps.tsx'
import { TodayPapers } from './TodayPapers.tsx'
import { TodayQuiet } from './TodayQuiet.tsx'
import { TodayRunning } from './TodayRunning.tsx'
import { TodaySessions } from './TodaySessions.tsx'
import { TodaySetUp } from './TodaySetUp.tsx'
import { TodayShift } from './TodayShift.tsx'
import { TodaySignOffs } from './TodaySignOffs.tsx'
import { TodayStuck } from './TodayStuck.tsx'
import { TodayTraining } from './TodayTraining.tsx'
import { TodayUnreached } from './TodayUnreached.tsx'
import { TodayUnready } from './TodayUnready.tsx'
import { navWords, teamWords } from './teamWords.ts'
import type { TodayProps } from './todayView.ts'

/**
 * What needs a hand now. Each block draws what its reader's roles opened, or nothing: whoever holds several roles has
 * the blocks of each. They stand in the order of urgency: what waits for an answer, who waits for a call, what runs, then
 * what is due and can wait until somebody has slept. Beside them, or below on a phone, is what is good to know.
 */
export const TodayPage = (props: TodayProps) => {
  const { lang, view } = props
  const { region, now, own } = view
  const matters = (
    <>
      <TodayOffers {...props} />
      {view.running === null ? null : (
        <p>
          <a href={activationPaths.newRequest(region.slug)}>{teamWords[lang].onThePhone}</a>
          <br />
          <a href={activationPaths.newBooking(region.slug)}>{bookingTeamWords[lang].write}</a>
        </p>
      )}
      <TodayCallBack {...props} />
      <TodaySignOffs {...props} />
      <TodayHands {...props} />
      <TodayAid {...props} />
      {view.bookings === null ? null : <BookingsToAnswer {...{ lang, region, now }} {...view.bookings} />}
      <TodaySessions {...props} />
      <TodayRunning {...props} />
      <TodayAsked {...props} />
      {view.bookings === null ? null : <BookingsAhead {...{ lang, region, now }} {...view.bookings} />}
      <TodayOwnFollowUps {...props} />
      <TodayPapers {...props} />
      <TodayClearance {...props} />
      <TodayChecks {...props} />
      <TodayLate {...props} />
      <TodayGaps {...props} />
      <TodayUnreached {...props} />
      <TodayTraining {...props} />
      <TodayMayQualify {...props} />
      <TodayCourses {...props} />
      <TodaySetUp {...props} />
      <TodayQuiet {...props} />
    </>
  )
  return (
    <>
      <PageHead title={navWords[lang].today} lead={dayAndClock(now, region.timeZone, lang)} />
      <TodayUnready {...props} />
      <TodayStuck {...props} />
      {own === null && view.roster.notes.length === 0 ? (
        matters
      ) : (
        <Columns
          main={matters}
          aside={
            <>
              <TodayNotes {...props} />
              <TodayShift {...props} />
              <TodayDetails {...props} />
            </>
          }
        />
      )}
    </>
  )
}
