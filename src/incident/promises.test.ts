import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type AgencyId, newId } from '../platform/ids.ts'
import { defaultPolicy } from '../region/index.ts'
import { assess } from './assess.ts'
import { agencyId, facts, hours } from './facts.testing.ts'
import {
  earlierIncidentBands,
  exposures,
  type FurtherFacts,
  interpreterLanguages,
  investigations,
  shiftPatterns,
  teamWishes,
  told,
  toldFacts,
} from './further.ts'
import { affectedRoles, incidentKinds } from './kinds.ts'
import { isOwnDeath } from './nature.ts'
import { isCircle } from './sessions.ts'

const groups = fc.uniqueArray(
  fc.record({
    agencyId: fc.constantFrom(agencyId, newId<AgencyId>()),
    role: fc.constantFrom(...affectedRoles),
    count: fc.oneof(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 1, max: 700 })),
    placed: fc.array(
      fc.record({ exposure: fc.constantFrom(...exposures), count: fc.integer({ min: 1, max: 20 }) }),
      {
        maxLength: 2,
      },
    ),
  }),
  { selector: (group) => `${group.agencyId} ${group.role}`, minLength: 1, maxLength: 5 },
)
const answers = fc.record(
  Object.fromEntries(toldFacts.map((fact) => [fact, fc.constantFrom(...told)])) as Record<
    (typeof toldFacts)[number],
    fc.Arbitrary<(typeof told)[number]>
  >,
)
const anyFacts = fc.record({
  kind: fc.constantFrom(...incidentKinds),
  over: fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }),
  at: fc.integer({ min: 0, max: 700 }),
  groups,
  further: fc.record({
    answers,
    investigation: fc.constantFrom(...investigations),
    shiftPattern: fc.constantFrom(...shiftPatterns),
    earlierIncidents: fc.constantFrom(...earlierIncidentBands),
    interpreterLanguage: fc.option(fc.constantFrom(...interpreterLanguages), { nil: null }),
    teamWish: fc.option(fc.constantFrom(...teamWishes), { nil: null }),
  }),
})

const { groupSize, windows } = defaultPolicy
const largest = { defusing: groupSize.defusing, cisd: groupSize.cisd, cmb: groupSize.cmb }

it('the assessment keeps its promises for any incident', () => {
  fc.assert(
    fc.property(anyFacts, ({ kind, over, at, groups: given, further }) => {
      const { answers: told, ...rest } = further
      const exposed = given.flatMap((group) =>
        [...new Map(group.placed.map((one) => [one.exposure, one])).values()].map((one) => ({
          ...group,
          ...one,
        })),
      )
      const known: FurtherFacts = { ...told, ...rest, exposed }
      const incident = facts(kind, given, over === null ? null : hours(over), known)
      const { outcome, proposals, beside, withheld, advice } = assess(incident, defaultPolicy, hours(at))

      const nothing = outcome === 'nothing'
      expect(proposals.length + withheld.length).toBe(nothing ? 0 : given.length)
      expect(outcome === 'plans').toBe(proposals.length + beside.length > 0)
      expect(advice.map((one) => one.code)).toContain('one_to_one_for_all')
      for (const { because } of withheld) expect(because.length).toBeGreaterThan(0)
      for (const plan of [...proposals, ...beside]) {
        expect(Temporal.Instant.compare(plan.timing.opens, plan.timing.idealUntil)).toBeLessThanOrEqual(0)
        expect(Temporal.Instant.compare(plan.timing.idealUntil, plan.timing.closes)).toBeLessThanOrEqual(0)
        expect(Temporal.Instant.compare(hours(at), plan.timing.closes)).toBeLessThan(0)
        expect(plan.team.length).toBeGreaterThan(0)
        expect(plan.team.every((seat) => seat.count > 0)).toBe(true)
        expect(plan.reasons.length).toBeGreaterThan(0)
      }
      for (const one of proposals) {
        const { target, type, alternatives, sessions } = one
        const offered = [type, ...alternatives]
        const circles = offered.filter(isCircle)
        const inGroup = offered.some((other) => isCircle(other) || other === 'rits' || other === 'cmb')
        const places = new Set(
          exposed
            .filter((e) => e.agencyId === target.agencyId && e.role === target.role)
            .map((e) => e.exposure),
        )
        if (over === null || target.count < 2) expect(inGroup).toBe(false)
        if (target.role === 'command') expect(circles).toEqual([])
        if (told.goingStraightBack === 'yes' || places.size > 1) expect(circles).toEqual([])
        const force =
          kind === 'officer_involved_shooting' ||
          kind === 'deadly_force_other' ||
          told.firearmDischarged === 'yes'
        if (
          force &&
          told.statementsCompleted !== 'yes' &&
          told.counselAgreesToGroup !== 'yes' &&
          places.has('direct')
        )
          expect(inGroup).toBe(false)
        if (offered.includes('cisd')) {
          expect(target.count).toBeGreaterThanOrEqual(groupSize.cisdSmallest)
          expect(
            kind !== 'other' || one.contraindications.every((reason) => reason.code !== 'routine_only'),
          ).toBe(true)
        }
        if (type === 'cisd') {
          const count = (...kinds: string[]) =>
            one.team.filter((seat) => kinds.includes(seat.kind)).reduce((sum, seat) => sum + seat.count, 0)
          expect(count('mhp')).toBe(sessions)
          expect(count('lead', 'peer')).toBeGreaterThanOrEqual(2 * sessions)
        }
        if (type === 'defusing' || type === 'cisd' || type === 'cmb')
          expect(target.count).toBeLessThanOrEqual(largest[type] * sessions)
        expect(one.needsClinicalSignOff).toBe(isCircle(type) && isOwnDeath(incident))
        expect(new Set(offered).size).toBe(offered.length)
        for (const { type: ruledOut } of one.ruledOut) expect(offered).not.toContain(ruledOut)
        for (const other of alternatives)
          if (over !== null && other !== 'onSceneSupport')
            expect(at).toBeLessThan(over + windows[other].closes)
      }
    }),
    { numRuns: 500 },
  )
})
