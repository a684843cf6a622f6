import { memberAccounts } from '../identity/index.server.ts'
import type { Reader } from '../platform/db.server.ts'
import { todayIn } from '../region/index.server.ts'
import type { Asked } from './asked.ts'
import { certificatesOf } from './certificate.server.ts'
import { loadLedger } from './continued.server.ts'
import type { Library } from './course.ts'
import type { Enrolment } from './enrolment.ts'
import { twelveMonthsTo, type YearlyMinutes } from './ledger.ts'

/**
 * Of an enrolment that renews a certificate: what a text of the state asks of each year, and what of it counts in the twelve months
 * up to today, or up to its last day once that is over: hours may be seen later, and not be done later. Null: no text asks for it, or there is nothing that it renews. A certificate that was revoked began no ledger.
 */
export async function renewalHours(
  reader: Reader,
  library: Pick<Library, 'courses'>,
  { accountId, course, state, enrolledAt, finishBy }: Enrolment,
  { yearlyByText: of }: Pick<Asked, 'yearlyByText'>,
): Promise<{ readonly have: YearlyMinutes; readonly of: YearlyMinutes } | null> {
  if (of === null || state === 'finished') return null
  const renews = (await certificatesOf(reader, accountId)).some(
    (one) =>
      one.course === course &&
      one.revocation === null &&
      Temporal.Instant.compare(one.issuedAt, enrolledAt) <= 0,
  )
  if (!renews) return null
  const memberId = (await memberAccounts(reader)).get(accountId) ?? null
  const { counted } = await loadLedger(reader, library, accountId, memberId)
  const upTo = state === 'expired' ? finishBy : await todayIn(reader)
  return { have: twelveMonthsTo(upTo, counted), of }
}
