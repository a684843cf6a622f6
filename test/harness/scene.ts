import { readFileSync } from 'node:fs'
import { loadAid } from '../../src/activation/aidStore.server.ts'
import { answerAid, possibleGuests } from '../../src/activation/answerAid.server.ts'
import { acceptGuest, askNeighbour } from '../../src/activation/askNeighbour.server.ts'
import {
  answerOffer,
  loadPlans,
  offerToken,
  recordContact,
  requestTeam,
} from '../../src/activation/index.server.ts'
import { setUpFile, writeSetUpLink } from '../../src/desk/setUpLink.server.ts'
import { cookieLine } from '../../src/identity/cookie.ts'
import { openSession } from '../../src/identity/index.server.ts'
import { invitationToken } from '../../src/identity/invitationLink.server.ts'
import { objectionToken } from '../../src/identity/recovery.server.ts'
import { mintSignIn } from '../../src/identity/signIn.server.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { idCode } from '../../src/platform/idCode.server.ts'
import { newId, type OfferId, type PlanId } from '../../src/platform/ids.ts'
import { appCode } from './authenticatorApp.ts'
import { pageOf } from './forms.ts'
import type { Start } from './formWalk.ts'
import { encoded } from './hostile.ts'
import { layTraining } from './trainingScene.ts'
import type { Person, TwoRegions } from './twoRegions.ts'

/**
 * What a page needs to show each of its forms: a request that waits, a plan that waits, a session that was held, a shift
 * somebody can't keep, an account that lost its keys. Answers where to begin reading.
 */
