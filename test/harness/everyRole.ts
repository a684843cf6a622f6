import type { Pool } from 'pg'
import { answerOffer } from '../../src/activation/answer.server.ts'
import { app } from '../../src/app.tsx'
import { createAccount, grantRole } from '../../src/identity/index.server.ts'
import type { Area } from '../../src/identity/index.ts'
import { teamPermissions } from '../../src/permissions.ts'
import { type Role, roles } from '../../src/platform/actor.ts'
import type { AccountId } from '../../src/platform/ids.ts'
import { type Installation, openInstallation } from './installation.ts'
import { callOut } from './journey.ts'
import { setUpQuarry } from './quarry.ts'
import { signInAs } from './signIn.ts'

/** Every request of the team's host that an area of a region opens. */
export const areas = Object.entries(teamPermissions).filter(
  (entry): entry is [string, Area] => !['anyone', 'link', 'provider', 'oneself'].includes(entry[1]),
)

export type EveryRole = {
  readonly here: Installation
  /** A member who was asked too, and is neither of these accounts nor on the team. */
  readonly otherMember: string
  /** A certificate of somebody without a role, whom only those who keep training are shown. */
  readonly otherCertificate: string
  /** The address of a route in a region, with things that are there wherever Harbor has them. */
  addressOf(pattern: string, slug: string, who?: Role | 'no role'): string
  /** Asks for a route of a region with its own method. */
  ask(route: string, slug: string, who: Role | 'no role'): Promise<Response>
  /** A POST is what a browser on our own page would send. */
  send(method: string, path: string, who: Role | 'no role', body?: string): Promise<Response>
  stop(): Promise<void>
}

