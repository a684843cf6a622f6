import { sameIssuer } from '../region/index.ts'
import type { Gate } from '../roster/index.ts'
import { lapseDays } from './lapse.ts'
import type { Step, StepCode } from './way.ts'

type Day = Temporal.PlainDate
const compare = Temporal.PlainDate.compare

/** Beside the steps of a course and the gates of the roster. */
export type LineCode = StepCode | Gate['code'] | 'course_certificate' | 'member' | 'clearance'

/** The one thing to do next about a line. */
export type WayNext =
  | 'enrol'
  | 'wait_yes'
  | 'go_on'
  | 'classes'
  | 'wait_review'
  | 'made_soon'
  | 'look_at_it'
  | 'renew'
  | 'enter_paper'
  | 'paper_waits'
  | 'ledger'
  | 'ask'

export type WayLine = {
  readonly code: LineCode
  /** Kinds of paper, or issuers, that it asks for. */
  readonly of: readonly string[]
  /** `ends`: it holds, and runs out within ninety days. */
  readonly state: 'done' | 'open' | 'ends' | 'not_needed'
  /** Open, and nobody is called out before it is done. */
  readonly bars: boolean
  /** The last day on which it holds. */
  readonly until: Day | null
  readonly next: WayNext | null
  /** Of a step of a course: how much of how much. */
  readonly amount: Pick<Step, 'have' | 'of'> | null
  /** The public text it comes from, as the roster has it; null: what the page says itself. */
  readonly source: string | null
}

export type CourseFacts = {
  readonly id: string
  /** The region asks for it as a paper; else it is only offered. */
  readonly asked: boolean
  /** The newest: one that stands, or how the last one ended. */
  readonly enrolment: { readonly id: string; readonly state: 'asked' | 'open' | 'over' } | null
  readonly steps: readonly Step[]
  /** The newest of this course. */
  readonly certificate: {
    readonly id: string
    readonly lastDay: Day
    readonly state: 'valid' | 'lapsed' | 'revoked'
  } | null
}

export type WayFacts = {
  readonly today: Day
  /** On the team's roster. */
  readonly member: boolean
  /** Off call since then, until the clinical director has spoken to them. */
  readonly offSince: Day | null
  /** The roster's checklist; of somebody who is no member yet, what their papers would come to. */
  readonly gates: readonly Gate[]
  readonly courses: readonly CourseFacts[]
  /** Papers that were entered and nobody looked at yet. */
  readonly waiting: readonly { readonly kind: string; readonly issuer: string }[]
}

export type CourseWay = Pick<CourseFacts, 'id' | 'asked' | 'enrolment' | 'certificate'> & {
  readonly lines: readonly WayLine[]
}
export type DutyWay = {
  /** May be called out today: as the roster decides, and nothing beside it. */
  readonly goes: boolean
  /** The last day on which everything still holds; null: nothing ends it, or it does not hold. */
  readonly until: Day | null
  /** So many lines stand in the way. */
  readonly open: number
  readonly courses: readonly CourseWay[]
  readonly papers: readonly WayLine[]
  readonly team: readonly WayLine[]
}

const paperCodes = ['state_certificate', 'certificate', 'license', 'chaplaincy'] as const
const teamCodes = ['designation', 'agreement', 'selection', 'standing', 'leave'] as const

/** Everything between somebody and being called out, in the order in which one walks it. */
export function dutyWay(facts: WayFacts): DutyWay {
  const { today, member, gates, offSince } = facts
  const own = new Set(facts.courses.filter((one) => one.asked).map((one) => one.id))
  const isCourse = ({ code, of }: Gate) => code === 'certificate' && own.has(of[0] ?? '')
  const gateLines = (codes: readonly Gate['code'][]) =>
    codes.flatMap((code) =>
      gates.filter((gate) => gate.code === code && !isCourse(gate)).map((gate) => gateLine(gate, facts)),
    )
  const courses = facts.courses.map((course) => ({
    ...{ id: course.id, asked: course.asked, enrolment: course.enrolment },
    certificate: course.certificate,
    lines: courseLines(
      course,
      gates.find((gate) => isCourse(gate) && gate.of[0] === course.id),
      today,
    ),
  }))
  const papers = gateLines(paperCodes)
  const team = member
    ? [...gateLines(teamCodes), ...(offSince === null ? [] : [bar('clearance')])]
    : [bar('member')]
  const open = [...courses.flatMap((course) => course.lines), ...papers, ...team].filter((one) => one.bars)
  const needed = gates.filter((gate) => gate.needed)
  const goes = member && offSince === null && needed.every((gate) => gate.state !== 'missing')
  const ends = needed.flatMap((gate) => gate.until ?? []).sort(compare)
  return { goes, until: goes ? (ends[0] ?? null) : null, open: open.length, courses, papers, team }
}

