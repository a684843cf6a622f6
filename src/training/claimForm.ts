import { type FormFault, type Typed, TypedForm } from '../platform/typedForm.ts'
import { evidenceKinds } from '../roster/index.ts'
import type { ClaimGiven } from './claim.ts'
import { limits } from './limits.ts'
import type { TrainingCode } from './problems.ts'

/** What stands for a kind that the region asks for nowhere, and whose name is typed. */
export const otherKind = 'other'
/** A paper that only the state's law asks for, whatever its issuer calls it. */
export const stateKind = 'state certificate'

/** A paper as its holder typed it. `kinds`: those the region asks for. */
export function readClaim(
  typed: Typed,
  kinds: readonly string[],
): { given: Omit<ClaimGiven, 'id' | 'name'>; faults: readonly FormFault<TrainingCode>[] } {
  const form = new TypedForm<TrainingCode>(typed)
  const chosen = form.choice('kind', [...kinds, stateKind, otherKind])
  const given = {
    kind: chosen === otherKind ? form.line('otherKind', limits.kind) : chosen,
    issuer: form.line('issuer', limits.issuer),
    number: form.line('number', limits.number),
    issuedOn: form.day('issuedOn'),
    expiresOn: form.day('expiresOn'),
    evidence: {
      kind: form.choice('evidenceKind', evidenceKinds),
      kept: form.line('evidenceKept', limits.evidenceKept),
    },
  }
  const dated = !form.faults.some(({ field }) => field === 'issuedOn' || field === 'expiresOn')
  if (dated && Temporal.PlainDate.compare(given.issuedOn, given.expiresOn) >= 0)
    form.wrong('expiresOn', 'ends_before_start')
  // A year that was mistyped would hold for a lifetime.
  else if (dated && Temporal.PlainDate.compare(given.issuedOn.add({ years: 10 }), given.expiresOn) < 0)
    form.wrong('expiresOn', 'expires_late')
  return { given, faults: form.faults }
}
