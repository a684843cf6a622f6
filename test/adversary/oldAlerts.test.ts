import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { activationPaths } from '../../src/activation/index.ts'
import { app } from '../../src/app.tsx'
import { startHeartbeat } from '../../src/platform/heartbeat.server.ts'
import { type Arrived, openOldNight } from '../harness/oldNight.ts'
import { signInAs } from '../harness/signIn.ts'

// Later than any clock that runs this: what is due then stays until the test lets it come due.
const start = Temporal.Instant.from('2060-01-12T20:00:00Z')
const months = { hours: 24 * 122 }

/** Jobs that send nothing themselves; what they make others send is on its way as well. */
const silent = [
  ...['tailboard.heartbeat', 'activation.ring', 'activation.advance', 'activation.reached'],
  ...['activation.telephone', 'activation.sessionNears', 'activation.aidAsked', 'activation.aidSettle'],
  ...['activation.aidAnswered', 'messaging.askAfter', 'messaging.undelivered', 'roster.startDrill'],
  ...['roster.deleteOldLoad', 'roster.deleteHandOver', 'intervention.remindFollowUp', 'retention.sweep'],
  ...['identity.leaveTrail', 'identity.endFactors', 'training.classNears', 'training.settle'],
  'training.settleReviewed',
  'training.keepPapers',
]
/** What the key of each job's message begins with; a push is known by what it shows. */
const keys: Readonly<Record<string, string>> = {
  'activation.alert': 'alert',
  'activation.booking': 'booking',
  'activation.agencyAsked': 'agency-asked',
  'activation.offer': 'offer',
  'activation.standDown': 'stand-down',
  'activation.seated': 'seated',
  'activation.moved': 'moved',
  'activation.hand': 'hand',
  'activation.aidAlert': 'aid',
  'activation.guest': 'guest',
  'intervention.lateFollowUp': 'late',
  'intervention.tellFollowUp': 'follow-up',
  'intervention.tellBriefing': 'briefing',
  'intervention.briefingMissing': 'briefing-missing',
  'roster.askToStandIn': 'stand-in',
  'roster.tellShiftTaken': 'shift-taken',
  'roster.sendTest': 'push-test',
  'roster.shiftBegins': 'shift-begins',
  'roster.sendDrill': 'drill',
  'identity.sendSignIn': 'sign-in',
  'identity.tellAccount': 'account',
  'identity.tellCodeUsed': 'code-used',
  'identity.tellRecovery': 'recovery',
  'identity.sendInvitation': 'invitation',
  'messaging.proof': 'proof',
  'support.tellNewKeys': 'new-keys',
  'training.tellSeated': 'class-seated',
  'training.tellCancelled': 'class-cancelled',
  'training.remindOfClass': 'class-reminder',
  'training.tellApproved': 'approved',
  'training.tellCertificate': 'certificate',
  'training.tellLapse': 'lapse',
}

function kindOf({ key, way, said }: Arrived): string {
  if (way === 'push') return said.includes('this device') ? 'push-test' : 'another push'
  if (key.startsWith('follow-up.') && key.includes('.late.')) return 'late'
  if (key.startsWith('account.') && said.includes('printed codes')) return 'code-used'
  return key.split('.', 1)[0]!
}
const kinds = (arrived: readonly Arrived[]) => new Set(arrived.map(kindOf))

// An alert that had been acknowledged paged somebody four months later, at half past five in the morning.
describe('what peer support software got wrong: an old alert', () => {
  let all: Awaited<ReturnType<typeof openOldNight>>
  beforeAll(async () => {
    all = await openOldNight()
  }, 60_000)
  afterAll(() => all?.stop())

  it('(d) every kind of message there is arrives when a worker takes it in time', async () => {
    const names = all.services.handlers.map((one) => one.name).filter((name) => !silent.includes(name))
    expect(Object.keys(keys).sort()).toEqual([...new Set(names)].sort())
    await all.night(start)
    const arrived: Arrived[] = []
    for (const minutes of [1, 61, 60 * 72]) arrived.push(...(await all.work(start.add({ minutes }))))
    expect(Object.values(keys).filter((kind) => !kinds(arrived).has(kind))).toEqual([])
    // One copy of each: a job that is late, or looked at twice, makes no second one.
    const copies = arrived.filter(({ way }) => way !== 'push').map(({ key, way }) => `${key} ${way}`)
    expect(copies.length).toBe(new Set(copies).size)
  }, 60_000)

  it('(d) no old alert fires months later: a worker that comes back sends what is still meant, with its date', async () => {
    const then = start.add({ hours: 24 * 40 })
    const night = await all.night(then)
    await startHeartbeat(all.services.jobsDb)
    const arrived = await all.work(then.add(months))
    // A drill whose day has come begins anew; the lines of the old one stay where they are.
    const { rows: old } = await all.base.admin.query<{ key: string }>(
      `select 'drill.' || l.id as key from roster.drill_line l join roster.drill d on d.id = l.drill_id where d.began_at <= $1`,
      [`${then}`],
    )
    expect(old.length).toBeGreaterThan(20)
    expect(arrived.filter(({ key }) => old.some((line) => line.key === key))).toEqual([])
    expect([...kinds(arrived)].sort()).toEqual(['account', 'code-used', 'drill', 'late'])
    const said = (kind: string) => arrived.filter((one) => kindOf(one) === kind).map((one) => one.said)
    for (const kind of ['account', 'code-used']) {
      expect(said(kind)).toHaveLength(1)
      expect(said(kind)[0]).toContain('When: Sat, Feb 21, 2060, 15:00 EST.')
      expect(said(kind)[0]).toContain('Cuándo: sáb, 21 de feb de 2060, 15:00 EST.')
    }
    // Nobody ticked it, so somebody has to; by the quiet ways, and with the day.
    expect(arrived.filter((one) => one.way === 'call' && kindOf(one) !== 'drill')).toEqual([])
    expect(said('late').some((text) => text.includes('late since Feb 23, 2060'))).toBe(true)

    const serve = app(all.services)
    const cookie = await signInAs(all.services.auth, all.rae.accountId)
    const page = async (path: string) =>
      (await (await serve(new Request(new URL(path, all.teamUrl), { headers: { cookie } }))).text())
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll(/\s+/g, ' ')
    const unsent = await page(activationPaths.activation('harbor', night.unsent.activationId))
    expect(unsent).toContain('Window closed')
    expect(unsent).toContain('never sent')
    expect(unsent).not.toContain('not sent yet')
    expect(unsent).toContain('Sat, Feb 21, 15:00 EST Wave 1')
    expect(await page(activationPaths.activation('harbor', night.held.activationId))).toContain('never sent')
    // What nobody heard of in time is found where one looks first, with its date, and rings nobody.
    const today = await page('/harbor/today')
    for (const said of [
      'waiting 122 days Nobody has it yet',
      'Defusing, Larkfield : over since Sat, Feb 21, 19:00 EST',
      'should have been answered by Tue, Feb 24, 15:00 EST',
    ])
      expect(today).toContain(said)
    expect((await all.waiting()).has('activation.alert')).toBe(false)
  }, 60_000)
})
