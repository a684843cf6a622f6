import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MemberId } from '../platform/ids.ts'
import { defaultPolicy } from '../region/index.ts'
import { checklist } from './checklist.ts'
import { canLeadOn } from './deployable.ts'
import { loadFiles } from './files.server.ts'
import { requirementsFor } from './requirements.ts'
import { openRoster, type Roster, zone } from './roster.testing.ts'
import { law } from './standing.testing.ts'
import { loadStandings } from './standings.server.ts'

/** Rosters whose papers, decisions and leaves begin and end around the days that are asked about. */
const people = 120
const first = Temporal.PlainDate.from('2026-10-20')

describe('what the database leaves out', () => {
  let roster: Roster
  const ids: MemberId[] = []

  beforeAll(async () => {
    roster = await openRoster(Temporal.Instant.from('2026-11-24T12:00:00Z'))
    const spans = fc.sample(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 30 }), fc.boolean()), {
        minLength: 7,
        maxLength: 7,
      }),
      { numRuns: people, seed: 11 },
    )
    const admin = roster.base.admin
    const region = roster.here.regionId
    for (const [index, mine] of spans.entries()) {
      const id = await roster.member({ role: index % 4 === 0 ? 'mhp' : 'peer' })
      ids.push(id)
      const on = (days: number) => first.add({ days }).toString()
      const [selection, aic, gci, agreement, designation, suspension, leave] = mine
      const insert = (text: string, ...values: unknown[]) => admin.query(text, [region, id, ...values])
      await insert(
        `with one as (insert into roster.selection (region_id, id, member_id, selected_on)
           values ($1, gen_random_uuid(), $2, $3) returning region_id, id)
         insert into roster.deselection (region_id, selection_id, deselected_on, ground)
         select region_id, id, $4::date, 'own_wish' from one where $5`,
        on(selection![0]),
        on(selection![0] + selection![1]),
        selection![2],
      )
      for (const [kind, paper] of [
        [index % 4 === 0 ? 'license' : 'AIC', aic!],
        ['GCI', gci!],
      ] as const)
        await insert(
          `insert into roster.credential (region_id, id, member_id, kind, issuer, number, issued_on, expires_on, ended_on)
           values ($1, gen_random_uuid(), $2, $3, 'ICISF', $4, $5, $6, $7)`,
          kind,
          `F-${index}-${kind}`,
          on(paper[0] - (kind === 'GCI' && paper[2] ? 400 : 0)),
          on(paper[0] + paper[1]),
          index % 5 === 0 ? on(paper[0] + 5) : null,
        )
      await insert(
        `insert into roster.agreement (region_id, id, member_id, signed_on, renew_by)
         values ($1, gen_random_uuid(), $2, $3, $4)`,
        on(agreement![0]),
        on(agreement![0] + agreement![1]),
      )
      await insert(
        `with one as (insert into roster.designation (region_id, id, member_id, document, designated_on)
           values ($1, gen_random_uuid(), $2, 'letter', $3) returning region_id, id)
         insert into roster.designation_end (region_id, designation_id, ended_on)
         select region_id, id, $4::date from one where $5`,
        on(designation![0]),
        on(designation![0] + designation![1]),
        designation![2],
      )
      if (index % 3 === 0)
        await insert(
          `with one as (insert into roster.suspension (region_id, id, member_id, starts_at, ground)
             values ($1, gen_random_uuid(), $2, $3::timestamptz, 'not_recorded') returning region_id, id)
           insert into roster.reinstatement (region_id, suspension_id, reinstated_at, ground)
           select region_id, id, $4::timestamptz, 'not_recorded' from one where $5`,
          // Around midnight of the region, where the day in the world is another one.
          `${on(suspension![0])}T03:30:00Z`,
          `${on(suspension![0] + suspension![1])}T04:30:00Z`,
          suspension![2],
        )
      if (index % 3 === 1)
        await insert(
          `insert into roster.leave_of_absence (region_id, id, member_id, starts_on, ends_on)
           values ($1, gen_random_uuid(), $2, $3, $4)`,
          on(leave![0]),
          on(leave![0] + leave![1]),
        )
    }
  }, 120_000)
  afterAll(() => roster?.base.drop())

  it('changes nothing in what the rule says of anybody on any day', async () => {
    const requirements = requirementsFor(defaultPolicy, law(['ICISF']))
    const said = { ok: 0, missing: 0, leads: 0 }
    for (let days = 0; days <= 75; days += 3) {
      const day = first.add({ days })
      const [files, standings] = await roster.base.db.read(roster.rae, async (reader) => [
        await loadFiles(reader, zone),
        await loadStandings(reader, zone, day),
      ])
      for (const id of ids) {
        const [whole, narrowed] = [files.get(id)!, standings.get(id)!]
        const gates = checklist(narrowed, day, requirements)
        expect(plain(gates), `${id} on ${day.toString()}`).toEqual(plain(checklist(whole, day, requirements)))
        const leads = canLeadOn(narrowed, day, requirements)
        expect(leads).toBe(canLeadOn(whole, day, requirements))
        for (const gate of gates) said[gate.state === 'missing' ? 'missing' : 'ok']++
        if (leads) said.leads++
      }
    }
    for (const times of Object.values(said)) expect(times).toBeGreaterThan(500)
  }, 60_000)
})

function plain(gates: ReturnType<typeof checklist>) {
  return gates.map((gate) => ({ ...gate, until: gate.until?.toString() ?? null }))
}
