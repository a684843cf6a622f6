import { answerAid, possibleGuests } from '../../src/activation/answerAid.server.ts'
import { acceptGuest, askNeighbour } from '../../src/activation/askNeighbour.server.ts'
import { callForAHand } from '../../src/activation/hand.server.ts'
import {
  approvePlan,
  bookEducation,
  loadAid,
  loadPlans,
  moveSession,
  recordContact,
  requestTeam,
  standDownPlan,
} from '../../src/activation/index.server.ts'
import type { PlanState } from '../../src/activation/planState.ts'
import { recordSpoken } from '../../src/activation/spoken.server.ts'
import { tellOfChange, tellOfCode } from '../../src/identity/change.server.ts'
import {
  chooseHearing,
  createAccount,
  grantRole,
  invite,
  startRecovery,
} from '../../src/identity/index.server.ts'
import { askToSignIn } from '../../src/identity/signIn.server.ts'
import { inTransaction } from '../../src/identity/transaction.server.ts'
import { briefingMissing, remindFollowUp, tellBriefing, tellFollowUp } from '../../src/intervention/jobs.ts'
import type { Mail, PhoneMessage } from '../../src/messaging/index.ts'
import { askForProof } from '../../src/messaging/proof.server.ts'
import type { Actor, Role } from '../../src/platform/actor.ts'
import { enqueue } from '../../src/platform/enqueue.server.ts'
import { type ActivationId, newId, type RegionId } from '../../src/platform/ids.ts'
import { drain } from '../../src/platform/worker.server.ts'
import { askStandIn } from '../../src/roster/askStandIn.server.ts'
import { beginDrill } from '../../src/roster/beginDrill.server.ts'
import { sendTest } from '../../src/roster/jobs.ts'
import { addCoordinatorShifts } from '../../src/roster/onCall.server.ts'
import { takeShift } from '../../src/roster/takeShift.server.ts'
import { keepKey } from '../../src/support/peerKeys.server.ts'
import { saveProfile } from '../../src/support/peerProfile.server.ts'
import { issueCertificate } from '../../src/training/certificate.server.ts'
import { cancelClass, planClass } from '../../src/training/classes.server.ts'
import { enrol } from '../../src/training/classes.testing.ts'
import { joinClass, leaveClass } from '../../src/training/classPlaces.server.ts'
import { loadClass } from '../../src/training/classStore.server.ts'
import { tinyLibrary } from '../../src/training/course.testing.ts'
import { decide } from '../../src/training/decide.server.ts'
import { tellCertificate } from '../../src/training/jobs.ts'
import { keepPapers } from '../../src/training/lapses.server.ts'
import { demoDatabase } from './demonstration.ts'
import { yes } from './harborCallOut.ts'
import { openEmpty } from './installation.ts'
import { keyRecord } from './keyRecord.ts'
import { openPushService } from './pushService.ts'

type Account = Extract<Actor, { kind: 'account' }>

/** What arrived: under which key, which way, and what it said. */
export type Arrived = { readonly key: string; readonly way: string; readonly said: string }