export async function layScene(all: TwoRegions): Promise<Start[]> {
  const { services, base, rae, tara, harbor, other, coordinator } = all
  const { db, auth, secrets } = services
  const team = all.here.teamUrl
  const { regionId } = harbor
  const [ana, fay] = all.people.filter((one) => one.role === 'peer') as [Person, Person]
  const [di, gus] = all.people.filter((one) => one.role === 'administrator') as [Person, Person]
  const starts: Start[] = []
  const at = (who: Person | null, path: string, cookie?: string) =>
    starts.push({ who, host: 'team', path, ...(cookie === undefined ? {} : { cookie }) })
  const post = async (who: Person, path: string, fields: Readonly<Record<string, string>> = {}) => {
    const answer = await all.send(team, path, { cookie: who.cookie }, encoded(Object.entries(fields)))
    if (answer.status >= 400)
      throw new Error(`${path}: ${answer.status} ${pageOf(answer.text).title} ${pageOf(answer.text).alerts}`)
    return answer
  }
  const one = async (text: string, ...values: unknown[]) => (await base.admin.query(text, values)).rows[0]

  // Requests: one that waits for the call, one whose plan waits for a yes, one after a colleague's suicide.
  const waiting = await all.asking()
  const mine = await all.asking()
  await post(rae, `/harbor/activations/${mine.activationId}/taking`)
  const proposed = await all.asking()
  const now = Temporal.Now.instant()
  const told = { role: 'shift commander', spokenAt: now, overAt: null }
  await recordContact(db, coordinator, proposed.activationId, told)
  const lost = await requestTeam(db, regionId, {
    kind: 'colleague_suicide',
    occurredAt: now.subtract({ hours: 5 }),
    overAt: now.subtract({ hours: 4 }),
    town: 'Larkfield',
    agencyId: harbor.agencies.get('Larkfield Fire')!,
    groups: [{ role: 'firefighters', count: 6 }],
    requesterName: 'Pat L.',
    callbackPhone: '617-555-0199',
  })
  if (!lost.ok) throw new Error(lost.code)
  await base.admin.query(
    `update region.policy set settings = jsonb_set(settings, '{affectedAgency}', '"warn"') where region_id = $1`,
    [regionId],
  )
  const plan = await one(`select id from activation.plan where activation_id = $1`, proposed.activationId)
  for (const { activationId } of [waiting, mine, proposed, lost.value])
    at(rae, `/harbor/activations/${activationId}`)
  at(rae, `/harbor/activations/${mine.activationId}/outcome?code=advice_only`)
  at(rae, `/harbor/activations/${proposed.activationId}/plans/${plan.id}/who-could-come`)
  const board = `/harbor/activations/${all.called.activationId}/plans/${all.called.planId}`
  for (const path of ['close-out', 'follow-ups', 'briefing', 'stand-down', 'who-could-come'])
    at(rae, `${board}/${path}`)

  // A neighbour who was asked, one who named somebody, and a guest who comes.
  const neighbour: Actor = {
    kind: 'account',
    accountId: tara.accountId,
    regionId: other.regionId,
    roles: ['duty_coordinator'],
  }
  for (const [index, planId] of all.calls.map((call) => call.planId as PlanId).entries()) {
    const asked = { kind: 'peer', region: other.regionId, consent: true } as const
    const done = await askNeighbour(db, coordinator, planId, asked)
    if (!done.ok) throw new Error(done.code)
    const request = (await db.read(neighbour, (reader) => loadAid(reader, { waiting: true }))).at(-1)!
    at(tara, `/montgomery/mutual-aid/${request.id}`)
    at(rae, `/harbor/activations/${all.calls[index]!.activationId}`)
    at(rae, `/harbor/activations/${all.calls[index]!.activationId}/plans/${planId}/who-could-come`)
    if (index === 0) continue
    const guests = await db.read(neighbour, (reader) => possibleGuests(reader, request))
    const reply = { code: 'offered' as const, memberId: guests[index]!.member.id, spoken: true }
    const named = await answerAid(db, neighbour, request.id, reply)
    if (!named.ok) throw new Error(named.code)
    if (index === 1) continue
    const taken = await acceptGuest(db, coordinator, planId, request.id)
    if (!taken.ok) throw new Error(taken.code)
  }

  // A chief who comes only if the others don't; a session that was held.
  const [held] = await db.read(coordinator, (reader) =>
    loadPlans(reader, { planId: all.calls[1]!.planId as PlanId }),
  )
  for (const offer of held!.offers.slice(0, 6)) {
    await answerOffer(db, { kind: 'member', memberId: offer.memberId, regionId }, offer.id as OfferId, {
      conflict: false,
      choice: 'if_released',
      fromAt: null,
    })
    at(null, `/offers/${offerToken(secrets, regionId, offer.id, now.add({ hours: 2 }))}`)
  }

  for (const link of all.called.links) at(null, new URL(link).pathname)
  const followUp = newId<string>()
  await base.admin.query(
    `insert into intervention.follow_up (region_id, id, plan_id, kind, owner_id, due_at, late_at)
     values ($1, $2, $3, 'week', $4, tailboard.now(), tailboard.now() + interval '1 day')`,
    [regionId, followUp, all.called.planId, all.offers[0]!.member_id],
  )
  for (const who of [rae, ana]) at(who, `/harbor/${who === ana ? 'me/' : ''}follow-ups`)

  // An incident of a file that may qualify.
  await base.admin.query(
    `with made as (
       insert into incident.critical_incident (region_id, id, source, kind, occurred_at, town)
       values ($1, $2, 'import', 'child_death_or_injury', tailboard.now() - interval '3 hours', 'Larkfield') returning id)
     insert into incident.affected_group (region_id, incident_id, agency_id, role, count)
     select $1, id, $3, 'firefighters', 6 from made`,
    [regionId, newId<string>(), harbor.agencies.get('Larkfield Fire')],
  )
  await base.admin.query(
    `insert into incident.screening (region_id, incident_id, outcome)
     select region_id, id, 'may_qualify' from incident.critical_incident i
      where source = 'import' and not exists (select from incident.screening s where s.incident_id = i.id)`,
  )

  // Shifts, one of which two people could take; a note, a drill, a listing, a calendar, a device, a number.
  const day = Temporal.Now.plainDateISO('America/New_York').add({ days: 3 }).toString()
  for (const table of ['on_call_shift', 'unavailability'])
    await base.admin.query(`delete from roster.${table} where member_id = any($1)`, [
      all.offers.slice(0, 2).map((offer) => offer.member_id),
    ])
  await base.admin.query('delete from roster.suspension where region_id = $1', [regionId])
  for (const [who, from] of [
    [ana, '06:00'],
    [ana, '15:00'],
    [fay, '20:00'],
  ] as const) {
    const to = `${String(Number(from.slice(0, 2)) + 3).padStart(2, '0')}:00`
    await post(who, '/harbor/me/on-call/shifts', {
      shifts_day: day,
      shifts_from: from,
      shifts_to: to,
      shifts_weeks: '1',
    })
  }
  const shiftOf = async (who: Person) =>
    /\/harbor\/me\/on-call\/shifts\/[^"]+\/stand-in/.exec(
      (await all.send(team, '/harbor/me/on-call', { cookie: who.cookie })).text,
    )![0]
  for (const who of [ana, fay]) await post(who, await shiftOf(who))
  await post(rae, '/harbor/hand-over', { note_text: 'Van is in the shop' })
  await post(rae, '/harbor/drills')
  const line = await one('select id from roster.drill_line limit 1')
  at(null, `/reached/${idCode(secrets, 'drill answer', line.id)}`)
  for (const who of [rae, ana]) await post(who, '/harbor/calendar')
  await post(rae, '/harbor/me/reach/devices', {
    endpoint: 'https://push.example.org/a',
    p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  })
  await post(ana, '/harbor/me/reach/phone', { phone: '617-555-0177', channel: 'text' })
  await base.admin.query(
    `insert into messaging.reach (region_id, person_id, phone, phone_proven_at, by_mail, by_text)
     values ($1, $2, '+16175551000', now(), true, true)`,
    [regionId, all.offers[1]!.member_id],
  )
  for (const who of [rae, ana, fay]) at(who, '/harbor/me/reach')

  await base.admin.query(
    `insert into roster.own_load (region_id, account_id, noted_on, heaviness) values ($1, $2, current_date, 3)`,
    [regionId, ana.accountId],
  )
  const referral = newId<string>()
  await base.admin.query(
    `insert into intervention.referral (region_id, id, name, kind, town, telehealth, languages, phone, cost, knows_responders)
     values ($1, $2, 'Harbor Clinic', 'clinician', 'Larkfield', false, '{en}', '617-555-0144', 'free', true)`,
    [regionId, referral],
  )
  await base.admin.query(
    'insert into intervention.referral_vetting (region_id, id, referral_id) values ($1, $2, $3)',
    [regionId, newId<string>(), referral],
  )
  at(rae, `/harbor/referrals/${referral}`)
  at(rae, '/harbor/referrals')

  // Accounts: one with an app and a passkey, one that owes a proof, one that lost its keys, a mailbox that asked.
  const factors = async (who: Person) => {
    const shown = await post(who, '/account/app')
    const secret = /[A-Z2-7 ]{32,}/.exec(shown.text)![0]
    await post(who, '/account/app/code', { code: appCode(secret) })
    await base.admin.query(
      `insert into auth.passkey (id, account_id, credential_id, public_key, counter, name) values ($1, $2, $3, '', 0, 'x')`,
      [newId<string>(), who.accountId, Buffer.from(who.accountId)],
    )
    who.cookie = await all.signIn(who.accountId)
    await all.signIn(who.accountId)
  }
  await factors(di)
  at(di, '/account')
  const unproven = (await openSession(auth, di.accountId, 'link')).split(';', 1)[0]!
  at(di, '/account/proof', unproven)
  await post(gus, '/account/app')
  at(gus, '/account/app')
  const ann = await all.person('ann.x', 'administrator')
  await factors(all.people.find((who) => who.email.startsWith('hal.d'))!)
  await post(di, '/harbor/recoveries', {
    account: all.people.find((who) => who.email.startsWith('hal.d'))!.accountId,
  })
  // One to be confirmed or ended, one to be objected to.
  await post(di, '/harbor/recoveries', { account: fay.accountId })
  const recovery = await one('select id from identity.account_recovery where account_id = $1', fay.accountId)
  at(null, `/account/objection/${objectionToken(secrets, { regionId }, recovery.id)}`)
  for (const who of [di, ann]) at(who, '/harbor/recoveries')
  await post(rae, '/harbor/invitations', {
    role: 'peer',
    email: 'zoe.p@peers.example',
    member: harbor.members.at(-1)!.id,
    agency: '',
  })
  const invitation = await one('select id from identity.invitation limit 1')
  at(null, `/invitations/${invitationToken(secrets, regionId, invitation.id)}`)
  const browser = 'A'.repeat(43)
  const asking = cookieLine(auth.cookies, auth.cookies.asking, browser, 600).split(';', 1)[0]!
  await all.send(team, '/sign-in', { cookie: asking }, encoded([['email', rae.email]]))
  at(null, '/sign-in/code', asking)
  const challenge = await one('select id from auth.sign_in order by asked_at desc limit 1')
  const minted = await mintSignIn(auth, secrets, challenge.id)
  at(null, `/sign-in/link/${minted!.token}`, asking)
  writeSetUpLink(services.config.secretsFolder, services.config.teamUrl)
  const link = readFileSync(setUpFile(services.config.secretsFolder), 'utf8').trim()
  at(null, new URL(link).pathname)
  const quarry = { name: 'Quarry Region', slug: 'quarry', state: 'MA', timeZone: 'America/New_York' }
  const carried = new URLSearchParams({ ...quarry, teamPhone: '617-555-0142' })
  at(null, `${new URL(link).pathname}/you?${carried}`)
  at(null, `${new URL(link).pathname}/region`)
  await layTraining(all, post, at)
  return starts
}
