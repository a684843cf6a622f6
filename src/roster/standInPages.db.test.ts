import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Duty, openDuty } from './duty.testing.ts'

const own = '/harbor/me/on-call'
const day = (days: number) => Temporal.Now.plainDateISO('America/New_York').add({ days }).toString()
const linkOf = (text: string, end: string) => new RegExp(`/harbor/[^"]*${end}`).exec(text)?.[0] ?? ''

describe('asking for a stand-in on a page', () => {
  let duty: Duty
  let kit: Awaited<ReturnType<Duty['peer']>>
  let sam: Awaited<ReturnType<Duty['peer']>>
  let away: Awaited<ReturnType<Duty['peer']>>
  beforeAll(async () => {
    duty = await openDuty()
    const { harbor, base } = duty.here
    // Papers of the cast count back from today; these three have everything in order.
    const ready = harbor.members.filter(
      ({ member }) => member.role === 'peer' && member.credentials.length > 1,
    )
    ;[kit, sam, away] = [
      await duty.peer(ready[0]!.member.name),
      await duty.peer(ready[1]!.member.name),
      await duty.peer(ready[2]!.member.name),
    ]
    await base.admin.query('delete from roster.suspension where member_id = any($1)', [
      [kit.id, sam.id, away.id],
    ])
    const given = { shifts_from: '08:00', shifts_to: '20:00', shifts_weeks: '1' }
    await kit.ask(`${own}/shifts`, { ...given, shifts_day: day(3) })
    await away.ask(`${own}/away`, { away_day: day(3), away_lastDay: day(3) })
  }, 60_000)
  afterAll(() => duty?.here.stop())
  const mails = (to: string) => duty.here.services.mailbox!.mails.filter((mail) => mail.to === to)

  it('offers it to those who may, and to nobody else; names are kept from them', async () => {
    const find = linkOf((await kit.ask(own)).text, '/stand-in')
    expect((await sam.ask(find, {})).status).toBe(404)
    expect((await kit.ask(find, {})).status).toBe(303)
    expect((await kit.ask(own)).text).toContain('The shift stays yours until somebody takes it.')
    expect((await kit.ask(own)).text).not.toContain('Take this shift')
    const offered = (await sam.ask(own)).text
    expect(offered).toContain('Take this shift')
    expect(offered).not.toContain(kit.member.name)
    expect((await away.ask(own)).text).not.toContain('Take this shift')
    await vi.waitFor(() => expect(mails(sam.member.email)).toHaveLength(1), { timeout: 15_000 })
    const [mail] = mails(sam.member.email)
    expect(mail!.text).toContain(`${duty.here.teamUrl}${own}`)
    expect(`${mail!.subject} ${mail!.text}`).not.toMatch(new RegExp(`${kit.member.name}|\\d:\\d\\d|Harbor`))
    expect([mails(away.member.email), mails(kit.member.email)]).toEqual([[], []])
  })

  it('shows coordinators who may, and why the others may not', async () => {
    const page = (await duty.rae.ask('/harbor/on-call')).text
    expect(page).toContain('Stand-ins asked for')
    const list = (await duty.rae.ask(linkOf(page, '/stand-in'))).text
    expect(list).toContain('A stand-in is asked for already.')
    const [may, mayNot] = list.split('who may not, and why') as [string, string]
    expect([may.includes(sam.member.name), mayNot.includes(away.member.name)]).toEqual([true, true])
    expect(mayNot).toContain('the shift is theirs')
    expect((await sam.ask(linkOf(page, '/stand-in'))).status).toBe(404)
    const spanish = (await duty.rae.ask(`${linkOf(page, '/stand-in')}?lang=es`)).text
    expect(spanish).toContain('Quién puede tomarla')
  })

  it('tells the asker who took it, and whoever comes later that it is taken', async () => {
    const take = linkOf((await sam.ask(own)).text, '/taking')
    expect((await away.ask(take, {})).text).toContain('You can’t take this shift')
    expect((await sam.ask(take, {})).status).toBe(303)
    expect((await kit.ask(own)).text).toContain(`${sam.member.name} stands in for you`)
    expect((await sam.ask(own)).text).toContain('Find me a stand-in')
    const late = await away.ask(take, {})
    expect([late.status, late.text.includes('Somebody has taken this shift already')]).toEqual([409, true])
    await vi.waitFor(() => expect(mails(kit.member.email)).toHaveLength(1), { timeout: 15_000 })
    expect(mails(kit.member.email)[0]!.subject).toContain('taken over')
    expect((await duty.rae.ask('/harbor/on-call')).text).not.toContain('Stand-ins asked for')
  })

  it('opens for coordinators among themselves', async () => {
    const lou = await duty.coordinator('lou.p@coordination.example')
    const given = { coordinators_from: '08:00', coordinators_to: '20:00', coordinators_weeks: '1' }
    const added = await duty.rae.ask('/harbor/on-call/coordinators', {
      ...given,
      coordinators_day: day(4),
      coordinators_place: 'on_call',
      coordinators_coordinator: duty.rae.accountId,
    })
    expect(added.status).toBe(303)
    const find = linkOf((await duty.rae.ask('/harbor/on-call')).text, 'coordinators/[0-9a-f-]+/stand-in')
    expect((await lou.ask(find)).status).toBe(404)
    expect((await duty.rae.ask(find)).text).toContain('lou.p@coordination.example')
    expect((await duty.rae.ask(find, {})).status).toBe(303)
    const seen = (await lou.ask('/harbor/on-call')).text
    expect(seen).not.toContain('Withdraw')
    expect((await lou.ask(linkOf(seen, '/taking'), {})).status).toBe(303)
    await vi.waitFor(() => expect(mails('rae.h@coordination.example')).toHaveLength(1), { timeout: 15_000 })
  })

  it('answers what leads nowhere as not found', async () => {
    const id = crypto.randomUUID()
    for (const path of [`members/${id}`, `away/${id}`, `constructor/${id}`, 'members/x'])
      expect((await duty.rae.ask(`/harbor/on-call/${path}/stand-in`)).status).toBe(404)
    for (const step of ['taking', 'withdrawal', 'constructor']) {
      expect((await duty.rae.ask(`/harbor/on-call/stand-ins/${id}/${step}`, {})).status).toBe(404)
      expect((await kit.ask(`/harbor/me/stand-ins/${id}/${step}`, {})).status).toBe(404)
    }
    expect((await kit.ask(`${own}/shifts/x/stand-in`, {})).status).toBe(404)
  })
})
