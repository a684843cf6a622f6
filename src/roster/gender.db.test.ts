import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadAvailability } from './availability.server.ts'
import { ownGender, sayOwnGender } from './gender.server.ts'
import { loadMember } from './index.server.ts'
import { openRoster, type Roster, zone } from './roster.testing.ts'

describe('what members say of themselves', () => {
  let roster: Roster
  beforeAll(async () => {
    roster = await openRoster(Temporal.Instant.from('2026-11-24T12:00:00Z'))
  })
  afterAll(() => roster?.base.drop())

  it('is theirs to say and to take back, is weighed, and stands on no roster', async () => {
    const { db } = roster.base
    const id = await roster.member()
    const regionId = roster.here.regionId
    expect(await ownGender(db, regionId, id)).toBeNull()
    expect(await sayOwnGender(db, regionId, id, 'woman')).toMatchObject({ ok: true })
    expect(await ownGender(db, regionId, id)).toBe('woman')
    const span = {
      startsAt: Temporal.Instant.from('2026-11-24T18:00:00Z'),
      endsAt: Temporal.Instant.from('2026-11-24T19:00:00Z'),
    }
    const [one] = await db.read(roster.rae, (reader) => loadAvailability(reader, span, zone))
    expect(one!.gender).toBe('woman')
    expect(Object.keys((await db.read(roster.rae, (reader) => loadMember(reader, id)))!)).not.toContain(
      'gender',
    )
    await sayOwnGender(db, regionId, id, null)
    expect(await ownGender(db, regionId, id)).toBeNull()
  })

  it('is nobody’s to say from another region', async () => {
    const id = await roster.member()
    expect(await sayOwnGender(roster.base.db, roster.there.regionId, id, 'man')).toMatchObject({ ok: false })
    expect(await ownGender(roster.base.db, roster.here.regionId, id)).toBeNull()
  })
})