/** Harbor with a call-out under way, one account for each role and one without, all proven; and another region beside it. */
export async function openEveryRole(): Promise<EveryRole> {
  const here = await openInstallation()
  const serve = app(here.services)
  const { activationId, planId } = await callOut(here)
  const { admin } = here.base
  const region = here.harbor.regionId
  const { rows } = await admin.query(
    `select o.member_id, o.id from activation.offer o where plan_id = $1 and kind = 'peer' order by id`,
    [planId],
  )
  // One peer sits on the team, whose briefing they may read.
  const seated = await answerOffer(
    here.services.db,
    { kind: 'member', memberId: rows[0].member_id, regionId: region },
    rows[0].id,
    { conflict: false, choice: 'coming', fromAt: null },
  )
  if (!seated.ok) throw new Error(seated.code)
  const ids = {
    activation: activationId,
    plan: planId,
    member: rows[1].member_id as string,
    referral: crypto.randomUUID(),
    followUp: crypto.randomUUID(),
  }
  await admin.query(
    `insert into intervention.referral (region_id, id, name, kind, town, telehealth, languages, phone, cost, knows_responders)
     values ($1, $2, 'A clinic', 'clinician', 'Larkfield', false, '{en}', '617-555-0144', 'free', true)`,
    [region, ids.referral],
  )
  await admin.query(
    'insert into intervention.referral_vetting (region_id, id, referral_id) values ($1, $2, $3)',
    [region, crypto.randomUUID(), ids.referral],
  )
  await admin.query(
    `insert into intervention.follow_up (region_id, id, plan_id, kind, owner_id, due_at, late_at)
     values ($1, $2, $3, 'week', $4, tailboard.now(), tailboard.now() + interval '1 day')`,
    [region, ids.followUp, planId, rows[0].member_id],
  )
  await admin.query(
    `insert into roster.hand_over_note (region_id, id, note, written_by) values ($1, $2, 'Ring early', $3)`,
    [region, crypto.randomUUID(), here.coordinator],
  )
  const cookies = new Map<Role | 'no role', string>()
  /** Everybody takes the same course, and has a certificate of it. */
  const learns = new Map<Role | 'no role', { readonly enrolment: string; readonly certificate: string }>()
  const course = here.services.library.courses.find((one) => one.practice.length > 0)!
  const lesson = course.lessons[0]!
  const give = (account: AccountId, role: Role) =>
    here.services.db.write({ kind: 'system', regionId: region }, (tx) =>
      grantRole(tx, account, role, {
        ...(role === 'peer' ? { memberId: rows[0].member_id } : {}),
        ...(role === 'agency_contact'
          ? { agencyId: here.harbor.agencies.get('Larkfield Fire') as never }
          : {}),
      }),
    )
  for (const role of [...roles, 'no role'] as const) {
    const email = `${role.replace(/\W/, '.')}@peers.example`
    const account = await createAccount(here.services.auth, { email, name: '' })
    if (role !== 'no role') await give(account, role)
    cookies.set(role, await signInAs(here.services.auth, account))
    learns.set(role, await learnerOf(admin, region, account, course.id))
  }
  await setUpQuarry(here)

  const addressOf = (pattern: string, slug: string, who: Role | 'no role' = 'learner') =>
    pattern
      .replace('/:region', `/${slug}`)
      .replace('/learning/certificates/:id', `/learning/certificates/${learns.get(who)!.certificate}`)
      .replace('/certificates/:certificate', `/certificates/${learns.get('no role')!.certificate}`)
      .replace('/learning/:enrolment', `/learning/${learns.get(who)!.enrolment}`)
      .replace('/lessons/:lesson/:section', `/lessons/${lesson.id}/${lesson.sections[0]!.id}`)
      .replace(':practice', course.practice[0]!.id)
      .replace(/:part\{.*?\}/, '1')
      .replace(':course', course.id)
      .replace('/activations/:id', `/activations/${ids.activation}`)
      .replace('/referrals/:id', `/referrals/${ids.referral}`)
      .replace('/follow-ups/:id', `/follow-ups/${ids.followUp}`)
      .replace(':plan', ids.plan)
      .replace(':member', ids.member)
      .replace(':act', 'leave')
      .replace(':kind', 'members')
      .replace(':type', 'defusing')
      .replace(/:sheet\{.*\}/, 'sheet')
      .replace(':file', 'members.csv')
      .replace(':step', 'moved')
      .replace(':account', here.coordinator)
      .replace(
        /:(request|incident|note|shift|drill|what|class|meeting|enrolment|claim|entry|naming)/g,
        ids.activation,
      )

  const send: EveryRole['send'] = async (method, path, who, body = 'a=b') => {
    const posted = method === 'POST'
    return await serve(
      new Request(new URL(path, here.teamUrl), {
        method,
        redirect: 'manual',
        headers: {
          cookie: cookies.get(who)!,
          ...(posted
            ? { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }
            : {}),
        },
        ...(posted ? { body } : {}),
      }),
    )
  }
  // From here on nothing becomes due by itself.
  await here.base.setNow(Temporal.Now.instant())
  // The first use of a session is written down.
  for (const who of cookies.keys()) await (await send('GET', '/', who)).body?.cancel()
  return {
    here,
    otherMember: ids.member,
    otherCertificate: learns.get('no role')!.certificate,
    addressOf,
    send,
    ask: (route, slug, who) => {
      const [method = '', pattern = ''] = route.split(' ', 2)
      return send(method, addressOf(pattern, slug, who), who)
    },
    stop: () => here.stop(),
  }
}

/** Somebody who takes a course and has a certificate of it already. */
async function learnerOf(admin: Pool, region: string, account: string, course: string) {
  const ids = { enrolment: crypto.randomUUID(), certificate: crypto.randomUUID() }
  await admin.query(
    `insert into training.learner (region_id, account_id, name) values ($1, $2, 'Kit A.')
     on conflict do nothing`,
    [region, account],
  )
  await admin.query(
    `insert into training.enrolment (region_id, id, account_id, course, how, needs_approval, finish_by)
     values ($1, $2, $3, $4, 'alone', false, '2999-01-01')`,
    [region, ids.enrolment, account, course],
  )
  await admin.query(
    `insert into training.certificate (region_id, id, enrolment_id, account_id, name, course, title, fingerprint,
       online_minutes, in_person_minutes, score_percent, issued_on, expires_on, status_index)
     values ($1, $2, $3, $4, 'Kit A.', $5, 'A course', repeat('a', 64), 60, 60, 90, '2026-11-01', '2999-01-01',
       (select count(*) from training.certificate))`,
    [region, ids.certificate, ids.enrolment, account, course],
  )
  return ids
}
