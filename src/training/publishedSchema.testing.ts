/**
 * What the schema file that 1EdTech publishes asks of an OpenBadgeCredential, clause by clause for the classes that our badges use, in
 * words of our own: `ob_v3p0_achievementcredential_schema.json` of Open Badges 3.0, JSON Schema 2019-09, as read on 2026-11-29 in a
 * public copy. Classes that we use none of (evidence, endorsement, result, alignment, address, proof) are left out, and so are the
 * shorthands that only JSON-LD knows.
 */
const text = { type: 'string' }
const moment = { type: 'string', format: 'date-time' }
const extended = (values: readonly string[]) => ({
  oneOf: [
    { type: 'string', enum: values },
    { type: 'string', pattern: '(ext:)[a-z|A-Z|0-9|.|-|_]+' },
  ],
})
const typed = (...oneOfThese: string[]) => ({
  type: 'array',
  minItems: 1,
  items: text,
  contains: { enum: oneOfThese },
})
const open = (properties: object, ...required: string[]) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: true,
})

const identityTypes = [
  ...['name', 'sourcedId', 'systemId', 'productId', 'userName', 'accountId', 'emailAddress'],
  ...['nationalIdentityNumber', 'isbn', 'issn', 'lisSourcedId', 'oneRosterSourcedId', 'sisSourcedId'],
  ...['ltiContextId', 'ltiDeploymentId', 'ltiToolId', 'ltiPlatformId', 'ltiUserId', 'identifier'],
]
const achievementTypes = [
  ...['Achievement', 'ApprenticeshipCertificate', 'Assessment', 'Assignment', 'AssociateDegree', 'Award'],
  ...['Badge', 'BachelorDegree', 'Certificate', 'CertificateOfCompletion', 'Certification'],
  ...['CommunityService', 'Competency', 'Course', 'CoCurricular', 'Degree', 'Diploma', 'DoctoralDegree'],
  ...['Fieldwork', 'GeneralEducationDevelopment', 'JourneymanCertificate', 'LearningProgram', 'License'],
  ...['Membership', 'ProfessionalDoctorate', 'QualityAssuranceCredential', 'MasterCertificate'],
  ...['MasterDegree', 'MicroCredential', 'ResearchDoctorate', 'SecondarySchoolDiploma'],
]

const profile = open({ id: text, type: typed('Profile'), name: text, url: text }, 'id', 'type')
const identity = {
  ...open(
    {
      type: { const: 'IdentityObject' },
      hashed: { type: 'boolean' },
      identityHash: text,
      identityType: extended(identityTypes),
      salt: text,
    },
    ...['type', 'hashed', 'identityHash', 'identityType'],
  ),
  additionalProperties: false,
}
const achievement = open(
  {
    id: text,
    type: typed('Achievement'),
    achievementType: extended(achievementTypes),
    criteria: open({ id: text, narrative: text }),
    description: text,
    inLanguage: { type: 'string', pattern: '^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$' },
    name: text,
  },
  ...['id', 'type', 'criteria', 'description', 'name'],
)
const subject = open(
  {
    id: text,
    type: typed('AchievementSubject'),
    achievement,
    identifier: { type: 'array', items: identity },
    narrative: text,
  },
  ...['type', 'achievement'],
)

export const publishedSchema = {
  $schema: 'https://json-schema.org/draft/2019-09/schema',
  ...open(
    {
      '@context': {
        type: 'array',
        minItems: 2,
        items: [
          { const: 'https://www.w3.org/ns/credentials/v2' },
          {
            type: 'string',
            pattern:
              '^https:\\/\\/purl\\.imsglobal\\.org\\/spec\\/ob\\/v3p0\\/context(-3\\.\\d\\.\\d)*\\.json$',
          },
        ],
        additionalItems: { type: ['string', 'object'] },
      },
      id: text,
      type: { allOf: [typed('VerifiableCredential'), typed('AchievementCredential', 'OpenBadgeCredential')] },
      name: text,
      credentialSubject: subject,
      issuer: { oneOf: [text, profile] },
      validFrom: moment,
      validUntil: moment,
      credentialSchema: { type: 'array', items: open({ id: text, type: text }, 'id', 'type') },
      credentialStatus: open({ id: text, type: text }, 'type'),
    },
    ...['@context', 'id', 'type', 'credentialSubject', 'issuer', 'validFrom'],
  ),
}
