import type { Asked } from './asked.ts'

export type HandedIn = {
  readonly on: Temporal.PlainDate
  readonly right: number
  readonly of: number
  /** Per cent that were asked of this test when it was drawn. */
  readonly passPercent: number
}

/** Tests of one person in one course: those of the enrolment, and those that were failed under earlier ones. */
export type TestsBefore = { readonly own: readonly HandedIn[]; readonly earlier: readonly HandedIn[] }

export type MayTest =
  | { readonly may: true }
  | { readonly may: false; readonly why: 'passed' }
  | { readonly may: false; readonly why: 'early'; readonly from: Temporal.PlainDate }
  | { readonly may: false; readonly why: 'over'; readonly since: Temporal.PlainDate }

/** Passed with exactly the share that was asked: 70 per cent of 20 are 14. */
export function passed(test: Pick<HandedIn, 'right' | 'of' | 'passPercent'>): boolean {
  return test.right * 100 >= test.of * test.passPercent
}

export function scorePercent({ right, of }: Pick<HandedIn, 'right' | 'of'>): number {
  return Math.floor((right * 100) / of)
}

/** The best that was passed, in per cent; null: none was. */
export function bestPassed(tests: readonly HandedIn[]): number | null {
  const won = tests.filter(passed).map(scorePercent)
  return won.length === 0 ? null : Math.max(...won)
}

/**
 * Whether a test may be begun that day. Source of waiting and end: the state's text where one was read (Alabama: again after 30
 * days, all within 12 months), else the region's policy. Days are whole: handed in on the 1st with 30 days, again from the 31st.
 * Whoever leaves and enrols again waits as long as whoever stayed; the months begin anew, or enrolling again would lead nowhere.
 */
export function mayTest(
  { own, earlier }: TestsBefore,
  today: Temporal.PlainDate,
  asked: Pick<Asked, 'retestAfterDays' | 'testsWithinMonths'>,
): MayTest {
  if (own.some(passed)) return { may: false, why: 'passed' }
  const [first] = daysOf(own)
  const last = daysOf([...own, ...earlier]).at(-1)
  if (last === undefined) return { may: true }
  const from = last.add({ days: asked.retestAfterDays })
  if (first !== undefined && asked.testsWithinMonths !== null) {
    const end = first.add({ months: asked.testsWithinMonths })
    const begins = Temporal.PlainDate.compare(today, from) < 0 ? from : today
    if (Temporal.PlainDate.compare(begins, end) >= 0) return { may: false, why: 'over', since: end }
  }
  return Temporal.PlainDate.compare(today, from) < 0 ? { may: false, why: 'early', from } : { may: true }
}

function daysOf(tests: readonly HandedIn[]): Temporal.PlainDate[] {
  return tests.map((test) => test.on).sort(Temporal.PlainDate.compare)
}
