import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { onward } from '../../test/harness/phonedCallOut.ts'
import { type AccountId, newId } from '../platform/ids.ts'
import { codeOf, doneWith } from '../platform/outcome.testing.ts'
import { answerDrill } from './answerDrill.server.ts'
import { beginDrill } from './beginDrill.server.ts'
import { changeContact } from './details.server.ts'
import { openDrills } from './drill.testing.ts'
import { loadDrillLines } from './drillStore.server.ts'
import { heardFrom } from './heardFrom.server.ts'
import { loadAvailability } from './index.server.ts'
import { takeLeave } from './leave.server.ts'
import { coordinatorGaps } from './onCall.server.ts'
import { zone } from './roster.testing.ts'
import { deselect } from './selection.server.ts'

// A year that no machine's clock reaches while this is run: jobs then wait for the test and nothing else.
const now = Temporal.Instant.from('2061-02-01T15:00:00Z')
const later = (hours: number) => now.add({ hours })

describe('a reachability drill', () => {
  let at: Awaited<ReturnType<typeof openDrills>>
  beforeEach(async () => {
    at = await openDrills(now)
  })
  afterEach(() => at.stop())

  const lineOf = async (person: string, channel: string) => {
    const [drill] = await at.drills()
    const lines = await at.base.db.read(at.rae, (reader) => loadDrillLines(reader, { drillId: drill!.id }))
    return lines.find((line) => line.whom.id === person && line.channel === channel)!
  }
  const answer = async (person: string, channel = 'mail') =>
    answerDrill(at.base.db, at.here.regionId, (await lineOf(person, channel)).id, 'link')

  it('asks whoever is on the team each way they chose, and coordinators, everybody once', async () => {
    await at.peer('Ann')
    await at.peer('Bea', { byText: true, byCall: true, byMail: true })
    const gone = await at.peer('Cyd')
    const away = await at.peer('Dot')
    await at.member({ name: 'Eve' })
    doneWith(await deselect(at.base.db, at.rae, gone.id, 'own_wish'))
    const today = Temporal.PlainDate.from('2061-02-01')
    doneWith(
      await takeLeave(at.base.db, at.rae, away.id, { startsOn: today, endsOn: today.add({ days: 9 }) }),
    )
    await at.coordinator(newId<AccountId>())
    const both = await at.peer('Flo')
    await at.coordinator(newId<AccountId>(), both.id)
    doneWith(await at.begin())
    expect(await at.lines()).toEqual([
      'Ann mail -',
      'Bea call -',
      'Bea mail -',
      'Bea text -',
      'Flo mail -',
      'account mail -',
    ])
    await at.jobs()
    expect(await at.outcomes()).toEqual([
      'call taken',
      'mail taken',
      'mail taken',
      'mail taken',
      'mail taken',
      'text taken',
    ])
    for (const mail of at.mails) expect(mail.text + mail.subject).toMatch(/nothing happened/i)
    const text = at.company.sent.find((one) => one.kind === 'text')!.body
    expect(text).toMatch(
      /^Tailboard: a test of how we reach you\. Nothing happened\. Reply OK, or open http\S+\/reached\/\S{32}$/,
    )
  })

  it('is begun once while it runs, by two at once too, and by coordinators alone', async () => {
    await at.peer('Ann')
    for (const role of ['clinical_director', 'administrator', 'peer'] as const)
      expect(codeOf(await beginDrill(at.base.db, at.actor(role)))).toBe('not_allowed')
    const both = await Promise.all([at.begin(), at.begin()])
    expect(both.map(codeOf).sort()).toEqual(['done', 'drill_running'])
    await at.base.setNow(later(47))
    expect(codeOf(await at.begin())).toBe('drill_running')
    await at.base.setNow(later(48))
    expect(codeOf(await at.begin())).toBe('done')
  })

  it('is answered by text with its own word, which answers nothing else', async () => {
    const ann = await at.peer('Ann', { byText: true })
    expect(await at.say(ann.phone, 'OK')).toBe('')
    doneWith(await at.begin())
    await at.jobs()
    for (const word of ['1', '2', '3', 'yes', 'OK then']) expect(await at.say(ann.phone, word)).toBe('')
    expect(at.elsewhere).toEqual(['OK', '1', '2', '3', 'yes', 'OK then'])
    expect(await at.say(ann.phone, ' ok. ')).toContain('noted, texts reach you')
    expect(await at.lines()).toEqual(['Ann text text'])
    // Said again, it is somebody else's to read.
    expect(await at.say(ann.phone, 'OK')).toBe('')
  })

  it('is answered by a key in its call, which only the phone company can press', async () => {
    const ann = await at.peer('Ann', { byCall: true })
    doneWith(await at.begin())
    await at.jobs()
    const { script } = at.company.sent.find((one) => one.to === ann.phone)!
    const heard = await at.post(script, {})
    expect(heard.text).toContain('This is a test of how we reach you. Nothing happened.')
    const key = onward(heard.text)
    expect((await at.post(key, { Digits: '1' }, 'forged')).status).toBe(403)
    expect((await at.post(key.replace(/drills\/./, 'drills/x'), { Digits: '1' })).status).toBe(404)
    expect((await at.post(key, { Digits: '7' })).text).toContain('means nothing')
    expect(await at.lines()).toEqual(['Ann call -'])
    expect((await at.post(key, { Digits: '1' })).text).toContain('Calls reach you')
    expect((await at.post(key, { Digits: '1' })).text).toContain('nothing to do')
    expect(await at.lines()).toEqual(['Ann call call'])
  })

  it('knows after its time whom nobody reaches, until they are heard from in any way', async () => {
    const [ann, bea, cyd, dot] = [
      await at.peer('Ann'),
      await at.peer('Bea'),
      await at.peer('Cyd'),
      await at.peer('Dot'),
    ]
    const eve = await at.peer('Eve', { byText: true, byMail: true })
    doneWith(await at.begin())
    await at.jobs()
    await answer(ann.id)
    await answer(eve.id)
    expect(await at.unreachable()).toEqual([])
    await at.jobs(later(48))
    expect(await at.unreachable()).toEqual(['Bea', 'Cyd', 'Dot'])
    // Late is in time to clear it; twice is once.
    expect(await answer(bea.id)).toBe(true)
    expect(await answer(bea.id)).toBe(true)
    await at.base.db.write(at.system, (tx) => heardFrom(tx, cyd.id))
    expect(await at.unreachable()).toEqual(['Dot'])
    // The next drill judges afresh, once it is over; meanwhile the last one stands.
    await at.base.setNow(later(50))
    doneWith(await at.begin())
    await at.jobs()
    expect(await at.unreachable()).toEqual(['Dot'])
    await answer(dot.id)
    expect(await at.unreachable()).toEqual([])
    await at.jobs(later(98))
    expect(await at.unreachable()).toEqual(['Ann', 'Bea', 'Cyd', 'Eve'])
  })

  it('finds an address that is refused at once, and blames nobody while nothing can be sent', async () => {
    const ann = await at.peer('Ann')
    await at.peer('Bea')
    const cyd = await at.peer('Cyd', { byText: true, byMail: true })
    at.addresses.set(ann.email, 'refused').set('bea@peers.example', 'unreachable').set(cyd.email, 'refused')
    doneWith(await at.begin())
    await at.jobs()
    expect(await at.unreachable()).toEqual(['Ann'])
    doneWith(await changeContact(at.base.db, at.rae, ann.id, { email: 'ann.new@peers.example' }))
    expect(await at.unreachable()).toEqual([])
    await at.jobs(later(48))
    expect(await at.unreachable()).toEqual(['Ann', 'Cyd'])
  })

  it('sends no text to a number that said STOP meanwhile, and none at all when it is over', async () => {
    const ann = await at.peer('Ann', { byText: true, byMail: true })
    await at.peer('Bea')
    doneWith(await at.begin())
    await at.say(ann.phone, 'STOP')
    await at.jobs()
    expect(at.company.sent).toEqual([])
    expect(at.mails.map((mail) => mail.to).sort()).toEqual([ann.email, 'bea@peers.example'])
    await at.base.setNow(later(48))
    doneWith(await at.begin())
    expect(await at.lines()).toEqual(['Ann mail -', 'Bea mail -'])
    await at.jobs(later(96))
    expect(at.mails).toHaveLength(2)
  })

  it('leaves a call-out its texts: a quarter of a minute’s goes to the drill', async () => {
    for (const name of ['Ann', 'Bea', 'Cyd', 'Dot', 'Eve']) await at.peer(name, { byText: true })
    await at.decide({ callOut: { messagesPerMinute: 8 } })
    doneWith(await at.begin())
    await at.jobs()
    expect(at.company.sent).toHaveLength(2)
    await at.jobs(now.add({ minutes: 1 }))
    expect(at.company.sent).toHaveLength(4)
    await at.jobs(now.add({ minutes: 2 }))
    expect(at.company.sent).toHaveLength(5)
  })

  it('belongs to its region, and one line’s link answers that line alone', async () => {
    const ann = await at.peer('Ann', { byText: true, byMail: true })
    doneWith(await at.begin())
    const line = await lineOf(ann.id, 'mail')
    expect(await answerDrill(at.base.db, at.there.regionId, line.id, 'link')).toBe(false)
    expect(await answerDrill(at.base.db, at.here.regionId, newId<string>(), 'link')).toBe(false)
    await answer(ann.id)
    expect(await at.lines()).toEqual(['Ann mail link', 'Ann text -'])
  })

  it('counts nobody as cover whom nobody reaches: no member, and no coordinator', async () => {
    await at.peer('Ann')
    const rae = newId<AccountId>()
    const kay = await at.peer('Kay')
    const kayToo = newId<AccountId>()
    await at.coordinator(rae)
    await at.coordinator(kayToo, kay.id)
    const shift = (account: AccountId, from: number, to: number) =>
      at.base.admin.query(
        `insert into roster.coordinator_shift (region_id, id, account_id, place, starts_at, ends_at)
         values ($1, $2, $3, 'on_call', $4, $5)`,
        [at.here.regionId, newId<string>(), account, later(from).toString(), later(to).toString()],
      )
    await shift(rae, 0, 100)
    await shift(kayToo, 100, 500)
    const gaps = async () =>
      (await at.base.db.read(at.rae, coordinatorGaps)).map((gap) => gap.startsAt.since(now).total('hours'))
    const reachable = async () =>
      (
        await at.base.db.read(at.rae, (reader) =>
          loadAvailability(reader, { startsAt: reader.now, endsAt: reader.now.add({ hours: 2 }) }, zone),
        )
      ).map((one) => `${one.member.name} ${one.reachable}`)
    doneWith(await at.begin())
    await at.jobs()
    expect(await gaps()).toEqual([])
    expect(await reachable()).toEqual(['Ann true', 'Kay true'])
    await at.jobs(later(48))
    expect(await gaps()).toEqual([48])
    expect(await reachable()).toEqual(['Ann false', 'Kay false'])
    // Whoever is both is reached as both: a request that Kay takes clears her as a member.
    await at.base.db.write(at.system, (tx) => heardFrom(tx, kayToo))
    expect(await reachable()).toEqual(['Ann false', 'Kay true'])
    await answer(rae)
    expect(await gaps()).toEqual([])
  })
})
