import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callToken, readCallToken } from '../../src/activation/callToken.server.ts'
import { offerToken } from '../../src/activation/index.server.ts'
import { setUpFile, tokenIn, writeSetUpLink } from '../../src/desk/setUpLink.server.ts'
import { createAccount, startRecovery } from '../../src/identity/index.server.ts'
import { invitationToken } from '../../src/identity/invitationLink.server.ts'
import { objectionToken } from '../../src/identity/recovery.server.ts'
import { mintSignIn } from '../../src/identity/signIn.server.ts'
import { openPool } from '../../src/platform/db.server.ts'
import { idCode } from '../../src/platform/idCode.server.ts'
import type { OfferId } from '../../src/platform/ids.ts'
import { type Secrets, secretsFrom } from '../../src/platform/secrets.server.ts'
import { type Adversary, openAdversary } from '../harness/adversary.ts'
import { encoded } from '../harness/hostile.ts'

// A chat's key was derived from its public id; any signed-in user of any organisation read all, and wrote their own role.
describe('what peer support software got wrong: whose key, and whose data', () => {
  let all: Adversary
  beforeAll(async () => {
    all = await openAdversary()
  }, 60_000)
  afterAll(() => all?.stop())

  it('(a) no key can be derived from a public id, moved to another purpose, or taken across regions', async () => {
    const { regionId } = all.harbor
    const { auth, config, secrets } = all.services
    const offer = all.offers[1]!.id as OfferId
    const expires = Temporal.Now.instant().add({ hours: 2 })
    await all.post('/harbor/drills', {}, all.who.rae.cookie)
    const line = (await all.one('select id from roster.drill_line limit 1')).id as string
    const feed = (await all.post('/harbor/calendar', {}, all.who.rae.cookie)).text
    const invited = {
      role: 'peer',
      email: 'zoe.p@peers.example',
      member: all.harbor.members.at(-1)!.id,
      agency: '',
    }
    await all.post('/harbor/invitations', invited, all.who.rae.cookie)
    const invitation = (await all.one('select id from identity.invitation')).id as string
    const admin = {
      kind: 'account',
      accountId: all.who.di.accountId,
      regionId,
      roles: ['administrator'],
    } as const
    for (const name of ['ann.x', 'abe.x']) await all.person(name, 'administrator')
    await startRecovery(all.services.db, secrets, admin, all.who.ana.accountId)
    const recovery = (await all.one('select id from identity.account_recovery')).id as string
    writeSetUpLink(config.secretsFolder, config.teamUrl)
    const setUp = tokenIn(readFileSync(setUpFile(config.secretsFolder), 'utf8').trim())
    const asking = `${auth.cookies.asking}=${'A'.repeat(43)}`
    await all.send(all.here.teamUrl, '/sign-in', { cookie: asking }, encoded([['email', all.who.rae.email]]))
    const challenge = (await all.one('select id from auth.sign_in order by asked_at desc')).id as string
    const signIn = (await mintSignIn(auth, secrets, challenge))!.token
    const subject = { kind: 'offer', regionId, offerId: offer } as const

    /** By the very ids, under whatever secret: what somebody could make who knows everything but the secret. */
    const made = (by: Secrets) => ({
      offer: offerToken(by, regionId, offer, expires),
      short: idCode(by, 'short offer link', offer),
      request: idCode(by, 'request status', all.called.activationId),
      booking: idCode(by, 'booking status', all.called.activationId),
      drill: idCode(by, 'drill answer', line),
      invitation: invitationToken(by, regionId, invitation),
      objection: objectionToken(by, { regionId }, recovery),
      signIn: by.sign('sign-in link', challenge).toString('base64url'),
      call: callToken(by, subject),
    })
    const drawn = { calendar: /calendar\/([\w-]+)\.ics/.exec(feed)![1]!, setUp }
    const open: Record<string, (token: string) => Promise<boolean>> = {
      offer: async (token) => (await all.get(`/offers/${token}`)).status === 200,
      short: async (token) => (await all.get(`/o/${token}`)).status < 400,
      request: async (token) =>
        (await all.get(`/harbor/request/${token}`, '', all.here.publicUrl)).status === 200,
      drill: async (token) => (await all.get(`/reached/${token}`)).status === 200,
      calendar: async (token) => (await all.get(`/calendar/${token}.ics`)).status === 200,
      invitation: async (token) => (await all.get(`/invitations/${token}`)).status === 200,
      objection: async (token) => (await all.get(`/account/objection/${token}`)).status === 200,
      setUp: async (token) => (await all.get(`/set-up/${token}`)).status === 200,
      call: async (token) => readCallToken(secrets, token) !== null,
      // Used up when it opens, so its own comes last.
      signIn: async (token) => (await all.post(`/sign-in/link/${token}`, {}, asking)).status === 303,
    }
    const real = { ...made(secrets), ...drawn }
    const forged: Readonly<Record<string, string>> = made(secretsFrom(Buffer.alloc(32, 9)))
    expect(real.signIn).toBe(signIn)
    const opened: string[] = []
    for (const [door, opens] of Object.entries(open)) {
      for (const [kind, token] of Object.entries(real))
        if (kind !== door && (await opens(token))) opened.push(`${kind} opens ${door}`)
      if (forged[door] !== undefined && (await opens(forged[door]))) opened.push(`forged ${door}`)
      for (const flipped of flips(real[door as keyof typeof real]!))
        if (await opens(flipped)) opened.push(`a flipped bit of ${door}`)
      expect([door, await opens(real[door as keyof typeof real]!)]).toEqual([door, true])
    }
    expect(opened).toEqual([])
    // The same under another region's name.
    const request = await all.get(`/montgomery/request/${real.request}`, '', all.here.publicUrl)
    const moved = real.call.replace(regionId, all.other.regionId)
    expect([request.status, readCallToken(secrets, moved)]).toEqual([404, null])
  })

  it('(b) nobody reads another organisation, or promotes themselves, by fields, addresses, ids or SQL', async () => {
    const outsider = await createAccount(all.services.auth, { email: 'out.s@peers.example', name: '' })
    const strangers = [
      { ...all.who.ana, cookie: all.who.ana.cookie },
      { ...all.who.ed, cookie: all.who.ed.cookie },
      { ...all.who.tara, cookie: all.who.tara.cookie },
      { ...all.who.ana, accountId: outsider, cookie: await all.signIn(outsider) },
    ]
    const grants = async () =>
      (await all.base.admin.query('select * from identity."grant" order by account_id, role, region_id')).rows
    const before = await grants()
    // The first use of a session is written down.
    for (const { cookie } of strangers) await all.get('/account', cookie)
    await all.print.changed()
    const wishes = {
      role: 'administrator',
      email: 'ana.p@peers.example',
      regionId: all.harbor.regionId,
      region: all.harbor.regionId,
      memberId: all.harbor.members[3]!.id,
      member: all.harbor.members[3]!.id,
      agencyId: [...all.harbor.agencies.values()][0]!,
      agency: [...all.harbor.agencies.values()][0]!,
      roles: 'administrator',
      account: all.who.rae.accountId,
      version: '1',
    }
    const board = `/harbor/activations/${all.called.activationId}`
    const doors = [
      ...[
        'invitations',
        'recoveries',
        'roles/end',
        'policy',
        'agencies',
        'roster/new',
        'drills',
        'hand-over',
        'requests/new',
      ],
      ...['on-call/members', 'set-up/members', `roster/members/${wishes.member}/contact`],
    ].map((path) => `/harbor/${path}`)
    const plan = `${board}/plans/${all.called.planId}`
    for (const { cookie } of strangers)
      for (const path of [
        ...doors,
        `${board}/contact`,
        `${board}/taking`,
        `${plan}/approval`,
        `${plan}/by-name`,
      ]) {
        const answer = await all.post(path, wishes, cookie)
        expect([path, answer.status, await all.print.changed()]).toEqual([path, 404, []])
        if (!path.endsWith('/taking')) expect(answer.text).not.toContain(all.harbor.members[3]!.member.name)
      }
    // A neighbour reads nothing of Harbor under their own name for it either.
    for (const path of [board, `${plan}/briefing`, `/harbor/roster/members/${wishes.member}`])
      for (const at of [path, path.replace('/harbor/', '/montgomery/')])
        expect([at, (await all.get(at, all.who.tara.cookie)).status]).toEqual([at, 404])
    // Whoever may invite gives no role that isn't theirs to give, to themselves least of all.
    const own = await all.post(
      '/harbor/invitations',
      { ...wishes, email: all.who.rae.email },
      all.who.rae.cookie,
    )
    const posted = await all.post(
      '/harbor/me/reach',
      { byMail: 'on', lang: 'en', ...wishes },
      all.who.ana.cookie,
    )
    expect([own.status, posted.status, await grants()]).toEqual([400, 303, before])

    const pool = openPool({ url: all.base.url('tailboard_app'), role: null, max: 1 })
    // One connection: after a refusal the pool would open another one.
    const app = await pool.connect()
    await app.query(`select set_config('tailboard.region', $1, false)`, [all.other.regionId])
    const { regionId } = all.other
    const grant = `insert into identity."grant" (region_id, account_id, role) values ('${all.harbor.regionId}', '${all.who.tara.accountId}', 'administrator')`
    const tried: string[] = []
    for (const text of [
      grant,
      `update identity."grant" set role = 'administrator' where account_id = '${all.who.tara.accountId}'`,
      `update identity."grant" set region_id = '${all.harbor.regionId}'`,
      'select * from auth."user"',
      'select * from auth.totp',
      'set role tailboard_auth',
      'alter table identity."grant" disable row level security',
    ])
      tried.push(
        await app.query(text).then(
          (done) => `did it: ${text} ${done.rowCount}`,
          (error: { code: string }) => error.code,
        ),
      )
    expect(new Set(tried)).toEqual(new Set(['42501']))
    const seen = await app.query('select distinct region_id from identity."grant"')
    const named = await app.query('select 1 from roster.member where region_id = $1', [all.harbor.regionId])
    await app.query(`select set_config('tailboard.region', '', false)`)
    const nowhere = await app.query('select 1 from roster.member')
    app.release()
    await pool.end()
    expect([seen.rows, named.rowCount, nowhere.rowCount]).toEqual([[{ region_id: regionId }], 0, 0])
    expect(await grants()).toEqual(before)
  })
})

/** One bit of each of some bytes turned, the first and the last among them. */
function flips(token: string): string[] {
  const bytes = Buffer.from(token.split('.').at(-1)!, 'base64url')
  const head = token.split('.').slice(0, -1)
  const places = [0, Math.floor(bytes.length / 3), Math.floor(bytes.length / 2), bytes.length - 1]
  return places.map((place) => {
    const turned = Buffer.from(bytes)
    turned[place]! ^= 1
    return [...head, turned.toString('base64url')].join('.')
  })
}
