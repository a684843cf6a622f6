import type { Certificate } from './certificate.ts'

/**
 * A certificate of ours as the roster files it. Its kind is the course, so that a region may ask for it among a member's papers; its
 * issuer can be no name that a state's law gives, so it never stands for that one.
 */
export function paperOf(
  certificate: Pick<Certificate, 'id' | 'course' | 'issuedOn' | 'expiresOn'>,
  region: string,
) {
  return {
    kind: certificate.course,
    issuer: `${region} (own course)`,
    number: certificate.id.slice(-12),
    issuedOn: certificate.issuedOn,
    expiresOn: certificate.expiresOn,
  }
}
