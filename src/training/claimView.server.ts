import type { Reader } from '../platform/db.server.ts'
import type { AccountId, MemberId } from '../platform/ids.ts'
import { loadPolicy, loadRegion } from '../region/index.server.ts'
import { sameIssuer } from '../region/index.ts'
import { loadMember, loadRequirements } from '../roster/index.server.ts'
import { loadClaims } from './claims.server.ts'
import type { ClaimsView, WaitingClaims } from './claimView.ts'
import type { Library } from './course.ts'
import { learnerName } from './learnView.server.ts'
import { ownAffairs } from './ownAffair.server.ts'
import { heldByOthers } from './paperHolders.server.ts'

export async function loadClaimsView(
  reader: Reader,
  library: Library,
  accountId: AccountId,
  memberId: MemberId | null,
): Promise<ClaimsView> {
  const member = memberId === null ? null : await loadMember(reader, memberId)
  const { policy } = await loadPolicy(reader)
  const { certificates, certifiedBy } = await loadRequirements(reader, policy)
  const ours = new Set(library.courses.map((one) => one.id))
  return {
    region: await loadRegion(reader),
    name: await learnerName(reader, accountId),
    suggested: member?.name ?? null,
    kinds: [...new Set(Object.values(certificates).flat())].filter((kind) => !ours.has(kind)),
    certifiedBy,
    claims: (await loadClaims(reader, { accountId })).reverse(),
  }
}

export async function loadWaitingClaims(reader: Reader): Promise<WaitingClaims> {
  const { policy } = await loadPolicy(reader)
  const { certifiedBy } = await loadRequirements(reader, policy)
  const all = await loadClaims(reader, {})
  const claims = all.filter((one) => one.check === null)
  if (claims.length === 0) return []
  const { anywhere } = await heldByOthers(reader, claims, all)
  const own = await ownAffairs(reader)
  return claims.map((claim) => ({
    claim,
    own: own(claim.accountId),
    ofOther: anywhere.has(claim.id),
    named: certifiedBy?.some((name) => sameIssuer(name, claim.issuer)) ?? null,
  }))
}
