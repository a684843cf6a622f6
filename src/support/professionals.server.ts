import { createHash } from 'node:crypto'
import type { Db, Reader } from '../platform/db.server.ts'
import type { MemberId, RegionId } from '../platform/ids.ts'
import { loadPolicy, loadRegion } from '../region/index.server.ts'
import { loadAvailability } from '../roster/index.server.ts'
import type { Consultation } from './consultation.server.ts'
import { inTurn, nextOf, type Professional } from './professionalTurns.ts'

/**
 * Who is rung next, by the roster of this moment. Away, in a session, or before their own clearance after a hard one: not rung (assumed;
 * a professional who sits with a team can't pick up).
 */
export async function nextProfessional(
  app: Db,
  regionId: RegionId,
  { id, askedBy, rung }: Pick<Consultation, 'id' | 'askedBy' | 'rung'>,
): Promise<Professional | null> {
  return await app.read({ kind: 'system', regionId }, async (reader) => {
    const able = (await deployableProfessionals(reader))
      .filter((one) => !one.unavailable && !one.committed && !one.awaitsClearance)
      .map(({ member, onCall, reachable }) => ({ memberId: member.id, onCall, reachable }))
    return nextOf(
      inTurn(able, (memberId) => lotOf(id, memberId)),
      askedBy,
      rung,
    )
  })
}

/** Asked again when they answer: somebody suspended meanwhile takes nothing. */
export async function isProfessional(app: Db, regionId: RegionId, memberId: MemberId): Promise<boolean> {
  return await app.read({ kind: 'system', regionId }, async (reader) =>
    (await deployableProfessionals(reader)).some(({ member }) => member.id === memberId),
  )
}

async function deployableProfessionals(reader: Reader) {
  const { timeZone } = await loadRegion(reader)
  const { policy } = await loadPolicy(reader)
  const span = { startsAt: reader.now, endsAt: reader.now.add({ minutes: 1 }) }
  return (await loadAvailability(reader, span, timeZone, policy)).filter(
    ({ member, deployability }) => member.role === 'mhp' && deployability.deployable,
  )
}

const lotOf = (consultationId: string, memberId: MemberId) =>
  createHash('sha256').update(`${consultationId} ${memberId}`).digest('hex')
