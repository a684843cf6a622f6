import type { Policy } from './policy.ts'
import type { SourceCode } from './settingSource.ts'

/** 'windows.defusing.idealUntil': every single value of a policy; both ways of reckoning travel are in it. */
type PathsOf<Shape> = Shape extends Leaf
  ? never
  : {
      [Key in keyof Shape & string]: Shape[Key] extends Leaf ? Key : `${Key}.${PathsOf<Shape[Key]>}`
    }[keyof Shape & string]
type Leaf = string | number | boolean | readonly string[]
export type PolicyPath = PathsOf<Policy>
export type SettingValue = Leaf

/** Kinds of session that have a window, in the order of a policy. */
export const windowNames = [
  'onSceneSupport',
  'rits',
  'defusing',
  'cisd',
  'cmb',
  'orgConsultation',
  'familySupport',
  'pastoralSupport',
] as const satisfies readonly (keyof Policy['windows'])[]
export type WindowName = (typeof windowNames)[number]

export type NumberUnit =
  | 'hours'
  | 'minutes'
  | 'people'
  | 'days'
  | 'sessions'
  | 'messages'
  | 'contacts'
  | 'kilometresPerHour'
  /** Stored from 0 to 1, typed and shown as per cent. */
  | 'share'

type Kind =
  /** The bounds catch slips of the hand, and what code could not bear; wide on purpose, and assumed. */
  | { readonly unit: NumberUnit; readonly whole: boolean; readonly from: number; readonly to: number }
  | { readonly unit: 'choice'; readonly options: readonly (string | boolean)[] }
  /** Words as the roster writes them: kinds of certificate are data. At least one. */
  | { readonly unit: 'list'; readonly most: number }

export type Setting = Kind & {
  /** Where the default comes from. */
  readonly source: SourceCode
  /** Asked only while another setting is this. */
  readonly onlyWhen?: { readonly path: PolicyPath; readonly is: string }
}

const whole = (unit: NumberUnit, from: number, to: number, source: SourceCode) => ({
  unit,
  whole: true,
  from,
  to,
  source,
})
// Eight weeks: the longest published window, a mass disaster's, ends after four.
const hours = (source: SourceCode) => whole('hours', 0, 8 * 7 * 24, source)
const share = (source: SourceCode, to = 1) =>
  ({ unit: 'share', whole: false, from: 0.05, to, source }) as const
const minutes = (from: number, source: SourceCode) => whole('minutes', from, 480, source)
// One person alone never gets a group session (general knowledge), so a group has two.
const people = (source: SourceCode) => whole('people', 2, 2000, source)
const days = (from: number, source: SourceCode) => whole('days', from, 3650, source)
const choice = (options: readonly (string | boolean)[], source: SourceCode) => ({
  unit: 'choice' as const,
  options,
  source,
})
const list = (source: SourceCode) => ({ unit: 'list' as const, most: 12, source })

