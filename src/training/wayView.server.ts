import { accountsHere, memberAccounts } from '../identity/index.server.ts'
import type { Reader } from '../platform/db.server.ts'
import type { AccountId, MemberId } from '../platform/ids.ts'
import { loadPolicy, loadRegion, todayIn } from '../region/index.server.ts'
import { awaitingClearance, loadFiles, loadMember, loadRequirements } from '../roster/index.server.ts'
import { type Credential, checklist, type Requirements } from '../roster/index.ts'
import { disciplinesOf, loadAsked, type Packs } from './asked.server.ts'
import type { Asked } from './asked.ts'
import { certificatesOf } from './certificate.server.ts'
import { lastDayOf, stateOf } from './certificate.ts'
import { loadClaims } from './claims.server.ts'
import { loadLedger } from './continued.server.ts'
import { type ContinuedWay, continuedWay } from './continuedWay.ts'
import type { Course, Library } from './course.ts'
import { inOrder } from './courseOrder.ts'
import { type CourseFacts, dutyWay } from './dutyWay.ts'
import { stands } from './enrolment.ts'
import { loadEnrolments } from './enrolments.server.ts'
import { loadDone } from './learn.server.ts'
import { learnerName, stepsFor } from './learnView.server.ts'
import { ledgerOf } from './ledger.ts'
import { ownAffair } from './ownAffair.server.ts'
import { paperOf } from './paper.ts'
import { progressOf } from './progress.ts'
import { reviewOf } from './review.server.ts'
import { type Step, stepsOf } from './way.ts'
import type { WayView } from './wayView.ts'

type Given = { readonly library: Library; readonly packs: Packs }

/** What is offered where the region asks for no course of ours. */
const fundamentals = 'peer-support-fundamentals'

/** Somebody's way to duty, as it stands today. Whoever calls this decides whether it may be seen. */
export async function loadWay(
  reader: Reader,
  given: Given,
  accountId: AccountId,
  memberId: MemberId | null,
): Promise<WayView> {
  const region = await loadRegion(reader)
  const today = await todayIn(reader)
  const { policy } = await loadPolicy(reader)
  const requirements = await loadRequirements(reader, policy)
  const member = memberId === null ? null : await loadMember(reader, memberId)
  const file =
    memberId === null ? undefined : (await loadFiles(reader, region.timeZone, memberId)).get(memberId)
  const claims = await loadClaims(reader, { accountId })
  const asked = await loadAsked(
    reader,
    given.packs,
    await disciplinesOf(reader, { accountId, agencyId: null }),
  )
  const courses = coursesFor(given.library, requirements, file?.role ?? 'peer')
  const facts = await Promise.all(
    courses.map((one) => courseFacts(reader, given, one, asked, accountId, today)),
  )
  const gates =
    file !== undefined
      ? checklist(file, today, requirements)
      : checklist(
          {
            role: 'peer',
            credentials: [
              ...claims.filter((one) => one.check?.verdict === 'seen'),
              ...(await ownPapers(reader, accountId, region.name, today)),
            ],
            ...{ selections: [], agreements: [], designations: [], suspensions: [], leaves: [] },
          },
          today,
          requirements,
        ).filter(({ code }) => code === 'certificate' || code === 'state_certificate')
  const offSince = memberId === null ? undefined : (await awaitingClearance(reader, reader.now)).get(memberId)
  const way = dutyWay({
    ...{ today, gates, member: file !== undefined, courses: facts },
    offSince:
      offSince === undefined || !policy.load.offAfterHardest
        ? null
        : offSince.toZonedDateTimeISO(region.timeZone).toPlainDate(),
    waiting: claims.filter((one) => one.check === null),
  })
  const { certifiedBy, sources } = requirements
  return {
    ...{ region, accountId, memberId: file === undefined ? null : memberId, asked },
    name: (await learnerName(reader, accountId)) ?? member?.name ?? null,
    way: {
      ...way,
      courses: way.courses.map((one) => ({
        ...one,
        course: courses.find((of) => of.course.id === one.id)!.course,
      })),
    },
    continued: await continuedOf(reader, given.library, { accountId, memberId, asked, today }),
    hours: asked.texts.filter((text) => text.hours !== null || text.inPersonHours !== null),
    self: await ownAffair(reader, accountId),
    checked: claims.filter((one) => one.check !== null),
    law: certifiedBy === null ? null : { certifiedBy, citation: sources.state_certificate },
  }
}

