import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Installation, openInstallation } from '../../test/harness/installation.ts'
import { callOut } from '../../test/harness/journey.ts'
import { setUpQuarry } from '../../test/harness/quarry.ts'
import { signInAs } from '../../test/harness/signIn.ts'
import { requestTeam } from '../activation/index.server.ts'
import { activationPaths } from '../activation/index.ts'
import { app } from '../app.tsx'
import { createAccount, grantRole } from '../identity/index.server.ts'
import type { Role } from '../platform/actor.ts'
import type { ActivationId, AgencyId, MemberId, PlanId } from '../platform/ids.ts'
import { commit } from '../roster/index.server.ts'
import { deskPaths } from './paths.ts'

const told = ['Larkfield', 'Brightwater', 'Death or serious injury', 'Pat L.', '617-555-0199']

describe('today, by role', () => {
  let here: Installation
  let serve: ReturnType<typeof app>
  let asked: MemberId
  let planId: PlanId
  let waitingId: ActivationId

  beforeAll(async () => {
    here = await openInstallation()
    serve = app(here.services)
    ;({ planId } = await callOut(here))
    const { rows } = await here.base.admin.query(
      'select member_id from activation.offer where plan_id = $1 order by id',
      [planId],
    )
    asked = rows[0].member_id
    const now = Temporal.Now.instant()
    const waiting = await requestTeam(here.services.db, here.harbor.regionId, {
      kind: 'child_death_or_injury',
      occurredAt: now.subtract({ hours: 2 }),
      overAt: now.subtract({ hours: 1 }),
      town: 'Brightwater',
      agencyId: here.harbor.agencies.get('Brightwater Police')!,
      groups: [{ role: 'officers', count: 4 }],
      requesterName: 'Pat L.',
      callbackPhone: '617-555-0199',
    })
    if (!waiting.ok) throw new Error(waiting.code)
    waitingId = waiting.value.activationId
    await setUpQuarry(here)
  }, 90_000)
  afterAll(() => here?.stop())

  let made = 0
  async function somebody(roles: readonly Role[], memberId: MemberId | null = null) {
    const account = await createAccount(here.services.auth, {
      email: `somebody.${++made}@peers.example`,
      name: '',
    })
    for (const role of roles)
      await here.services.db.write({ kind: 'system', regionId: here.harbor.regionId }, (tx) =>
        grantRole(tx, account, role, {
          ...(role === 'peer' && memberId !== null ? { memberId } : {}),
          ...(role === 'agency_contact'
            ? { agencyId: here.harbor.agencies.get('Larkfield Fire') as AgencyId }
            : {}),
        }),
      )
    const cookie = await signInAs(here.services.auth, account)
    return async (path: string) => {
      const answer = await serve(new Request(new URL(path, here.teamUrl), { headers: { cookie } }))
      const html = await answer.text()
      const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
      return {
        status: answer.status,
        menu: [...html.slice(0, html.indexOf('<main')).matchAll(/<nav class="bar-nav"[^>]*>(.*?)<\/nav>/gs)]
          .flatMap(([, nav]) => [...nav!.matchAll(/>([^<]+)<\/a>/g)])
          .map(([, label]) => label),
        links: [...main.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!),
        text: main.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '),
      }
    }
  }
  const today = deskPaths.today('harbor')

  it('a coordinator sees who waits for a call and what runs', async () => {
    const { status, text, menu } = await (await somebody(['duty_coordinator']))(today)
    expect(status).toBe(200)
    expect(text).toMatch(/Call back .*Brightwater.* Nobody has it yet .* Running .*Larkfield/)
    expect(text).toContain('seats are open, and it starts')
    expect(text).not.toContain('What the region still lacks')
    expect(menu).toEqual(['Today', 'Activations', 'Roster', 'On call', 'Training', 'Policy'])
  })

  it('a request that was taken and never called back is everybody’s again', async () => {
    const take = (hoursAgo: number) =>
      here.base.admin.query(
        `insert into activation.taking (region_id, id, activation_id, account_id, taken_at)
         select region_id, gen_random_uuid(), $1, $2, now() - make_interval(hours => $3) from activation.activation where id = $1`,
        [waitingId, here.coordinator, hoursAgo],
      )
    const open = await somebody(['duty_coordinator'])
    await take(0)
    expect((await open(today)).text).toMatch(/Somebody calls back since/)
    await here.base.admin.query('delete from activation.taking where activation_id = $1', [waitingId])
    await take(2)
    expect((await open(today)).text).toMatch(/Taken at .*, no call recorded: take it over/)
    await here.base.admin.query('delete from activation.taking where activation_id = $1', [waitingId])
  })

  it('a clinical director sees the same without the coordinator’s own errands', async () => {
    const { text, menu } = await (await somebody(['clinical_director']))(today)
    expect(text).toMatch(/Call back .*Brightwater.* Running .*Larkfield/)
    expect(text).not.toContain('What the region still lacks')
    expect(menu).not.toContain('On call')
  })

  it('an administrator sees what the region lacks, and nothing of any incident', async () => {
    const open = await somebody(['administrator'])
    const { status, text, links, menu } = await open(today)
    expect(status).toBe(200)
    expect(text).toContain('What the region still lacks')
    for (const word of [...told, 'Running', 'May qualify', 'Somebody is on the phone'])
      expect(text).not.toContain(word)
    expect(links.filter((link) => link.includes('/activations'))).toEqual([])
    expect(menu).not.toContain('Activations')
    expect((await open(activationPaths.activations('harbor'))).status).toBe(404)
  })

  it('a clinical director alone sees whom to clear and to call and what to sign off, until it is done', async () => {
    const { admin } = here.base
    const regionId = here.harbor.regionId
    const blocks = /Awaits your clearance|Members to call|Awaits your sign-off/g
    const director = await somebody(['clinical_director'])
    expect((await director(today)).text.match(blocks)).toBeNull()

    const [hard, heavy] = here.harbor.members.filter((one) => one.id !== asked)
    await here.services.db.write({ kind: 'system', regionId }, (tx) => {
      const endsAt = tx.now.subtract({ hours: 30 })
      return commit(tx, hard!.id, { startsAt: endsAt.subtract({ hours: 2 }), endsAt }, 'intervention', 3)
    })
    const check = crypto.randomUUID()
    await admin.query(
      `insert into intervention.follow_up (region_id, id, plan_id, kind, about_id, due_at, late_at)
       values ($1, $2, $3, 'member_check', $4, tailboard.now() - interval '1 hour', tailboard.now() + interval '1 day')`,
      [regionId, check, planId, heavy!.id],
    )
    await admin.query(
      `insert into activation.plan (region_id, id, activation_id, agency_id, role, count, type, theme, opens_at,
         ideal_until, closes_at, reasons, alternatives, contraindications, needs_clinical_sign_off)
       select region_id, $2, activation_id, agency_id, 'officers', count, 'cisd', theme, opens_at,
         ideal_until, closes_at, reasons, alternatives, contraindications, true
         from activation.plan where id = $1`,
      [planId, crypto.randomUUID()],
    )
    const { text, links } = await director(today)
    expect(text.match(blocks)?.sort()).toEqual([
      'Awaits your clearance',
      'Awaits your sign-off',
      'Members to call',
    ])
    expect(text).toMatch(new RegExp(`Awaits your clearance .*${hard!.member.name}`))
    expect(text).toMatch(new RegExp(`Members to call .*${heavy!.member.name}`))
    expect(links).toContain(`/harbor/roster/members/${hard!.id}`)
    for (const role of ['duty_coordinator', 'administrator', 'peer'] as const)
      expect((await (await somebody([role]))(today)).text.match(blocks)).toBeNull()

    await admin.query(
      `insert into intervention.follow_up_step (region_id, id, follow_up_id, what, stepped_by)
       values ($1, $2, $3, 'done', $4)`,
      [regionId, crypto.randomUUID(), check, here.coordinator],
    )
    await admin.query('delete from roster.commitment where member_id = $1', [hard!.id])
    await admin.query('delete from activation.plan where needs_clinical_sign_off')
    expect((await director(today)).text.match(blocks)).toBeNull()
  })

  it('a member sees the offers and seats that are theirs, and no incident', async () => {
    const own = await (await somebody(['peer'], asked))(today)
    expect(own.text).toContain('Can you help with a defusing?')
    expect(own.links.some((link) => link.startsWith('/offers/'))).toBe(true)
    expect(own.text).not.toContain('Death or serious injury')
    expect(own.text).not.toContain('Brightwater')
    expect(own.menu).toEqual(['Today', 'Learning', 'My page', 'My shifts', 'Conversations'])
    const { rows } = await here.base.admin.query(
      `select id from roster.member where region_id = $1 and id not in
         (select member_id from activation.offer where plan_id = $2) order by id limit 1`,
      [here.harbor.regionId, planId],
    )
    const other = await (await somebody(['peer'], rows[0].id))(today)
    expect(other.text).toContain('Nobody is asking you now')
    for (const word of told) expect(other.text).not.toContain(word)
    const nobody = await (await somebody(['peer']))(today)
    expect(nobody.text).toContain('not linked to anybody on the roster')
  })

  it('an agency’s contact sees whom to call and how far it is with what their agency asked for, and nothing else', async () => {
    const { status, text, menu } = await (await somebody(['agency_contact']))(today)
    expect(status).toBe(200)
    expect(text).toContain('call at any time')
    expect(text).toMatch(/Death or serious injury of a child Larkfield Fire .* Spoken to/)
    expect(text.match(/Death or serious injury/g)).toHaveLength(1)
    for (const word of ['Brightwater', 'Pat L.', '617-555-0199', 'defusing', 'Running'])
      expect(text).not.toContain(word)
    expect(menu).toEqual(['Today', 'Learning', 'Seats in courses'])
  })

  it('whoever has two roles has the blocks of both, what is asked of them first', async () => {
    const { text } = await (await somebody(['duty_coordinator', 'peer'], asked))(today)
    expect(text).toMatch(/Can you help with a defusing\? .*Call back .*Running/)
  })

  it.each(['peer', 'duty_coordinator', 'clinical_director', 'agency_contact', 'administrator'] as const)(
    'another region has no today for a %s',
    async (role) => {
      const open = await somebody([role])
      expect((await open(deskPaths.today('quarry'))).status).toBe(404)
      expect((await open(deskPaths.today('nowhere'))).status).toBe(404)
    },
  )
})
