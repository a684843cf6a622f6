import type { EnrolmentHow, EnrolmentState } from './enrolment.ts'

/** What one enrolment came to, as records of training name it. */
export type Transcript = {
  readonly name: string
  readonly course: string
  readonly title: string
  /** Of the text: of the certificate where there is one, else as it stands; null: neither is there any more. */
  readonly fingerprint: string | null
  readonly how: EnrolmentHow
  readonly agency: string | null
  readonly enrolledOn: Temporal.PlainDate
  readonly finishedOn: Temporal.PlainDate | null
  readonly state: EnrolmentState
  /** Null, as skills are: the course is gone, and no certificate says it. */
  readonly onlineMinutes: number | null
  readonly inPersonMinutes: number
  /** Of the best test that was passed. */
  readonly testPercent: number | null
  readonly skillsShown: number | null
  readonly skills: number | null
  readonly certificate: {
    readonly number: string
    readonly lastDay: Temporal.PlainDate
    readonly revokedOn: Temporal.PlainDate | null
  } | null
}

/** Headings stay the same in every language: other software reads them. */
const columns = [
  ...[
    'name',
    'course',
    'title',
    'version',
    'how',
    'agency',
    'enrolled',
    'finished',
    'state',
    'minutes_online',
  ],
  ...[
    'minutes_in_person',
    'test_percent',
    'skills_shown',
    'skills_of',
    'certificate',
    'valid_until',
    'revoked',
  ],
]

/** A header and one row for each, to be written as CSV. */
export function transcriptRows(all: readonly Transcript[]): string[][] {
  const said = (value: { toString(): string } | null | undefined) => value?.toString() ?? ''
  return [
    columns,
    ...all.map((one) => [
      one.name,
      one.course,
      one.title,
      said(one.fingerprint?.slice(0, 12)),
      one.how,
      said(one.agency),
      said(one.enrolledOn),
      said(one.finishedOn),
      one.state,
      said(one.onlineMinutes),
      said(one.inPersonMinutes),
      said(one.testPercent),
      said(one.skillsShown),
      said(one.skills),
      said(one.certificate?.number),
      said(one.certificate?.lastDay),
      said(one.certificate?.revokedOn),
    ]),
  ]
}
