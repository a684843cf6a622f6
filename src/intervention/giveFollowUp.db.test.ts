import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../platform/actor.ts'
import { followUpDone, moveFollowUp } from './followUps.server.ts'
import { type AfterSessions, openAfterSessions } from './followUps.testing.ts'
import { giveFollowUp } from './giveFollowUp.server.ts'

describe('a follow-up changes hands', () => {
  let after: AfterSessions
  beforeAll(async () => {
    after = await openAfterSessions()
  })
  afterAll(() => after.stop())

  const db = () => after.at.base.db
  const peer = (): Actor => ({ ...after.at.rae, roles: ['peer'] })
  const week = async () => {
    const plan = await after.closed()
    const row = (await after.of(plan)).find((one) => one.kind === 'week')!
    return { plan, row, lead: after.leadOf(plan), other: after.peerOf(plan) }
  }

  it('from its owner to somebody who was in the room, who then hears of it', async () => {
    const { plan, row, lead, other } = await week()
    expect(await giveFollowUp(db(), peer(), lead, row.id, other, lead)).toMatchObject({ ok: true })
    expect((await after.of(plan)).find((one) => one.id === row.id)!.ownerId).toBe(other)
    await after.jobs(row.dueAt)
    const { rows } = await after.at.base.admin.query('select email from roster.member where id = $1', [other])
    expect(after.mail.copies.filter((one) => one.messageId.includes(row.id)).map((one) => one.to)).toEqual([
      rows[0].email,
    ])
    // It is theirs to tick now, and no more the lead's.
    expect(await followUpDone(db(), peer(), lead, row.id)).toMatchObject({ code: 'given_on' })
    expect(await followUpDone(db(), peer(), other, row.id)).toMatchObject({ ok: true })
    expect(await giveFollowUp(db(), peer(), other, row.id, lead, other)).toMatchObject({
      code: 'done_already',
    })
  })

  it('on its day already: whoever has it now hears of it at once', async () => {
    const { row, lead, other } = await week()
    await after.jobs(row.dueAt)
    after.mail.copies.length = 0
    expect(await giveFollowUp(db(), after.at.rae, null, row.id, other, lead)).toMatchObject({ ok: true })
    await after.jobs(row.dueAt.add({ minutes: 1 }))
    expect(after.mail.copies.filter((one) => one.messageId.includes(row.id))).toHaveLength(1)
  })

  it('by nobody else, to nobody else, and not over what somebody changed meanwhile', async () => {
    const { plan, row, lead, other } = await week()
    const asked = plan.offers.find((one) => ![lead, other].includes(one.memberId))!.memberId
    expect(await giveFollowUp(db(), peer(), other, row.id, other, lead)).toMatchObject({
      code: 'given_on',
    })
    expect(await giveFollowUp(db(), after.at.rae, null, row.id, asked, lead)).toMatchObject({
      code: 'not_in_the_room',
    })
    expect(await giveFollowUp(db(), after.at.rae, null, row.id, lead, lead)).toMatchObject({
      code: 'theirs_already',
    })
    expect(await giveFollowUp(db(), after.at.rae, null, row.id, null, lead)).toMatchObject({ ok: true })
    expect(await giveFollowUp(db(), after.at.rae, null, row.id, other, lead)).toMatchObject({
      code: 'changed_meanwhile',
    })
    const check = (await after.of(plan)).find((one) => one.aboutId === other)!
    expect(await giveFollowUp(db(), after.at.rae, null, check.id, other, null)).toMatchObject({
      code: 'not_in_the_room',
    })
    expect(await giveFollowUp(db(), after.at.rae, null, check.id, lead, null)).toMatchObject({ ok: true })
  })

  it('a later move does not write over an earlier one it never saw', async () => {
    const { plan, row, lead } = await week()
    const day = row.dueAt.toZonedDateTimeISO('America/New_York').toPlainDate()
    const seen = row.dueAt.toString()
    const move = (by: Actor, to: Temporal.PlainDate) => moveFollowUp(db(), by, lead, row.id, to, seen)
    expect(await move(peer(), day.add({ days: 3 }))).toMatchObject({ ok: true })
    expect(await move(after.at.rae, day.add({ days: 9 }))).toMatchObject({ code: 'changed_meanwhile' })
    const due = (await after.of(plan)).find((one) => one.id === row.id)!.dueAt
    expect(due.toZonedDateTimeISO('America/New_York').toPlainDate()).toEqual(day.add({ days: 3 }))
    const both = await Promise.all(
      [4, 5].map((days) => moveFollowUp(db(), after.at.rae, null, row.id, day.add({ days }), due.toString())),
    )
    expect(both.filter((one) => one.ok)).toHaveLength(1)
  })
})
