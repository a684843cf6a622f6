/**
 * The region's numbers. Every timing and ratio differs between published sources, so each is
 * configurable guidance with the source of its default (`settings.ts`), never a law of nature.
 */

/** Hours after the incident was over for the people concerned. */
export type WindowHours = { readonly opens: number; readonly idealUntil: number; readonly closes: number }

export type Policy = {
  readonly windows: {
    readonly onSceneSupport: WindowHours
    readonly rits: WindowHours
    readonly defusing: WindowHours
    readonly cisd: WindowHours
    readonly cmb: WindowHours
    readonly orgConsultation: WindowHours
    readonly familySupport: WindowHours
    readonly pastoralSupport: WindowHours
  }
  /** Largest group for one session of the type; larger groups are told to split. */
  readonly groupSize: {
    readonly defusing: number
    readonly cisd: number
    readonly cisdSmallest: number
    readonly cmb: number
    /** A larger group meets in this many circles side by side at most, each with a team of its own. */
    readonly circlesAtOnce: number
    readonly ritsFrom: number
    readonly smallest: number
  }
  /** How a team is sized, and how long it takes to bring together. */
  readonly team: {
    /** A window with less than this left counts as missed. */
    readonly leadMinutes: number
    /** From calling people out to the start that is suggested: time to answer, to drive, to prepare. */
    readonly prepareMinutes: number
    /** The lead gathers everybody this long before the session. */
    readonly briefingMinutes: number
    /** Participants for each member of a CISD team. */
    readonly participantsPerMember: number
  }
  /** What makes a member deployable; the state's pack comes on top. */
  readonly standing: {
    /** Every one of these kinds, valid on the day, by role. */
    readonly certificates: {
      readonly peer: readonly string[]
      readonly mhp: readonly string[]
      readonly chaplain: readonly string[]
    }
    readonly designation: 'required' | 'advised'
    readonly agreementDays: number
    /** Days after the group course before somebody leads. */
    readonly leadAfterDays: number
    readonly lapsesSoonDays: number
    readonly confirmDetailsDays: number
  }
  /** Care of the team: group sessions of one member in thirty days, and rest after the hardest. */
  readonly load: { readonly sessionsPerMonth: number; readonly offAfterHardest: boolean }
  /** On-call gaps are told this many days ahead. */
  readonly gapWarningDays: number
  /** Somebody with fewer sessions than this is new and sits beside somebody who is not. */
  readonly newUntilSessions: number
  /** Members of an affected agency: blocked by default, a region may soften this to a warning. */
  readonly affectedAgency: 'block' | 'warn'
  readonly perAgencyAtMost: number
  /** Nobody who would be longer on the road is asked; a coordinator may allow it for one plan. */
  readonly furthestMinutes: number
  readonly travel:
    | { readonly kind: 'fixed'; readonly minutes: number }
    | { readonly kind: 'distance'; readonly kilometresPerHour: number }
  readonly restHours: number
  readonly wave: {
    /** Assumed shares of offers answered with a yes, 0 to 1. Never derived from a person's past answers. */
    readonly expectedYes: number
    readonly expectedOnCall: number
    readonly expectedAtNight: number
    /** From somebody who would be longer on the road than `farMinutes`. */
    readonly expectedFar: number
    readonly farMinutes: number
    /** So many are asked together that the open seats are filled with this chance. */
    readonly sureness: number
    readonly minutes: number
  }
  readonly callBackMinutes: number
  /** After a session that was held. */
  readonly followUp: {
    readonly firstFromHours: number
    readonly firstUntilHours: number
    /** Days after its own until a later one counts as late. */
    readonly graceDays: number
  }
  /** A request nobody answers for rings further: minutes after it came in. */
  readonly alert: {
    readonly backupAfterMinutes: number
    readonly everybodyAfterMinutes: number
    readonly directorAfterMinutes: number
  }
  /** Whether everybody is still reached: asked so often, and waited for so long. */
  readonly drill: { readonly everyDays: number; readonly answerHours: number }
  readonly callOut: {
    /** Whoever is on call and hasn't answered is telephoned after this. */
    readonly telephoneAfterMinutes: number
    /** A seat is kept this long for somebody whose shift must release them first. */
    readonly holdMinutes: number
    /** Texts and calls of the region in one minute; phone companies drop what comes faster. */
    readonly messagesPerMinute: number
    /** From so many open offers to one person on, one text speaks for all of them, */
    readonly bundleFrom: number
    /** and for so long no further one follows it. */
    readonly bundleMinutes: number
  }
  /** Pre-incident education that an agency books: nobody waits for it at night. */
  readonly booking: {
    readonly rollCallTalk: BookedSession
    readonly recruitClass: BookedSession
    readonly familyEvening: BookedSession
    /** Whoever booked hears from a coordinator within so many days. */
    readonly answerDays: number
    /** A member who is asked has so long to answer, and whoever is next is asked after it. */
    readonly answerHours: number
    /** As `wave.sureness`, where a day is time enough to ask again. */
    readonly sureness: number
    /** A session may be booked, and moved, so far ahead. */
    readonly daysAhead: number
  }
  /** Of counts of contacts with peers, only those that are not small are shown. */
  readonly tallies: { readonly smallestCount: number }
  /** Courses and what comes of them; what a state asks (its pack) comes on top, and the stricter of both holds. */
  readonly training: {
    /** Of a test's answers that must be right, 0 to 1. */
    readonly passShare: number
    readonly retestAfterDays: number
    readonly finishWithinDays: number
    readonly certificateDays: number
    readonly continuedHoursPerYear: number
  }
}

