import type { AccountId } from '../platform/ids.ts'
import type { Language } from '../ui/language.ts'
import type { Path } from '../ui/path.ts'

const path = (text: string) => text as Path
const inQuery = (lang: Language) => (lang === 'es' ? '?lang=es' : '')

/** The same public page in this language. */
export const spoken = (of: Path, lang: Language): Path => path(`${of}${inQuery(lang)}`)

/** Every address this module answers to. */
export const trainingPaths = {
  // Public, without an account.
  courses: (region: string) => path(`/${region}/courses`),
  course: (region: string, course: string) => path(`/${region}/courses/${course}`),
  lesson: (region: string, course: string, lesson: string) =>
    path(`/${region}/courses/${course}/lessons/${lesson}`),
  handout: (region: string, course: string, handout: string, lang: Language) =>
    path(`/${region}/courses/${course}/handouts/${handout}${inQuery(lang)}`),
  /** The form to enrol by oneself, or with a code. */
  enrol: (region: string, course: string) => path(`/${region}/courses/${course}/enrolment`),
  enrolAsked: (region: string, course: string) => path(`/${region}/courses/${course}/enrolment/asked`),
  classesFeed: (region: string) => path(`/${region}/classes.ics`),
  /** What a holder shows of a certificate: the code is its only key. */
  shown: (region: string, code: string) => path(`/${region}/certificates/${code}`),
  issuer: (region: string) => path(`/${region}/credentials/issuer`),
  issuerKey: (region: string, kid: string) => path(`/${region}/credentials/keys/${kid}`),
  statusList: (region: string) => path(`/${region}/credentials/status`),
  achievement: (region: string, course: string) => path(`/${region}/credentials/achievements/${course}`),

  // Of somebody who learns, signed in.
  learning: (region: string) => path(`/${region}/learning`),
  begin: (region: string, course: string) => path(`/${region}/learning/courses/${course}`),
  enrolment: (region: string, id: string) => path(`/${region}/learning/${id}`),
  leave: (region: string, id: string) => path(`/${region}/learning/${id}/leave`),
  section: (region: string, id: string, lesson: string, section: string) =>
    path(`/${region}/learning/${id}/lessons/${lesson}/${section}`),
  practice: (region: string, id: string, practice: string) =>
    path(`/${region}/learning/${id}/practice/${practice}`),
  test: (region: string, id: string) => path(`/${region}/learning/${id}/test`),
  testPart: (region: string, id: string, part: number) => path(`/${region}/learning/${id}/test/${part}`),
  handIn: (region: string, id: string) => path(`/${region}/learning/${id}/test/hand-in`),
  certificate: (region: string, id: string) => path(`/${region}/learning/certificates/${id}`),
  certificatePdf: (region: string, id: string) => path(`/${region}/learning/certificates/${id}/paper.pdf`),
  certificateBadge: (region: string, id: string) => path(`/${region}/learning/certificates/${id}/badge.jwt`),
  showings: (region: string, id: string) => path(`/${region}/learning/certificates/${id}/showings`),
  showingEnd: (region: string, id: string, showing: string) =>
    path(`/${region}/learning/certificates/${id}/showings/${showing}/end`),
  renewal: (region: string, id: string) => path(`/${region}/learning/certificates/${id}/renewal`),
  /** The way to duty, one's own. */
  ownWay: (region: string) => path(`/${region}/learning/way`),
  claims: (region: string) => path(`/${region}/learning/claims`),
  /** Continuing education, one's own. */
  continued: (region: string) => path(`/${region}/learning/continued`),

  // Classes: a list for whoever may join, and a page for whoever teaches.
  classes: (region: string) => path(`/${region}/classes`),
  newClass: (region: string) => path(`/${region}/classes/new`),
  class: (region: string, id: string) => path(`/${region}/classes/${id}`),
  /** A seat in it, or a place on the waiting list; POST with `leave` gives it back. */
  place: (region: string, id: string) => path(`/${region}/classes/${id}/place`),
  classSeats: (region: string, id: string) => path(`/${region}/classes/${id}/seats`),
  cancellation: (region: string, id: string) => path(`/${region}/classes/${id}/cancellation`),
  attendance: (region: string, id: string, meeting: string) =>
    path(`/${region}/classes/${id}/attendance/${meeting}`),
  signOffs: (region: string, id: string, enrolment: string) =>
    path(`/${region}/classes/${id}/sign-offs/${enrolment}`),
  evaluation: (region: string, id: string) => path(`/${region}/classes/${id}/evaluation`),

  // Keeping training: coordinators and administrators, the clinical director for reviews, agencies for their seats.
  training: (region: string) => path(`/${region}/training`),
  keptCourse: (region: string, course: string) => path(`/${region}/training/courses/${course}`),
  preview: (region: string, course: string) => path(`/${region}/training/courses/${course}/preview`),
  review: (region: string, course: string) => path(`/${region}/training/courses/${course}/review`),
  entry: (region: string, course: string) => path(`/${region}/training/courses/${course}/entry`),
  codes: (region: string, course: string) => path(`/${region}/training/courses/${course}/codes`),
  codeEnd: (region: string, course: string, code: string) =>
    path(`/${region}/training/courses/${course}/codes/${code}/end`),
  seats: (region: string, course: string) => path(`/${region}/training/courses/${course}/seats`),
  seatTakenBack: (region: string, course: string, naming: string) =>
    path(`/${region}/training/courses/${course}/seats/${naming}/withdrawal`),
  list: (region: string, course: string) => path(`/${region}/training/courses/${course}/list`),
  decision: (region: string, enrolment: string) =>
    path(`/${region}/training/enrolments/${enrolment}/decision`),
  way: (region: string, account: AccountId) => path(`/${region}/training/people/${account}`),
  claimCheck: (region: string, claim: string) => path(`/${region}/training/claims/${claim}/check`),
  claimWithdrawal: (region: string, claim: string) => path(`/${region}/training/claims/${claim}/withdrawal`),
  continuedCheck: (region: string, entry: string) => path(`/${region}/training/continued/${entry}/check`),
  revocation: (region: string, certificate: string) =>
    path(`/${region}/training/certificates/${certificate}/revocation`),
  keys: (region: string) => path(`/${region}/training/keys`),
  keyLoss: (region: string, kid: string) => path(`/${region}/training/keys/${kid}/loss`),
  transcripts: (region: string) => path(`/${region}/training/transcripts.csv`),
  /** An agency's contact fills the seats their agency was given. */
  ownSeats: (region: string) => path(`/${region}/seats`),
  ownSeatTakenBack: (region: string, naming: string) => path(`/${region}/seats/${naming}/withdrawal`),
}