/** The whole product and a worker that runs only when it is told to: what arrives is what its transports took. */
export async function openOldNight() {
  const day = Temporal.PlainDate.from('2026-11-23')
  const { base, regions } = await demoDatabase(['harbor', 'montgomery'], day, true)
  const { harbor, montgomery: other } = regions
  const here = await openEmpty({}, base)
  const { services } = here
  const { db, auth, secrets } = services
  const { regionId } = harbor
  const system = { kind: 'system', regionId } as const
  const account = async (name: string, role: Role, at: RegionId = regionId): Promise<Account> => {
    const accountId = await createAccount(auth, { email: `${name}@peers.example`, name: '' })
    await db.write({ kind: 'system', regionId: at }, (tx) => grantRole(tx, accountId, role))
    return { kind: 'account', accountId, regionId: at, roles: [role] }
  }
  const rae = await account('rae.h', 'duty_coordinator')
  const bo = await account('bo.h', 'duty_coordinator')
  const tara = await account('tara.l', 'duty_coordinator', other.regionId)
  const [di] = [await account('di.a', 'administrator'), await account('gus.a', 'administrator')]
  await account('ann.a', 'administrator')
  const larkfield = harbor.agencies.get('Larkfield Fire')!
  const pat = await createAccount(auth, { email: 'pat.c@agency.example', name: '' })
  await db.write(system, async (tx) => {
    await grantRole(tx, pat, 'agency_contact', { agencyId: larkfield })
    await chooseHearing(tx, pat, [larkfield], new Set([larkfield]))
  })
  // Whoever is rung is reached every way there is, as often as anything is sent; members by mail.
  await base.admin.query(
    `update region.policy set settings = jsonb_set(settings, '{callOut,messagesPerMinute}', '1000')`,
  )
  await base.admin.query(
    `insert into messaging.reach (region_id, person_id, phone, phone_proven_at, by_mail, by_text, by_call)
     select region_id, id, '+1617555' || lpad((row_number() over (order by id))::text, 4, '0'), now(), true, true, true
       from (select distinct region_id, account_id as id from identity."grant") people`,
  )
  const pushes = await openPushService()
  const browser = pushes.subscribe(services.push.publicKey)
  await base.admin.query(
    `insert into messaging.push_subscription (region_id, id, person_id, owner_id, endpoint, p256dh, auth)
     values ($1, gen_random_uuid(), $2, $2, $3, $4, $5)`,
    [regionId, rae.accountId, browser.endpoint, browser.p256dh, browser.auth],
  )
  const mails = services.mailbox!.mails as Mail[]
  const phone = services.phonesKept!.messages as PhoneMessage[]

  /** The worker is up at this moment, until nothing is due any more. Answers what arrived. */
  async function work(now: Temporal.Instant): Promise<readonly Arrived[]> {
    for (const list of [mails, phone, pushes.taken]) list.length = 0
    // What has to wait its minute is tried in the next one.
    for (let minute = 0; minute < 8; minute++) {
      await base.setNow(now.add({ minutes: minute }))
      const due = await base.admin.query(
        // In the order in which they were due, as a worker that comes back takes them.
        `update graphile_worker._private_jobs j set run_at = now() - interval '1 s' - due.back * interval '1 ms'
           from (select id, row_number() over (order by run_at desc, id desc) as back
                   from graphile_worker._private_jobs where run_at <= $1) due
          where due.id = j.id`,
        [`${now.add({ minutes: minute })}`],
      )
      if (due.rowCount === 0) break
      await drain(services.workerPool, services.handlers)
    }
    const failed = await base.admin.query(
      'select last_error from graphile_worker._private_jobs where last_error is not null',
    )
    if (failed.rows.length > 0) throw new Error(failed.rows[0].last_error)
    return [
      ...mails.map(({ messageId, subject, text }) => ({
        ...{ key: messageId.replace('@tailboard', ''), way: 'mail', said: `${subject}\n${text}` },
      })),
      ...phone.map((one) => ({
        key: one.key,
        way: one.channel,
        said: 'text' in one ? one.text : one.script,
      })),
      ...pushes.taken.map(({ topic, payload }) => ({
        key: topic,
        way: 'push',
        said: JSON.stringify(payload),
      })),
    ]
  }
  const load = async (plan: Pick<PlanState, 'id'>) =>
    (await db.read(rae, (reader) => loadPlans(reader, { planId: plan.id })))[0]!
  const requested = async (now: Temporal.Instant): Promise<ActivationId> => {
    const asked = await requestTeam(db, regionId, {
      kind: 'child_death_or_injury',
      occurredAt: now.subtract({ hours: 1 }),
      overAt: now.subtract({ minutes: 30 }),
      town: 'Larkfield',
      agencyId: harbor.agencies.get('Larkfield Fire')!,
      groups: [{ role: 'firefighters', count: 6 }],
      requesterName: 'Pat L.',
      callbackPhone: '617-555-0199',
    })
    return doneWith(asked).activationId
  }
  const calledOut = async (now: Temporal.Instant): Promise<PlanState> => {
    const activationId = await requested(now)
    await recordContact(db, rae, activationId, { role: 'shift commander', spokenAt: now, overAt: null })
    const plan = (await db.read(rae, (reader) => loadPlans(reader, { activationId })))[0]!
    const approval = { startsAt: now.add({ hours: 3 }), place: 'Community room', signOffRole: null }
    doneWith(await approvePlan({ db, solve: services.solver.solve }, rae, plan.id, approval))
    return await load(plan)
  }
  const aidOf = async (plan: PlanState) => {
    const asked = { kind: 'peer', region: other.regionId, consent: true } as const
    doneWith(await askNeighbour(db, rae, plan.id, asked))
    const requests = await db.read(rae, (reader) => loadAid(reader, { ofPlan: plan.id }))
    return requests.at(-1)!
  }

  /** Every kind of message is on its way or waits for its hour, and no worker takes any. */
  /** A peer lost their keys and made others: they and whoever else has keys hear of it. */
  let keys = 0
  async function keysRemade(now: Temporal.Instant): Promise<void> {
    const [lost, other] = harbor.members.map((one) => one.id)
    const day = now.toZonedDateTimeISO('UTC').toPlainDate().toString()
    for (const member of keys === 0 ? [lost!, other!, lost!] : [lost!]) {
      await db.write({ kind: 'member', memberId: member, regionId }, (tx) =>
        saveProfile(tx, member, {
          ...{ shownAs: 'Kit', discipline: 'fire', agency: null, languages: ['en'] },
          ...{ lived: [], answers: [], published: true },
        }),
      )
      const { sent } = await keyRecord(regionId, member, { number: ++keys, day })
      doneWith(await keepKey(db, regionId, member, sent))
    }
  }
  async function night(now: Temporal.Instant) {
    await base.setNow(now)
    await keysRemade(now)
    const [held, ended, unsent] = [await calledOut(now), await calledOut(now), await calledOut(now)]
    const lead = held.offers.find((one) => one.kind === 'lead')!
    doneWith(await recordSpoken(db, rae, held.id, lead.id, yes))
    const moved = { startsAt: now.add({ hours: 4 }), place: 'Day room', reason: 'room', late: true } as const
    doneWith(await moveSession(db, rae, held.id, moved, 0))
    await aidOf(held)
    doneWith(await standDownPlan(db, rae, ended.id))
    const aid = await aidOf(unsent)
    const [guest] = await db.read(tara, (reader) => possibleGuests(reader, aid))
    const reply = { code: 'offered', memberId: guest!.member.id, spoken: true } as const
    doneWith(await answerAid(db, tara, aid.id, reply))
    doneWith(await acceptGuest(db, rae, unsent.id, aid.id))
    const ringing = await requested(now)
    const booked = await bookEducation(db, regionId, {
      ...{ kind: 'roll_call_talk', agencyId: harbor.agencies.get('Larkfield Fire')!, people: 12 },
      ...{ wishedAt: now.add({ hours: 24 * 9 }), wishedElse: null, place: 'Day room' },
      ...{ requesterName: 'Pat L.', callbackPhone: '617-555-0199' },
    } as const)
    const followUpId = newId<string>()
    await base.admin.query(
      `insert into intervention.follow_up (region_id, id, plan_id, kind, owner_id, due_at, late_at)
       values ($1, $2, $3, 'week', $4, $5, $6)`,
      [regionId, followUpId, held.id, lead.memberId, `${now}`, `${now.add({ hours: 48 })}`],
    )
    const at = moved.startsAt.epochMilliseconds
    await db.write(system, async (tx) => {
      await callForAHand(tx, unsent, 'nobody_left')
      await enqueue(tx, tellBriefing, { regionId, offerId: lead.id, what: 'soon', at, channel: 'mail' })
      const missing = { regionId, planId: held.id, accountId: rae.accountId, at, channel: 'mail' } as const
      await enqueue(tx, briefingMissing, missing)
      await enqueue(tx, remindFollowUp, { regionId, followUpId })
      await enqueue(tx, tellFollowUp, {
        ...{ regionId, followUpId, what: 'due', at: now.epochMilliseconds, channel: 'text' },
        ...{ kind: 'member', personId: lead.memberId },
      } as const)
      await enqueue(tx, sendTest, {
        ...{ regionId, personId: rae.accountId, testId: newId<string>() },
        until: now.add({ minutes: 5 }).epochMilliseconds,
      })
      await askForProof(tx, bo.accountId, '617-555-0188', 'text')
    })
    await rosterMessages(now)
    await accountMessages()
    await classMessages(now)
    await learnersMessages(now)
    return { held, ended, unsent, ringing, booked: doneWith(booked).activationId, followUpId }
  }

  async function rosterMessages(now: Temporal.Instant): Promise<void> {
    const span = (from: number, to: number) => ({
      startsAt: now.add({ hours: from }),
      endsAt: now.add({ hours: to }),
    })
    const spans = [span(1, 9), span(30, 40), span(50, 60)]
    doneWith(await addCoordinatorShifts(db, rae, { accountId: rae.accountId, place: 'on_call', spans }))
    const { rows } = await base.admin.query<{ id: string }>(
      'select id from roster.coordinator_shift where account_id = $1 and starts_at > $2 order by starts_at',
      [rae.accountId, `${now}`],
    )
    doneWith(await askStandIn(db, rae, 'coordinator', rows[1]!.id))
    const { requestId } = doneWith(await askStandIn(db, rae, 'coordinator', rows[2]!.id))
    doneWith(await takeShift(db, bo, requestId))
    doneWith(await beginDrill(db, rae))
  }

  /** Two classes: one begins in two days and an hour, whose seat somebody gives back; the other is cancelled. */
  async function classMessages(now: Temporal.Instant): Promise<void> {
    const learners: { actor: Account; enrolment: string }[] = []
    for (const name of ['kit.l', 'lou.l']) {
      const email = `${name}.${now.epochMilliseconds}@learners.example`
      const accountId = await createAccount(auth, { email, name: '' })
      await db.write(system, (tx) => grantRole(tx, accountId, 'learner'))
      const enrolment = await enrol(base, regionId, accountId, name)
      learners.push({ actor: { kind: 'account', accountId, regionId, roles: ['learner'] }, enrolment })
    }
    const library = tinyLibrary
    for (const hours of [49, 60]) {
      const startsAt = now.add({ hours })
      const id = newId<string>()
      const given = { id, course: 'tiny', place: 'Day room', seats: 1, instructor: rae.accountId }
      const meetings = [{ startsAt, endsAt: startsAt.add({ hours: 2 }) }]
      doneWith(await planClass({ db, library }, rae, { ...given, meetings }))
      for (const { actor, enrolment } of learners) doneWith(await joinClass(db, actor, id, enrolment))
      if (hours === 60) doneWith(await cancelClass(db, rae, id))
      else {
        const first = await db.read(rae, (reader) => loadClass(reader, id))
        const seat = first!.places.find((place) => place.seatedAt !== null)!
        const who = learners.find(({ actor }) => actor.accountId === seat.accountId)!
        doneWith(await leaveClass(db, who.actor, id))
      }
    }
  }

  /** Somebody is let into a course; somebody has a certificate; and one of theirs runs out in fifty days. */
  async function learnersMessages(now: Temporal.Instant): Promise<void> {
    const email = `moe.l.${now.epochMilliseconds}@learners.example`
    const accountId = await createAccount(auth, { email, name: '' })
    await db.write(system, (tx) => grantRole(tx, accountId, 'learner'))
    const waits = await enrol(base, regionId, accountId, 'Moe L.', { needsApproval: true })
    doneWith(await decide(db, rae, waits, 'approved'))
    const today = now.toZonedDateTimeISO(harbor.timeZone).toPlainDate()
    const earned = async (course: string, days: number) => {
      const enrolmentId = await enrol(base, regionId, accountId, 'Moe L.', { course, ended: 'finished' })
      return await db.write(system, (tx) =>
        issueCertificate(tx, {
          ...{ enrolmentId, accountId, name: 'Moe L.', course, title: course, fingerprint: 'a'.repeat(64) },
          ...{ onlineMinutes: 60, inPersonMinutes: 60, scorePercent: 90 },
          ...{ issuedOn: today.subtract({ days: 1 }), expiresOn: today.add({ days }) },
        }),
      )
    }
    const certificateId = await earned('other', 700)
    await earned('tiny', 50)
    await db.write(system, async (tx) => {
      await enqueue(tx, tellCertificate, { regionId, certificateId })
      await keepPapers(tx)
    })
  }

  async function accountMessages(): Promise<void> {
    const asked = { email: 'bo.h@peers.example', browser: 'A'.repeat(43), language: 'en' } as const
    await askToSignIn(auth, secrets, asked)
    doneWith(await invite(db, secrets, di!, { email: 'zoe.a@peers.example', role: 'administrator' }))
    doneWith(await startRecovery(db, secrets, di!, bo.accountId))
    await inTransaction(auth.pool, async (client) => {
      await tellOfChange(client, rae.accountId)
      await tellOfCode(client, rae.accountId)
    })
  }

  return {
    ...here,
    regionId,
    rae,
    night,
    work,
    /** The names of all jobs that wait. */
    async waiting(): Promise<ReadonlySet<string>> {
      const { rows } = await base.admin.query<{ name: string }>(
        `select distinct t.identifier as name from graphile_worker._private_jobs j
           join graphile_worker._private_tasks t on t.id = j.task_id`,
      )
      return new Set(rows.map((row) => row.name))
    },
    async stop() {
      await pushes.close()
      await here.stop()
    },
  }
}

function doneWith<Value>(outcome: { ok: true; value: Value } | { ok: false; code: string }): Value {
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value
}
