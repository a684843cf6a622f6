import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { grantRole } from '../identity/index.server.ts'
import type { Role } from '../platform/actor.ts'
import { type AccountId, type MemberId, newId } from '../platform/ids.ts'
import type { FollowUpKind } from './followUp.ts'
import { type AfterSessions, openAfterSessions } from './followUps.testing.ts'

describe('whoever sees to a follow-up', () => {
  let after: AfterSessions
  beforeAll(async () => {
    after = await openAfterSessions()
    await account('duty_coordinator', 'rae@coordination.example')
    await account('duty_coordinator', 'uma@coordination.example')
    await account('clinical_director', 'ines@clinic.example')
  })
  afterAll(() => after.stop())
  beforeEach(() => {
    after.mail.copies.length = 0
  })

  const account = async (role: Role, email: string) => {
    const id = newId<AccountId>()
    const { at, addresses } = after
    addresses.set(id, email)
    await at.base.db.write(at.system, (tx) => grantRole(tx, id, role))
  }
  const emailOf = async (id: MemberId) =>
    (await after.at.base.admin.query('select email from roster.member where id = $1', [id])).rows[0].email
  const first = async (kind: FollowUpKind, owner?: null) => {
    const plan = await after.closed()
    const row = (await after.of(plan)).find((one) => one.kind === kind)!
    if (owner === null)
      await after.at.base.admin.query('update intervention.follow_up set owner_id = null where id = $1', [
        row.id,
      ])
    return { plan, row }
  }
  const toldOf = (id: string) =>
    after.mail.copies
      .filter((one) => one.messageId.includes(id))
      .map((one) => `${one.to}: ${one.subject}`)
      .sort()

  it('is the clinical director for a check within the team', async () => {
    const { row } = await first('member_check')
    await after.jobs(row.dueAt)
    await after.jobs(row.dueAt.add({ minutes: 5 }))
    expect(toldOf(row.id)).toEqual(['ines@clinic.example: Tailboard: something is due today'])
    const mail = after.mail.copies.find((one) => one.messageId.includes(row.id))!
    expect(mail.text).toContain('/harbor/follow-ups')
    expect(mail.text).not.toMatch(/check|member|crew|Larkfield/i)
  })

  it('is every coordinator for what nobody owns', async () => {
    const { row } = await first('week', null)
    await after.jobs(row.dueAt)
    expect(toldOf(row.id)).toEqual([
      'rae@coordination.example: Tailboard: something is due today',
      'uma@coordination.example: Tailboard: something is due today',
    ])
  })

  it('is every coordinator once the owner left the team', async () => {
    const { plan, row } = await first('week')
    const lead = after.leadOf(plan)
    const { at } = after
    await at.base.admin.query(
      `insert into roster.deselection (region_id, selection_id, ground, deselected_on)
       select region_id, id, 'own_wish', $2 from roster.selection where member_id = $1`,
      [lead, row.dueAt.toString().slice(0, 10)],
    )
    await after.jobs(row.dueAt)
    expect(toldOf(row.id)).toHaveLength(2)
    expect(toldOf(row.id).join()).not.toContain(await emailOf(lead))
    await at.base.admin.query('delete from roster.deselection')
  })

  it('hears of what is late no more: then it is the coordinators’, once', async () => {
    const { plan, row } = await first('first')
    await after.jobs(row.dueAt)
    await after.jobs(row.lateAt.subtract({ minutes: 1 }))
    expect(toldOf(row.id)).toEqual([
      `${await emailOf(after.leadOf(plan))}: Tailboard: something is due today`,
    ])
    after.mail.copies.length = 0
    await after.jobs(row.lateAt)
    await after.jobs(row.lateAt.add({ hours: 2 }))
    expect(toldOf(row.id)).toEqual([
      'rae@coordination.example: Tailboard: something is late',
      'uma@coordination.example: Tailboard: something is late',
    ])
  })

  it('is reached the ways they chose, quiet ones, and by mail where a text does not arrive', async () => {
    const { plan, row } = await first('week')
    const lead = after.leadOf(plan)
    await after.at.base.admin.query(
      `insert into messaging.reach (region_id, person_id, phone, phone_proven_at, by_mail, by_text, by_call)
       values ($1, $2, '+16175551234', now(), false, true, true)`,
      [after.at.harbor.regionId, lead],
    )
    await after.jobs(row.dueAt)
    const texts = after.phone.messages.filter((one) => one.key.includes(row.id))
    expect(texts).toMatchObject([{ channel: 'text', to: '+16175551234' }])
    expect(texts[0]).toMatchObject({ text: expect.stringMatching(/something is due today/) })
    expect(toldOf(row.id)).toEqual([])

    const { plan: next, row: later } = await first('week')
    await after.at.base.admin.query(
      `insert into messaging.reach (region_id, person_id, phone, phone_proven_at, by_mail, by_text)
       values ($1, $2, '+16175551234', now(), false, true)
       on conflict (region_id, person_id) do update set phone = excluded.phone`,
      [after.at.harbor.regionId, after.leadOf(next)],
    )
    const send = after.phone.send
    Object.assign(after.phone, { send: async () => ({ outcome: 'refused' }) })
    await after.jobs(later.dueAt)
    Object.assign(after.phone, { send })
    expect(toldOf(later.id)).toEqual([
      `${await emailOf(after.leadOf(next))}: Tailboard: something is due today`,
    ])
    await after.at.base.admin.query('delete from messaging.reach')
  })
})