/** How long it takes, and how many peers come along with whoever leads. */
type BookedSession = { readonly minutes: number; readonly peers: number }

export const defaultPolicy: Policy = {
  windows: {
    onSceneSupport: { opens: 0, idealUntil: 4, closes: 12 },
    rits: { opens: 0, idealUntil: 2, closes: 6 },
    defusing: { opens: 0, idealUntil: 8, closes: 12 },
    cisd: { opens: 24, idealUntil: 72, closes: 240 },
    cmb: { opens: 0, idealUntil: 24, closes: 72 },
    orgConsultation: { opens: 0, idealUntil: 24, closes: 72 },
    familySupport: { opens: 0, idealUntil: 72, closes: 672 },
    pastoralSupport: { opens: 0, idealUntil: 72, closes: 672 },
  },
  groupSize: {
    defusing: 20,
    cisd: 20,
    cisdSmallest: 4,
    cmb: 300,
    circlesAtOnce: 3,
    ritsFrom: 100,
    smallest: 3,
  },
  team: { leadMinutes: 30, prepareMinutes: 90, briefingMinutes: 30, participantsPerMember: 6 },
  standing: {
    certificates: { peer: ['AIC', 'GCI'], mhp: ['license', 'GCI'], chaplain: ['chaplain', 'AIC'] },
    designation: 'required',
    agreementDays: 730,
    leadAfterDays: 365,
    lapsesSoonDays: 60,
    confirmDetailsDays: 90,
  },
  load: { sessionsPerMonth: 3, offAfterHardest: true },
  gapWarningDays: 7,
  newUntilSessions: 3,
  affectedAgency: 'block',
  perAgencyAtMost: 2,
  furthestMinutes: 120,
  travel: { kind: 'distance', kilometresPerHour: 40 },
  restHours: 48,
  wave: {
    expectedYes: 0.4,
    expectedOnCall: 0.5,
    expectedAtNight: 0.3,
    expectedFar: 0.25,
    farMinutes: 60,
    sureness: 0.9,
    minutes: 6,
  },
  callBackMinutes: 15,
  followUp: { firstFromHours: 24, firstUntilHours: 72, graceDays: 3 },
  alert: { backupAfterMinutes: 5, everybodyAfterMinutes: 10, directorAfterMinutes: 15 },
  drill: { everyDays: 30, answerHours: 48 },
  callOut: {
    telephoneAfterMinutes: 5,
    holdMinutes: 30,
    messagesPerMinute: 60,
    bundleFrom: 3,
    bundleMinutes: 10,
  },
  booking: {
    rollCallTalk: { minutes: 30, peers: 1 },
    recruitClass: { minutes: 120, peers: 1 },
    familyEvening: { minutes: 90, peers: 1 },
    answerDays: 3,
    answerHours: 24,
    sureness: 0.5,
    daysAhead: 365,
  },
  tallies: { smallestCount: 5 },
  training: {
    passShare: 0.8,
    retestAfterDays: 7,
    finishWithinDays: 365,
    certificateDays: 730,
    continuedHoursPerYear: 8,
  },
}

/**
 * A stored policy as it is read today: what was decided stands, and a number that did not exist then has its
 * default. Lists, and how travel is reckoned, are taken whole.
 */
export function policyFrom(stored: Readonly<Record<string, unknown>>): Policy {
  const { travel, ...rest } = stored
  return {
    ...(over(defaultPolicy, rest) as Policy),
    ...(travel === undefined ? {} : { travel: travel as Policy['travel'] }),
  }
}

function over(under: object, given: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.entries(under).map(([name, value]) => {
      const decided = given[name]
      if (decided === undefined) return [name, value]
      const deeper = typeof value === 'object' && !Array.isArray(value)
      return [name, deeper ? over(value as object, decided as Record<string, unknown>) : decided]
    }),
  )
}
