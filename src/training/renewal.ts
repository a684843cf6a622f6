import type { Certificate } from './certificate.ts'
import { lastDayOf, stateOf } from './certificate.ts'
import { endsSoon } from './dutyWay.ts'
import type { TrainingCode } from './problems.ts'

/** Why a certificate can't be renewed today; null: it can. From ninety days before its end, and after it. */
export function renewalRefused(
  certificate: Pick<Certificate, 'expiresOn' | 'revocation'>,
  today: Temporal.PlainDate,
): TrainingCode | null {
  const state = stateOf(certificate, today, certificate.revocation)
  if (state === 'revoked') return 'certificate_revoked'
  return state === 'lapsed' || endsSoon(lastDayOf(certificate), today) ? null : 'renewal_early'
}
