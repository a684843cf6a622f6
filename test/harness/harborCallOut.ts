import { type Answer, answerOffer } from '../../src/activation/answer.server.ts'
import { approvePlan, type Deps } from '../../src/activation/callOut.server.ts'
import { recordContact } from '../../src/activation/contact.server.ts'
import type { OfferState, PlanState } from '../../src/activation/planState.ts'
import { loadPlans } from '../../src/activation/planStore.server.ts'
import { requestTeam } from '../../src/activation/request.server.ts'
import { startSolver } from '../../src/activation/solver.server.ts'
import type { LoadedRegion } from '../../src/demonstration.server.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { type AccountId, type ActivationId, newId } from '../../src/platform/ids.ts'
import type { TestDatabase } from './database.ts'
import { demoDatabase } from './demonstration.ts'

export const yes: Answer = { conflict: false, choice: 'coming', fromAt: null }
export const no: Answer = { conflict: false, choice: 'not_this_time', fromAt: null }

export type HarborCallOut = {
  readonly base: TestDatabase
  readonly harbor: LoadedRegion
  readonly deps: Deps
  readonly rae: Extract<Actor, { kind: 'account' }>
  readonly system: Actor
  coordinator(): Extract<Actor, { kind: 'account' }>
  member(offer: OfferState): Actor
  requested(now: Temporal.Instant): Promise<ActivationId>
  /** The one plan proposed after the call to the agency: a defusing for a crew of six. */
  proposed(now: Temporal.Instant): Promise<PlanState>
  calledOut(now: Temporal.Instant): Promise<PlanState>
  load(plan: Pick<PlanState, 'id'>): Promise<PlanState>
  answer(offer: OfferState, given: Answer): ReturnType<typeof answerOffer>
  /** How many rows a table of the activation schema holds, in every region. */
  count(table: string): Promise<number>
  stop(): Promise<void>
}

/** One for all files of a worker: loading it takes longer than most of what it is asked. Idle, it keeps no process alive. */
const solver = startSolver()

/** Harbor's whole roster on a database of its own, and call-outs to try on it. */
export async function openHarborCallOut(): Promise<HarborCallOut> {
  const day = Temporal.PlainDate.from('2026-11-23')
  const { base, regions } = await demoDatabase(['harbor'], day, true)
  const { harbor } = regions
  const { regionId } = harbor
  const coordinator = () => ({
    kind: 'account' as const,
    accountId: newId<AccountId>(),
    regionId,
    roles: ['duty_coordinator' as const],
  })
  const rae = coordinator()
  const deps = { db: base.db, solve: solver.solve }
  const member = (offer: OfferState): Actor => ({ kind: 'member', memberId: offer.memberId, regionId })
  const load: HarborCallOut['load'] = async (plan) =>
    (await base.db.read(rae, (reader) => loadPlans(reader, { planId: plan.id })))[0]!

  const requested: HarborCallOut['requested'] = async (now) => {
    await base.setNow(now)
    const asked = await requestTeam(base.db, regionId, {
      kind: 'child_death_or_injury',
      occurredAt: now.subtract({ hours: 1 }),
      overAt: now.subtract({ minutes: 30 }),
      town: 'Larkfield',
      agencyId: harbor.agencies.get('Larkfield Fire')!,
      groups: [{ role: 'firefighters', count: 6 }],
      requesterName: 'Pat L.',
      callbackPhone: '617-555-0199',
    })
    if (!asked.ok) throw new Error(asked.code)
    return asked.value.activationId
  }
  const proposed: HarborCallOut['proposed'] = async (now) => {
    const activationId = await requested(now)
    await recordContact(base.db, rae, activationId, { role: 'shift commander', spokenAt: now, overAt: null })
    return (await base.db.read(rae, (reader) => loadPlans(reader, { activationId })))[0]!
  }
  return {
    base,
    harbor,
    deps,
    rae,
    system: { kind: 'system', regionId },
    coordinator,
    member,
    requested,
    proposed,
    async calledOut(now) {
      const plan = await proposed(now)
      const approved = await approvePlan(deps, rae, plan.id, approvalAt(now))
      if (!approved.ok) throw new Error(approved.code)
      return await load(plan)
    },
    load,
    answer: (offer, given) => answerOffer(base.db, member(offer), offer.id, given),
    async count(table) {
      return (await base.admin.query(`select count(*)::int as rows from activation.${table}`)).rows[0].rows
    },
    stop: () => base.drop(),
  }
}

export function approvalAt(now: Temporal.Instant) {
  return { startsAt: now.add({ hours: 2 }), place: 'Community room', signOffRole: null }
}