/** Steps to a certificate of ours, and the certificate. `gate`: what the roster says of it, where the region asks for it. */
function courseLines(course: CourseFacts, gate: Gate | undefined, today: Day): WayLine[] {
  const { asked, enrolment, certificate } = course
  const valid = certificate?.state === 'valid'
  const until = gate === undefined ? (valid ? certificate.lastDay : null) : gate.until
  const holds = gate === undefined ? valid : gate.state !== 'missing'
  const standing = enrolment !== null && enrolment.state !== 'over'
  const steps = course.steps.map(({ code, done, have, of }): WayLine => {
    // Whoever holds the certificate took these steps, whatever a newer text asks; who renews takes them again.
    const taken = done || (valid && !standing)
    const state = taken ? 'done' : asked && (standing || !holds) ? 'open' : 'not_needed'
    return {
      ...{ code, of: [], state, until: null, source: null, amount: { have, of } },
      bars: state === 'open' && !holds,
      next: taken ? null : stepNext(code, enrolment),
    }
  })
  const ends = holds && until !== null && endsSoon(until, today)
  const state = ends ? 'ends' : holds ? 'done' : asked ? 'open' : 'not_needed'
  const made = course.steps.length > 0 && course.steps.every((step) => step.done)
  const next = (): WayNext | null => {
    if (holds && !ends) return certificate === null ? null : 'look_at_it'
    if (enrolment?.state === 'asked') return 'wait_yes'
    if (enrolment?.state === 'open') return made ? 'made_soon' : 'go_on'
    if (certificate?.state === 'lapsed' || (valid && endsSoon(certificate.lastDay, today))) return 'renew'
    return valid ? 'made_soon' : 'enrol'
  }
  return [
    ...steps,
    {
      ...{ code: 'course_certificate', of: [], state, until, amount: null },
      ...{ bars: asked && !holds, next: next(), source: gate?.source ?? null },
    },
  ]
}

function stepNext(code: StepCode, enrolment: CourseFacts['enrolment']): WayNext | null {
  if (enrolment === null) return 'enrol'
  if (enrolment.state === 'asked') return 'wait_yes'
  // What comes after an end is said once, with the certificate.
  if (enrolment.state === 'over') return null
  if (code === 'room' || code === 'skills') return 'classes'
  if (code === 'continued_training' || code === 'continued_on_the_job') return 'ledger'
  return code === 'review' ? 'wait_review' : 'go_on'
}

function gateLine(gate: Gate, { today, waiting }: WayFacts): WayLine {
  const { code, of, until, source } = gate
  const holds = gate.state === 'ok' || gate.state === 'lapses_soon'
  const paper = (paperCodes as readonly string[]).includes(code)
  const ends = holds && until !== null && endsSoon(until, today)
  const bars = gate.needed && gate.state === 'missing'
  const state = ends ? 'ends' : holds ? 'done' : bars ? 'open' : 'not_needed'
  const settled = state === 'done' || gate.state === 'not_needed'
  const entered = waiting.some((one) =>
    code === 'state_certificate' ? of.some((name) => sameIssuer(name, one.issuer)) : of.includes(one.kind),
  )
  const next = settled ? null : !paper ? 'ask' : entered ? 'paper_waits' : 'enter_paper'
  return { code, of, state, bars, until, source, amount: null, next }
}

const bar = (code: 'member' | 'clearance'): WayLine => ({
  ...{ code, of: [], state: 'open', bars: true, until: null, source: null, amount: null, next: 'ask' },
})

/** From as early as its holder is told of it. */
export function endsSoon(lastDay: Day, today: Day): boolean {
  return today.until(lastDay, { largestUnit: 'day' }).days <= lapseDays[0]
}
