/**
 * What Open Badges 3.0 asks of the classes that our badges use, as JSON Schema 2019-09: written by us after the specification's
 * data model (its appendix B, https://www.imsglobal.org/spec/ob/v3p0/). Stricter than the schema file that
 * 1EdTech publishes (`publishedSchema.testing.ts`): what we don't use is refused, so that nothing about a person slips in.
 */
const text = { type: 'string', minLength: 1 }
const url = { type: 'string', format: 'uri', pattern: '^https?://' }
const urn = { type: 'string', format: 'uri', pattern: '^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }
const moment = {
  type: 'string',
  format: 'date-time',
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$',
}
const exactly = (...values: string[]) => ({ const: values })
const object = (properties: object, optional: readonly string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
})
const contexts = exactly(
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
)
const draft = 'https://json-schema.org/draft/2019-09/schema'

const profile = { id: url, type: exactly('Profile'), name: text, url }
const achievement = {
  id: url,
  type: exactly('Achievement'),
  achievementType: { const: 'CertificateOfCompletion' },
  name: text,
  description: text,
  inLanguage: { const: 'en' },
  criteria: object({ narrative: text }),
}
const subject = object({
  id: urn,
  type: exactly('AchievementSubject'),
  identifier: {
    type: 'array',
    minItems: 1,
    maxItems: 1,
    items: object({
      type: { const: 'IdentityObject' },
      hashed: { type: 'boolean' },
      identityType: { const: 'name' },
      identityHash: text,
    }),
  },
  narrative: text,
  achievement: object(achievement),
})

export const profileSchema = { $schema: draft, ...object({ '@context': contexts, ...profile }) }
export const achievementSchema = { $schema: draft, ...object({ '@context': contexts, ...achievement }) }
export const badgeSchema = {
  $schema: draft,
  ...object({
    '@context': contexts,
    id: urn,
    type: exactly('VerifiableCredential', 'OpenBadgeCredential'),
    name: text,
    issuer: object(profile),
    validFrom: moment,
    validUntil: moment,
    credentialSubject: subject,
    credentialStatus: object({
      id: url,
      type: { const: 'BitstringStatusListEntry' },
      statusPurpose: { const: 'revocation' },
      statusListIndex: { type: 'string', pattern: '^(0|[1-9]\\d*)$' },
      statusListCredential: url,
    }),
    credentialSchema: {
      type: 'array',
      minItems: 1,
      items: object({ id: url, type: { const: '1EdTechJsonSchemaValidator2019' } }),
    },
  }),
}