/** Every setting of a policy: how it is measured, what it may be, and where its default comes from. */
export const settings: Readonly<Record<PolicyPath, Setting>> = {
  'windows.onSceneSupport.opens': hours('onSceneDuring'),
  'windows.onSceneSupport.idealUntil': hours('onSceneNumbers'),
  'windows.onSceneSupport.closes': hours('onSceneNumbers'),
  'windows.rits.opens': hours('ritsOnRelease'),
  'windows.rits.idealUntil': hours('ritsNumbers'),
  'windows.rits.closes': hours('ritsNumbers'),
  'windows.defusing.opens': hours('defusingSoon'),
  'windows.defusing.idealUntil': hours('defusingIdeal'),
  'windows.defusing.closes': hours('defusingLatest'),
  'windows.cisd.opens': hours('cisdIdeal'),
  'windows.cisd.idealUntil': hours('cisdIdeal'),
  'windows.cisd.closes': hours('cisdLatest'),
  'windows.cmb.opens': hours('cmbAnyTime'),
  'windows.cmb.idealUntil': hours('cmbNumbers'),
  'windows.cmb.closes': hours('cmbNumbers'),
  'windows.orgConsultation.opens': hours('consultationAnyTime'),
  'windows.orgConsultation.idealUntil': hours('consultationNumbers'),
  'windows.orgConsultation.closes': hours('consultationNumbers'),
  'windows.familySupport.opens': hours('besideAnyTime'),
  'windows.familySupport.idealUntil': hours('besideNumbers'),
  'windows.familySupport.closes': hours('besideNumbers'),
  'windows.pastoralSupport.opens': hours('besideAnyTime'),
  'windows.pastoralSupport.idealUntil': hours('besideNumbers'),
  'windows.pastoralSupport.closes': hours('besideNumbers'),
  'groupSize.smallest': people('smallestGroup'),
  'groupSize.defusing': people('defusingGroup'),
  'groupSize.cisdSmallest': people('cisdGroup'),
  'groupSize.cisd': people('cisdGroup'),
  'groupSize.cmb': people('cmbGroup'),
  'groupSize.circlesAtOnce': whole('sessions', 1, 10, 'circlesAtOnce'),
  'groupSize.ritsFrom': people('ritsGroup'),
  'team.participantsPerMember': whole('people', 1, 50, 'teamSize'),
  'team.leadMinutes': minutes(0, 'leadTime'),
  'team.prepareMinutes': minutes(0, 'leadTime'),
  'team.briefingMinutes': minutes(0, 'leadTime'),
  perAgencyAtMost: whole('people', 1, 20, 'perAgency'),
  affectedAgency: choice(['block', 'warn'], 'otherAgency'),
  newUntilSessions: whole('sessions', 0, 50, 'newcomers'),
  'travel.kind': choice(['distance', 'fixed'], 'travel'),
  'travel.kilometresPerHour': {
    ...whole('kilometresPerHour', 5, 130, 'travel'),
    onlyWhen: { path: 'travel.kind', is: 'distance' },
  },
  'travel.minutes': { ...minutes(1, 'travel'), onlyWhen: { path: 'travel.kind', is: 'fixed' } },
  furthestMinutes: minutes(10, 'furthest'),
  'standing.certificates.peer': list('coreCourses'),
  'standing.certificates.mhp': list('mhpPapers'),
  'standing.certificates.chaplain': list('chaplainPapers'),
  'standing.designation': choice(['required', 'advised'], 'designation'),
  'standing.agreementDays': days(1, 'renewal'),
  'standing.leadAfterDays': days(0, 'leadAfter'),
  'standing.lapsesSoonDays': days(0, 'lapsesSoon'),
  'standing.confirmDetailsDays': days(1, 'confirmDetails'),
  'load.sessionsPerMonth': whole('sessions', 1, 30, 'sessionsPerMonth'),
  'load.offAfterHardest': choice([true, false], 'afterHardest'),
  'followUp.firstFromHours': whole('hours', 0, 240, 'followUps'),
  'followUp.firstUntilHours': whole('hours', 1, 720, 'followUps'),
  'followUp.graceDays': whole('days', 0, 60, 'followUpGrace'),
  restHours: whole('hours', 0, 30 * 24, 'rest'),
  callBackMinutes: minutes(1, 'callBack'),
  'alert.backupAfterMinutes': minutes(1, 'alertLadder'),
  'alert.everybodyAfterMinutes': minutes(1, 'alertLadder'),
  'alert.directorAfterMinutes': minutes(1, 'alertLadder'),
  'wave.expectedYes': share('expectedYes'),
  'wave.expectedOnCall': share('expectedYes'),
  'wave.expectedAtNight': share('expectedYes'),
  'wave.expectedFar': share('expectedYes'),
  'wave.farMinutes': minutes(1, 'expectedYes'),
  'wave.sureness': share('sureness'),
  'wave.minutes': minutes(1, 'waveLength'),
  'callOut.telephoneAfterMinutes': minutes(1, 'telephone'),
  'callOut.holdMinutes': minutes(1, 'hold'),
  'callOut.messagesPerMinute': { unit: 'messages', whole: true, from: 1, to: 10_000, source: 'throttle' },
  'callOut.bundleFrom': { unit: 'messages', whole: true, from: 2, to: 50, source: 'bundle' },
  'callOut.bundleMinutes': minutes(1, 'bundle'),
  gapWarningDays: whole('days', 1, 60, 'gapWarning'),
  // A drill is over before the next one is due: the longest wait is shorter than the shortest interval.
  'drill.everyDays': whole('days', 7, 365, 'drills'),
  'drill.answerHours': whole('hours', 1, 144, 'drills'),
  'booking.rollCallTalk.minutes': minutes(10, 'bookedLength'),
  'booking.rollCallTalk.peers': whole('people', 0, 6, 'bookedTeam'),
  'booking.recruitClass.minutes': minutes(10, 'bookedLength'),
  'booking.recruitClass.peers': whole('people', 0, 6, 'bookedTeam'),
  'booking.familyEvening.minutes': minutes(10, 'bookedLength'),
  'booking.familyEvening.peers': whole('people', 0, 6, 'bookedTeam'),
  'booking.answerDays': whole('days', 1, 30, 'bookingAnswer'),
  'booking.answerHours': whole('hours', 1, 240, 'bookingAnswer'),
  'booking.sureness': share('bookingSureness'),
  'booking.daysAhead': whole('days', 14, 730, 'bookingAhead'),
  // Below three, a person who knows of one contact could take it off and know the rest.
  'tallies.smallestCount': whole('contacts', 3, 50, 'smallestCount'),
  'training.passShare': share('passMark'),
  'training.retestAfterDays': days(0, 'retest'),
  'training.finishWithinDays': days(30, 'finishWithin'),
  'training.certificateDays': days(90, 'certificateHolds'),
  'training.continuedHoursPerYear': whole('hours', 0, 200, 'continued'),
}

export const policyPaths = Object.keys(settings) as readonly PolicyPath[]

/** What stands at a path; null where this way of reckoning travel does not ask it. */
export function valueAt(policy: Policy, path: PolicyPath): SettingValue | null {
  let at: unknown = policy
  for (const key of path.split('.')) at = (at as Readonly<Record<string, unknown>> | undefined)?.[key]
  return (at as SettingValue | undefined) ?? null
}

/** A whole policy from its single values; what is not asked is left out. */
export function policyOf(values: Readonly<Record<PolicyPath, SettingValue | null>>): Policy {
  const policy: Record<string, unknown> = {}
  for (const path of policyPaths) {
    const when = settings[path].onlyWhen
    if (values[path] === null || (when !== undefined && values[when.path] !== when.is)) continue
    const keys = path.split('.')
    let at = policy
    for (const key of keys.slice(0, -1)) {
      at[key] ??= {}
      at = at[key] as Record<string, unknown>
    }
    at[keys.at(-1)!] = values[path]
  }
  return policy as Policy
}

export function valuesOf(policy: Policy): Record<PolicyPath, SettingValue | null> {
  return Object.fromEntries(policyPaths.map((path) => [path, valueAt(policy, path)])) as Record<
    PolicyPath,
    SettingValue | null
  >
}

export function sameValue(one: SettingValue | null, other: SettingValue | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