/** The same for a coordinator, about anybody who has a role here or learned here; null: nobody of this region. */
export async function loadWayOf(reader: Reader, given: Given, accountId: AccountId): Promise<WayView | null> {
  const known =
    (await learnerName(reader, accountId)) !== null || (await accountsHere(reader)).includes(accountId)
  const memberId = (await memberAccounts(reader)).get(accountId) ?? null
  return known ? await loadWay(reader, given, accountId, memberId) : null
}

function coursesFor(
  { courses }: Library,
  { certificates }: Requirements,
  role: keyof Requirements['certificates'],
): { readonly course: Course; readonly asked: boolean }[] {
  const asked = inOrder(courses.filter(({ id }) => certificates[role].includes(id)))
  if (asked.length > 0) return asked.map((course) => ({ course, asked: true }))
  const full = inOrder(courses.filter(({ depth }) => depth === 'full'))
  const offered = full.find(({ id }) => id === fundamentals) ?? full[0]
  return offered === undefined ? [] : [{ course: offered, asked: false }]
}

async function courseFacts(
  reader: Reader,
  { library, packs }: Given,
  { course, asked: isAsked }: { readonly course: Course; readonly asked: boolean },
  asked: Asked,
  accountId: AccountId,
  today: Temporal.PlainDate,
): Promise<CourseFacts> {
  const enrolments = await loadEnrolments(reader, { accountId, course: course.id })
  const standing = enrolments.find((one) => stands(one.state))
  const enrolment = standing ?? enrolments.find((one) => one.state === 'finished')
  const certificate = (await certificatesOf(reader, accountId)).find((one) => one.course === course.id)
  return {
    id: course.id,
    asked: isAsked,
    enrolment:
      enrolment === undefined
        ? null
        : {
            id: enrolment.id,
            state: enrolment.state === 'asked' || enrolment.state === 'open' ? enrolment.state : 'over',
          },
    steps:
      enrolment === undefined
        ? await stepsAhead(reader, course, asked)
        : await stepsFor(
            reader,
            library,
            { course, enrolment },
            await loadDone(reader, enrolment.id),
            // As its certificate goes: of whoever an agency sent, by that one too.
            await loadAsked(reader, packs, await disciplinesOf(reader, enrolment)),
          ),
    certificate:
      certificate === undefined
        ? null
        : {
            id: certificate.id,
            lastDay: lastDayOf(certificate),
            state: stateOf(certificate, today, certificate.revocation),
          },
  }
}

/** What the course will take of somebody who is not in it. */
async function stepsAhead(reader: Reader, course: Course, asked: Asked): Promise<Step[]> {
  return stepsOf({
    ...{ course, asked, inPersonMinutes: 0, looks: new Map(), continued: null },
    progress: progressOf(course, { read: new Set(), practised: new Set(), tests: [] }),
    reviewed: (await reviewOf(reader, course)) !== null,
  })
}

type Whose = {
  readonly accountId: AccountId
  readonly memberId: MemberId | null
  readonly asked: Asked
  readonly today: Temporal.PlainDate
}
async function continuedOf(
  reader: Reader,
  library: Library,
  { accountId, memberId, asked, today }: Whose,
): Promise<ContinuedWay | null> {
  const { start, counted } = await loadLedger(reader, library, accountId, memberId)
  if (start === null) return null
  return continuedWay(ledgerOf(start, today, counted, asked.yearly), asked.yearly)
}

/** Certificates of ours that hold, as the roster would file them. */
async function ownPapers(
  reader: Reader,
  accountId: AccountId,
  region: string,
  today: Temporal.PlainDate,
): Promise<Credential[]> {
  return (await certificatesOf(reader, accountId))
    .filter((one) => stateOf(one, today, one.revocation) === 'valid')
    .map((one) => paperOf(one, region))
}
