import type { Discipline, Policy, TrainingRule } from '../region/index.ts'
import type { YearlyMinutes } from './ledger.ts'

/** What is asked of somebody's training here: the region's policy and the texts of its state, the stricter of each. */
export type Asked = {
  /** Of a test's answers, 1 to 100. */
  readonly passPercent: number
  readonly retestAfterDays: number
  /** From enrolment; the state's months are counted by the calendar. */
  readonly finishWithin: { readonly days: number; readonly months: number | null }
  /** From the first test to the last; null: no text says. */
  readonly testsWithinMonths: number | null
  /** Of the way to duty; null: no text says, and the course's own plan holds. */
  readonly minutes: { readonly all: number | null; readonly inPerson: number | null }
  readonly certificateDays: number
  /** Of each year after the certificate. */
  readonly yearly: YearlyMinutes
  /** What the texts alone ask of it: a renewal waits for that, and policy's number is an aim. Null: none asks. */
  readonly yearlyByText: YearlyMinutes | null
  /** The texts that were laid on top of policy. */
  readonly texts: readonly TrainingRule[]
}

/** `disciplines`: whom somebody stands for; empty: not known, and only what is asked of every peer counts. */
export function askedOf(
  policy: Pick<Policy, 'training'>,
  rules: readonly TrainingRule[],
  disciplines: readonly Discipline[],
): Asked {
  const texts = rules.filter((rule) => rule.for === null || rule.for.some((one) => disciplines.includes(one)))
  const { training } = policy
  const most = (of: (rule: TrainingRule) => number | null | undefined, least = 0) =>
    Math.max(least, ...texts.map((rule) => of(rule) ?? 0))
  const fewest = (of: (rule: TrainingRule) => number | null): number | null => {
    const said = texts.flatMap((rule) => of(rule) ?? [])
    return said.length === 0 ? null : Math.min(...said)
  }
  const yearly = texts.filter((rule) => rule.yearly !== null)
  const trainingBy = (policyHours: number) => 60 * most((rule) => rule.yearly?.trainingHours, policyHours)
  const onTheJob = 60 * most((rule) => rule.yearly?.onTheJobHours)
  const minutesOf = (of: (rule: TrainingRule) => number | null) => {
    const hours = most(of)
    return hours === 0 ? null : hours * 60
  }
  return {
    passPercent: most((rule) => rule.passPercent, Math.round(training.passShare * 100)),
    retestAfterDays: most((rule) => rule.retestAfterDays, training.retestAfterDays),
    finishWithin: { days: training.finishWithinDays, months: fewest((rule) => rule.finishWithinMonths) },
    testsWithinMonths: fewest((rule) => rule.testsWithinMonths),
    minutes: { all: minutesOf((rule) => rule.hours), inPerson: minutesOf((rule) => rule.inPersonHours) },
    certificateDays: training.certificateDays,
    yearly: { training: trainingBy(training.continuedHoursPerYear), onTheJob },
    yearlyByText: yearly.length === 0 ? null : { training: trainingBy(0), onTheJob },
    texts,
  }
}

/** The last day on which a course that was begun that day may be finished. */
export function finishBy(begun: Temporal.PlainDate, { finishWithin }: Asked): Temporal.PlainDate {
  const byPolicy = begun.add({ days: finishWithin.days })
  if (finishWithin.months === null) return byPolicy
  const byState = begun.add({ months: finishWithin.months })
  return Temporal.PlainDate.compare(byState, byPolicy) < 0 ? byState : byPolicy
}
