import { type Audited, audit } from '../audit/index.server.ts'
import type { Actor } from '../platform/actor.ts'
import type { MemberId, PlanId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import { standsAside } from './alertStore.server.ts'
import type { Deps } from './callOut.server.ts'
import { seatsOpenTo } from './candidate.ts'
import { eligible } from './eligibility.ts'
import { seatReasons } from './explain.ts'
import { may } from './may.ts'
import { hasBegun, seatFor } from './planState.ts'
import { type Prepared, planAt, prepare } from './prepare.server.ts'
import { type ActivationCode, problem } from './problems.ts'
import { sendWave } from './sendOffers.server.ts'
import { claim } from './store.server.ts'
import { wakeBy } from './wake.server.ts'
import { planWave, type WaveOffer } from './waves.ts'

/**
 * A coordinator won't wait: the next wave goes out now, as if nobody who is asked were to answer. `seen`: the last wave
 * on the page, so that two who press at once ask once.
 */
export async function askMore(
  deps: Deps,
  actor: Actor,
  planId: PlanId,
  seen: number,
): Promise<Outcome<{ offers: number }, ActivationCode>> {
  return await asking(
    deps,
    actor,
    planId,
    { act: 'more_asked', subject: { plan: planId } },
    async (prepared) => {
      const { plan, call, pending } = prepared
      if ((plan.waves.at(-1)?.number ?? 0) !== seen) return problem('asked_meanwhile')
      const silent = pending.map((one) => ({ ...one, likelihood: 0 }))
      const wave = await planWave(call, silent, deps.solve)
      return wave.length === 0 ? problem('nobody_left') : done(wave)
    },
  )
}

/** Somebody by name, for a seat that is open: under the same hard rules as everybody, and past the choice alone. */
export async function askByName(
  deps: Deps,
  actor: Actor,
  planId: PlanId,
  memberId: MemberId,
): Promise<Outcome<{ offers: number }, ActivationCode>> {
  const asked = {
    act: 'member_asked_by_name',
    subject: { member: memberId },
    detail: { plan: planId },
  } as const
  return await asking(deps, actor, planId, asked, async (prepared) => {
    const { plan, call } = prepared
    if (call.candidates.every((one) => one.memberId !== memberId)) return problem('unknown_member', 'member')
    const who = eligible(call).find((one) => one.memberId === memberId)
    const kind = who && seatsOpenTo(who).find((one) => seatFor(plan, one) !== null)
    return who === undefined || kind === undefined
      ? problem('cannot_be_asked', 'member')
      : done([{ memberId, kind, reasons: seatReasons(who, call) }])
  })
}

/** Works a wave out, then writes it, unless the plan changed meanwhile: then once more. */
async function asking(
  deps: Deps,
  actor: Actor,
  planId: PlanId,
  audited: Audited,
  choose: (prepared: Prepared) => Promise<Outcome<readonly WaveOffer[], ActivationCode>>,
): Promise<Outcome<{ offers: number }, ActivationCode>> {
  if (!may(actor, 'approve') || actor.kind !== 'account') return problem('not_allowed')
  for (let tries = 0; tries < 5; tries++) {
    const prepared = await deps.db.read(actor, async (reader) => {
      const found = await planAt(reader, planId)
      if (found === null) return problem('unknown_plan')
      const { plan, activation } = found
      if (await standsAside(reader, activation.id, actor.accountId)) return problem('stood_aside')
      if (plan.end !== null) return problem('ended_already')
      if (plan.approval === null) return problem('not_approved_yet')
      if (hasBegun(plan, reader.now)) return problem('session_begun')
      return await prepare(reader, plan, activation, plan.approval)
    })
    if ('ok' in prepared) return prepared
    const wave = await choose(prepared)
    if (!wave.ok) return wave
    const written = await deps.db.write(actor, async (tx) => {
      if (!(await claim(tx, prepared.activation.id, prepared.activation.version))) return false
      await wakeBy(tx, prepared.plan, await sendWave(tx, prepared, wave.value))
      await audit(tx, audited)
      return true
    })
    if (written) return done({ offers: wave.value.length })
  }
  return problem('changed_meanwhile')
}
