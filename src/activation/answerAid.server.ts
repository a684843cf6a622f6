import { audit } from '../audit/index.server.ts'
import type { SeatKind } from '../incident/index.ts'
import type { Actor } from '../platform/actor.ts'
import { refusedBy } from '../platform/constraint.server.ts'
import type { Db, Reader } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import { type AidRequestId, type MemberId, newId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { loadAgencies, loadPolicy, loadRegion } from '../region/index.server.ts'
import { type Availability, commit, loadAvailability } from '../roster/index.server.ts'
import { loadAid } from './aidStore.server.ts'
import { blocksOf } from './candidates.server.ts'
import { aidAnswered } from './jobs.ts'
import { may } from './may.ts'
import type { AidRequest } from './mutualAid.ts'
import { type ActivationCode, problem } from './problems.ts'
import type { ActivationTables } from './tables.server.ts'
import { commitmentKind } from './weight.ts'

/** Hours on the road that a guest is bound before and after, where the way between regions isn't known; assumed. */
const wayHours = 1

/** Members of this region who could be the guest: nothing keeps them at home, and the seat is for them. */
export async function possibleGuests(reader: Reader, request: AidRequest): Promise<Availability[]> {
  const { policy } = await loadPolicy(reader)
  const { timeZone } = await loadRegion(reader)
  const everybody = await loadAvailability(reader, boundFor(request), timeZone, policy)
  return everybody.filter((one) => blocksOf(one, policy).length === 0 && fits(one, request.kind))
}

function fits({ member, canLead }: Availability, kind: SeatKind): boolean {
  return kind === 'lead' ? member.role === 'peer' && canLead : member.role === kind
}

function boundFor({ startsAt, endsAt }: AidRequest) {
  return { startsAt: startsAt.subtract({ hours: wayHours }), endsAt: endsAt.add({ hours: wayHours }) }
}

export type AidReply =
  | { readonly code: 'not_this_time' }
  | {
      readonly code: 'offered'
      readonly memberId: MemberId | null
      /** The coordinator spoke to them: they want to come, and nothing ties them to anybody involved. */
      readonly spoken: boolean
    }

/** A coordinator answers the neighbour, once. Whoever is offered is bound from then on, so nobody is promised twice. */
export async function answerAid(
  db: Db,
  actor: Actor,
  requestId: AidRequestId,
  reply: AidReply,
): Promise<Outcome<null, ActivationCode>> {
  if (!may(actor, 'approve') || actor.kind !== 'account') return problem('not_allowed')
  if (reply.code === 'offered' && !reply.spoken) return problem('word_missing', 'spoken')
  return await refusedBy(
    {
      aid_answer_once: problem('answered_already'),
      commitment_nobody_in_two_places: problem('not_free', 'member'),
    },
    () =>
      db.write(actor, async (tx) => {
        const [request] = await loadAid(tx, { id: requestId })
        if (request === undefined || request.askedRegion !== tx.regionId) return problem('unknown_plan')
        if (request.closed || Temporal.Instant.compare(request.startsAt, tx.now) <= 0)
          return problem('not_needed_any_more')
        if (request.answer !== null) return problem('answered_already')
        const guest =
          reply.code === 'offered'
            ? (await possibleGuests(tx, request)).find((one) => one.member.id === reply.memberId)?.member
            : null
        if (guest === undefined) return problem('not_free', 'member')
        const agency = (await loadAgencies(tx)).find((one) => one.id === guest?.agencyId)
        const commitmentId =
          guest === null
            ? null
            : await commit(tx, guest.id, boundFor(request), commitmentKind(request.type), request.weight)
        await tx
          .tables<ActivationTables>()
          .insertInto('activation.aid_answer')
          .values({
            region_id: tx.regionId,
            id: newId<string>(),
            asking_region: request.region,
            request_id: requestId,
            code: reply.code,
            from_region: (await loadRegion(tx)).name,
            member_id: guest?.id ?? null,
            commitment_id: commitmentId,
            name: guest?.name ?? null,
            agency: agency?.name ?? null,
            answered_by: actor.accountId,
          })
          .execute()
        await enqueue(
          tx,
          aidAnswered,
          { regionId: request.region, requestId, accountId: request.askedBy },
          { key: `aid-answered:${requestId}` },
        )
        await audit(tx, {
          act: 'neighbour_answered',
          subject: guest === null ? 'region' : { member: guest.id },
          detail: { request: requestId, answer: reply.code },
        })
        return done(null)
      }),
  )
}
