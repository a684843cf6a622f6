import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HarborCallOut, openHarborCallOut } from '../../test/harness/harborCallOut.ts'
import type { Actor } from '../platform/actor.ts'
import { codeOf } from '../platform/outcome.testing.ts'
import { deleteOldNotes, leaveNote, loadNotes, removeNote } from './handOver.server.ts'
import { readNote } from './handOver.ts'

const now = Temporal.Instant.from('2026-12-01T20:00:00Z')

describe('a hand-over note', () => {
  let here: HarborCallOut
  beforeAll(async () => {
    here = await openHarborCallOut()
    await here.base.setNow(now)
  })
  afterAll(() => here.stop())
  const notes = async (actor: Actor = here.rae) =>
    (await here.base.db.read(actor, loadNotes)).map((one) => one.note)
  const leave = (text: string, actor: Actor = here.rae) => leaveNote(here.base.db, actor, text)

  it('is left by coordinators and seen by coordinators', async () => {
    expect(codeOf(await leave('Two plans run.\r\nThe shift commander calls at ten.'))).toBe('done')
    expect(await notes(here.coordinator())).toEqual(['Two plans run.\nThe shift commander calls at ten.'])
    for (const role of ['administrator', 'clinical_director', 'peer'] as const) {
      const other: Actor = { ...here.coordinator(), roles: [role] }
      expect([codeOf(await leave('x', other)), await notes(other)]).toEqual(['not_allowed', []])
      expect(codeOf(await removeNote(here.base.db, other, crypto.randomUUID()))).toBe('not_allowed')
    }
  })

  it('is taken away at once by any of them', async () => {
    await leave('A slip.')
    const [slip] = await here.base.db.read(here.rae, loadNotes)
    expect(slip?.note).toBe('A slip.')
    expect(codeOf(await removeNote(here.base.db, here.coordinator(), slip!.id))).toBe('done')
    expect(await notes()).toHaveLength(1)
  })

  it('is gone after fourteen days, from the page and from the database', async () => {
    await here.base.setNow(now.add({ hours: 14 * 24 - 1 }))
    expect(await notes()).toHaveLength(1)
    await deleteOldNotes(here.base.db, here.harbor.regionId)
    const kept = () => here.base.admin.query('select note from roster.hand_over_note')
    expect((await kept()).rows).toHaveLength(1)
    await here.base.setNow(now.add({ hours: 14 * 24 }))
    expect(await notes()).toEqual([])
    await deleteOldNotes(here.base.db, here.harbor.regionId)
    expect((await kept()).rows).toEqual([])
    const due = await here.base.admin.query(
      `select min(run_at) as at from graphile_worker.jobs where task_identifier = 'roster.deleteHandOver'`,
    )
    expect(due.rows[0].at.toString()).toBe(now.add({ hours: 14 * 24 }).toString())
  })

  it('is kept while the region is under a legal hold, though a newer one may still be taken away', async () => {
    const { regionId } = here.harbor
    const kept = async () => (await here.base.admin.query('select note from roster.hand_over_note')).rowCount
    await leave('Keys are at the desk.')
    await here.base.admin.query(`insert into retention.hold values ($1, $2, 'litigation')`, [
      regionId,
      crypto.randomUUID(),
    ])
    await here.base.setNow(now.add({ hours: 30 * 24 }))
    await deleteOldNotes(here.base.db, regionId)
    expect(await kept()).toBe(1)
    await leave('A slip.')
    await removeNote(here.base.db, here.rae, (await here.base.db.read(here.rae, loadNotes))[0]!.id)
    expect(await kept()).toBe(1)
    await here.base.admin.query('update retention.hold set lifted_at = tailboard.now()')
    await deleteOldNotes(here.base.db, regionId)
    expect(await kept()).toBe(0)
  })

  it.each([
    ['', 'text_missing text'],
    [' \r\n ', 'text_missing text'],
    ['a'.repeat(501), 'note_long text'],
    ['🙂'.repeat(500), 'done'],
    [`${'a'.repeat(498)}\r\nb`, 'done'],
    ['turned \u202e around', 'note_unreadable text'],
  ])('is read as typed: %j', async (typed, answer) => {
    expect(codeOf(readNote(typed))).toBe(answer)
    expect(codeOf(await leave(typed))).toBe(answer)
  })
})
