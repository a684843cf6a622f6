import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, doneWith } from '../platform/outcome.testing.ts'
import { defaultPolicy } from '../region/index.ts'
import { deselect, reinstate, select, suspend } from './index.server.ts'
import { checklist, type Missing, requirementsFor } from './index.ts'
import { openRoster, type Roster } from './roster.testing.ts'
import { date } from './standing.testing.ts'

const now = Temporal.Instant.from('2026-11-24T03:00:00Z')
const today = date('2026-11-23')

describe('decisions on a member’s standing', () => {
  let roster: Roster
  beforeAll(async () => {
    roster = await openRoster(now)
  })
  afterAll(() => roster.base.drop())

  const stateOf = async (memberId: Parameters<Roster['file']>[0], code: Missing, day = today) =>
    checklist(await roster.file(memberId), day, requirementsFor(defaultPolicy, null)).find(
      (gate) => gate.code === code,
    )?.state

  it('suspend once, also when two decide at once, until a review ends it', async () => {
    const { base, lena } = roster
    const memberId = await roster.member()
    expect(await stateOf(memberId, 'standing')).toBe('ok')
    const twice = await Promise.all([
      suspend(base.db, lena, memberId, 'confidentiality_breach'),
      suspend(base.db, roster.actor('clinical_director'), memberId, 'confidentiality_breach'),
    ])
    expect(twice.map(codeOf).sort()).toEqual(['done', 'suspended_already'])
    expect(await stateOf(memberId, 'standing')).toBe('missing')
    expect(await stateOf(memberId, 'standing', today.subtract({ days: 1 }))).toBe('ok')

    await base.setNow(now.add({ hours: 48 }))
    const ends = await Promise.all([
      reinstate(base.db, lena, memberId, 'unfounded'),
      reinstate(base.db, lena, memberId, 'remedied'),
    ])
    expect(ends.map(codeOf).sort()).toEqual(['done', 'not_suspended'])
    expect(await stateOf(memberId, 'standing', today.add({ days: 1 }))).toBe('missing')
    expect(await stateOf(memberId, 'standing', today.add({ days: 2 }))).toBe('ok')
    const [kept] = (await roster.file(memberId)).suspensions
    expect(kept).toMatchObject({ ground: 'confidentiality_breach', decided: { at: now } })
    expect(kept?.reinstatement?.decided).toEqual({ at: now.add({ hours: 48 }), by: lena.accountId })

    expect(codeOf(await suspend(base.db, lena, memberId, 'missed_training'))).toBe('done')
    expect((await roster.file(memberId)).suspensions).toHaveLength(2)
    await base.setNow(now)
  })

  it('select once, deselect on a listed ground, and select again', async () => {
    const { base, rae } = roster
    const memberId = await roster.member()
    const choose = () => select(base.db, rae, memberId, today)
    expect(await stateOf(memberId, 'selection')).toBe('missing')
    expect(codeOf(await deselect(base.db, rae, memberId, 'own_wish'))).toBe('not_selected')
    expect(codeOf(await select(base.db, rae, memberId, today.add({ days: 1 })))).toBe('in_future selectedOn')
    expect((await Promise.all([choose(), choose()])).map(codeOf).sort()).toEqual(['done', 'selected_already'])
    expect(await stateOf(memberId, 'selection')).toBe('ok')
    const ends = await Promise.all([
      deselect(base.db, rae, memberId, 'missed_training'),
      deselect(base.db, rae, memberId, 'own_wish'),
    ])
    expect(ends.map(codeOf).sort()).toEqual(['done', 'not_selected'])
    expect(await stateOf(memberId, 'selection')).toBe('missing')
    doneWith(await choose())
    const { selections } = await roster.file(memberId)
    const decided = { at: now, by: rae.accountId }
    expect(selections.map((one) => [one.selectedOn, one.deselectedOn, one.decided])).toEqual([
      [today, today, decided],
      [today, null, decided],
    ])
    expect(selections[0]?.deselection?.decided).toEqual(decided)
  })

  it('cannot be rewritten or taken back, not even by the application', async () => {
    const tables = ['selection', 'deselection', 'suspension', 'reinstatement', 'designation_end', 'state_law']
    for (const table of tables) {
      const held = await roster.base.admin.query(
        `select p from unnest(array['update', 'delete', 'truncate']) p
          where has_table_privilege('tailboard_app', 'roster.' || $1, p)
             or (p = 'update' and has_any_column_privilege('tailboard_app', 'roster.' || $1, p))`,
        [table],
      )
      expect(held.rows, table).toEqual([])
    }
  })
})
