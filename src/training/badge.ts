import type { Region } from '../region/index.ts'
import type { Path } from '../ui/path.ts'
import type { Certificate } from './certificate.ts'
import type { Course } from './course.ts'
import { trainingPaths } from './paths.ts'

/** Where credentials are read: the public host, and the region they are of. */
export type Issuing = {
  readonly origin: string
  readonly region: Pick<Region, 'slug' | 'name' | 'timeZone'>
}

/** What a badge says of an achievement when its course is no longer offered: its name, and what it is not. */
export type Taught = Pick<Course, 'id' | 'title' | 'summary' | 'hours' | 'skills' | 'test'>

const credentials = 'https://www.w3.org/ns/credentials/v2'
const openBadges = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
const schema = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json'

const at = ({ origin }: Issuing, path: Path) => new URL(path, origin).href

/** The region as an issuer of credentials (Open Badges 3.0, Profile). */
export function issuerOf(of: Issuing) {
  const { slug, name } = of.region
  return {
    id: at(of, trainingPaths.issuer(slug)),
    type: ['Profile'],
    name,
    url: at(of, trainingPaths.courses(slug)),
  }
}

/** What a course certifies, and what it doesn't (Open Badges 3.0, Achievement). */
export function achievementOf(of: Issuing, course: Taught) {
  return {
    id: at(of, trainingPaths.achievement(of.region.slug, course.id)),
    type: ['Achievement'],
    achievementType: 'CertificateOfCompletion',
    name: course.title,
    description: course.summary,
    inLanguage: 'en',
    criteria: { narrative: criteria(course) },
  }
}

/** Both as documents of their own. */
export const documentOf = <Body extends object>(body: Body) => ({
  '@context': [credentials, openBadges],
  ...body,
})

/**
 * A certificate as an OpenBadgeCredential (Open Badges 3.0, 1EdTech). Of its holder it says the name, for the file is theirs;
 * no address, no account, no answer, no score. `subject` is a URI that stands for the holder in this one badge alone.
 */
export function badgeOf(of: Issuing, certificate: Certificate, subject: string, course: Taught | null) {
  const { slug, timeZone } = of.region
  const list = at(of, trainingPaths.statusList(slug))
  const index = String(certificate.statusIndex)
  return documentOf({
    id: `urn:uuid:${certificate.id}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: certificate.title,
    issuer: issuerOf(of),
    validFrom: whole(certificate.issuedAt),
    validUntil: whole(certificate.expiresOn.toZonedDateTime(timeZone).toInstant()),
    credentialSubject: {
      id: subject,
      type: ['AchievementSubject'],
      identifier: [
        { type: 'IdentityObject', identityType: 'name', hashed: false, identityHash: certificate.name },
      ],
      narrative: `${inHours(certificate.onlineMinutes)} online, ${inHours(certificate.inPersonMinutes)} in person.`,
      achievement: achievementOf(of, course ?? noLongerOffered(certificate)),
    },
    credentialStatus: {
      id: `${list}#${index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: index,
      statusListCredential: list,
    },
    credentialSchema: [{ id: schema, type: '1EdTechJsonSchemaValidator2019' }],
  })
}

/** Which of a region's badges were revoked (W3C Bitstring Status List v1.0). `encodedList` is worked out elsewhere. */
export function statusListOf(of: Issuing, encodedList: string, from: Temporal.Instant) {
  const id = at(of, trainingPaths.statusList(of.region.slug))
  return {
    '@context': [credentials],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuerOf(of).id,
    validFrom: whole(from),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList,
    },
  }
}

function criteria({ hours, skills, test }: Taught): string {
  return [
    hours.online === 0 ? '' : `Read every lesson online, about ${inHours(hours.online * 60)}.`,
    test === null ? '' : `Passed a test of ${test.questions} questions, drawn at random.`,
    hours.inPerson === 0 ? '' : `Took part in person, about ${inHours(hours.inPerson * 60)}.`,
    skills.length === 0
      ? ''
      : `An instructor watched and signed off:\n\n${skills.map((skill) => `- ${skill.text}`).join('\n')}`,
    'This is a certificate of one regional team. It is not a course of ICISF or of any other body, it is no license to practice or to give therapy, and it puts nobody on duty by itself.',
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

const noLongerOffered = ({ course, title }: Certificate): Taught => ({
  id: course,
  title,
  summary: 'A course that this team no longer offers.',
  hours: { online: 0, inPerson: 0 },
  skills: [],
  test: null,
})

const inHours = (minutes: number) => `${Number((minutes / 60).toFixed(1))} h`

/** To the second, in UTC: what a JWT's numeric dates can say too. */
const whole = (instant: Temporal.Instant) => instant.toString({ smallestUnit: 'second' })
