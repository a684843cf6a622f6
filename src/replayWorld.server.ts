import type pg from 'pg'
import {
  answerOffer,
  approvePlan,
  loadPlans,
  openFromIncident,
  recordContact,
  type startSolver,
  tick,
} from './activation/index.server.ts'
import { nextDue, type PlanState, pendingOffers, suggestStart } from './activation/index.ts'
import { answerModel, modelAnswer } from './activation/simulation.ts'
import type { LoadedRegion } from './demonstration.server.ts'
import type { ParsedIncident } from './incident/index.ts'
import type { Actor } from './platform/actor.ts'
import type { Db } from './platform/db.server.ts'
import type { IncidentId } from './platform/ids.ts'
import { loadPolicy } from './region/index.server.ts'
import { awaitingClearance, clear } from './roster/index.server.ts'

export type World = {
  readonly db: Db
  readonly admin: pg.Pool
  readonly loaded: LoadedRegion
  /** As the import wrote them. */
  readonly incidents: ReadonlyMap<string, IncidentId>
  readonly coordinator: Actor
  readonly deps: { db: Db; solve: ReturnType<typeof startSolver>['solve'] }
  settle(): Promise<void>
  at(now: Temporal.Instant): Promise<void>
}

export async function playIncident(world: World, incident: ParsedIncident): Promise<PlanState[]> {
  const { db, coordinator, loaded } = world
  let now = (incident.overAt ?? incident.occurredAt).add({ minutes: 10 })
  await world.at(now)
  await clearAll(world)
  const opened = await openFromIncident(db, coordinator, world.incidents.get(incident.number)!)
  if (!opened.ok) throw new Error(`${incident.number}: ${opened.code}`)
  const { activationId } = opened.value
  now = now.add({ minutes: 10 })
  await world.at(now)
  await recordContact(db, coordinator, activationId, { role: 'shift commander', spokenAt: now, overAt: null })
  now = now.add({ minutes: 15 })
  await world.at(now)
  const { policy } = await db.read(coordinator, (reader) => loadPolicy(reader))
  for (const plan of await db.read(coordinator, (reader) => loadPlans(reader, { activationId }))) {
    const approved = await approvePlan(world.deps, coordinator, plan.id, {
      startsAt: suggestStart(plan.window, plan.type, now, policy.team),
      place: 'Community room',
      signOffRole: plan.needsClinicalSignOff ? 'clinical director' : null,
      signOffInvolved: plan.needsClinicalSignOff ? false : null,
    })
    if (!approved.ok) throw new Error(`${incident.number}: ${approved.code}`)
  }
  await world.settle()
  const load = () => db.read(coordinator, (reader) => loadPlans(reader, { activationId }))

  // One event at a time: the next answer, the next wave, the end of a window.
  for (let steps = 0; steps < 500; steps++) {
    const plans = await load()
    const running = plans.filter((plan) => nextDue(plan, now) !== null)
    if (running.length === 0) return plans
    const answers = running.flatMap((plan) =>
      pendingOffers(plan).map((offer) => ({ offer, at: answerAt(world, incident, offer) })),
    )
    const next = answers.sort((one, other) => Temporal.Instant.compare(one.at, other.at))[0]
    const due = running.map((plan) => nextDue(plan, now)!).sort(Temporal.Instant.compare)[0]!
    if (next !== undefined && Temporal.Instant.compare(next.at, due) <= 0) {
      now = latest(now, next.at)
      await world.at(now)
      const said = modelAnswer(answerModel, memberKey(world, next.offer.memberId), incident.number)
      const member: Actor = { kind: 'member', memberId: next.offer.memberId, regionId: loaded.regionId }
      await answerOffer(db, member, next.offer.id, {
        conflict: said.conflict,
        choice: said.comes ? 'coming' : 'not_this_time',
        fromAt: null,
      })
    } else {
      now = latest(now, due)
      await world.at(now)
    }
    await tick(world.deps, loaded.regionId)
    await world.settle()
  }
  return await load()
}

/** The clinical director clears whoever served at the hardest before the next call comes: assumed, as nobody answers it. */
async function clearAll({ db, coordinator, loaded }: World): Promise<void> {
  const director: Actor = { ...coordinator, roles: ['clinical_director'] } as Actor
  const waiting = await db.read(coordinator, (reader) => awaitingClearance(reader, reader.now))
  for (const member of waiting.keys()) {
    const cleared = await clear(db, director, member)
    if (!cleared.ok) throw new Error(`${loaded.regionId}: ${cleared.code}`)
  }
}

function latest(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) > 0 ? one : other
}

function answerAt(
  world: World,
  incident: ParsedIncident,
  offer: PlanState['offers'][number],
): Temporal.Instant {
  const { minutes } = modelAnswer(answerModel, memberKey(world, offer.memberId), incident.number)
  return offer.madeAt.add({ seconds: Math.round(minutes * 60) })
}

export function memberOf(world: World, id: string) {
  return world.loaded.members.find((one) => one.id === id)!.member
}

function memberKey(world: World, id: string): string {
  return memberOf(world, id).key
}
