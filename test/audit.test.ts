import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  answerOffer,
  approvePlan,
  bookEducation,
  loadPlans,
  moveSession,
  recordContact,
  requestTeam,
  standDownPlan,
} from '../src/activation/index.server.ts'
import { verify } from '../src/audit/index.server.ts'
import { acts } from '../src/audit/index.ts'
import { auditWords } from '../src/desk/auditWords.ts'
import { invite } from '../src/identity/index.server.ts'
import { writeBriefing } from '../src/intervention/briefing.server.ts'
import { addReferral } from '../src/intervention/referrals.server.ts'
import type { Actor } from '../src/platform/actor.ts'
import type { AgencyId, PlanId } from '../src/platform/ids.ts'
import { keepAgencyPhone } from '../src/region/agencyPhone.server.ts'
import { holdReasons } from '../src/retention/hold.ts'
import { codeOf } from '../src/retention/rule.ts'
import { rules } from '../src/retention/rules.ts'
import { importSheet } from '../src/roster/importSheet.server.ts'
import {
  addCredential,
  addMember,
  changeContact,
  exportSheet,
  recordDesignation,
} from '../src/roster/index.server.ts'
import { evidenceKinds } from '../src/roster/index.ts'
import { sourcesUnder } from './boundaries/sources.ts'
import { type Installation, openInstallation } from './harness/installation.ts'

const root = join(import.meta.dirname, '..')

describe('the audit trail', () => {
  let here: Installation
  let agency: AgencyId
  beforeAll(async () => {
    here = await openInstallation()
    agency = here.harbor.agencies.get('Larkfield Fire')!
  }, 60_000)
  afterAll(() => here?.stop())

  const coordinator = () =>
    ({
      kind: 'account',
      accountId: here.coordinator,
      regionId: here.harbor.regionId,
      roles: ['duty_coordinator'],
    }) as const satisfies Actor
  const day = (text: string) => Temporal.PlainDate.from(text)
  async function ok<Value>(outcome: Promise<{ ok: true; value: Value } | { ok: false; code: string }>) {
    const told = await outcome
    if (!told.ok) throw new Error(told.code)
    return told.value
  }

  /** Words as somebody could type them; some of them would pass for a code. */
  const typed = {
    name: 'canaryname',
    email: 'canarymail@canary.example',
    invited: 'canaryguest@canary.example',
    changed: 'canarychanged@canary.example',
    town: 'canarytown',
    place: 'canaryroom',
    phone: '617-555-0142',
    digits: '6175550142',
    said: 'canarysaid',
  }

  async function workWithPeople() {
    const { db, secrets } = here.services
    const { memberId } = await ok(
      addMember(db, coordinator(), {
        agencyId: agency,
        furtherAgencies: [],
        name: typed.name,
        email: typed.email,
        role: 'peer',
        rankBand: 'line',
        disciplines: ['fire'],
        languages: ['en'],
        town: typed.town,
        place: null,
      }),
    )
    await ok(changeContact(db, coordinator(), memberId, { email: typed.changed }))
    await ok(
      addCredential(db, coordinator(), memberId, {
        kind: typed.said,
        issuer: typed.said,
        number: typed.said,
        issuedOn: day('2026-01-10'),
        expiresOn: day('2029-01-10'),
        evidence: { kind: evidenceKinds[0]!, kept: typed.said },
      }),
    )
    await ok(
      recordDesignation(db, coordinator(), memberId, {
        document: typed.said,
        designatedOn: day('2026-01-10'),
      }),
    )
    await ok(invite(db, secrets, coordinator(), { email: typed.invited, role: 'peer', memberId }))
    await ok(keepAgencyPhone(db, coordinator(), agency, typed.phone))
    await ok(
      addReferral(db, coordinator(), {
        name: typed.said,
        kind: 'clinician',
        town: typed.town,
        telehealth: true,
        languages: ['en'],
        phone: typed.phone,
        cost: 'free',
        knowsResponders: true,
      }),
    )
    await exportSheet(db, coordinator(), 'members')
    const agencies = `name,town,state,discipline\n${typed.said},${typed.town},MA,fire\n`
    const sheet = await ok(importSheet(db, coordinator(), 'agencies', agencies, null))
    expect(sheet.problems).toEqual([])
  }

  async function workOnRequests() {
    const { db, solver } = here.services
    const now = Temporal.Now.instant()
    const asked = { requesterName: typed.name, callbackPhone: typed.phone, agencyId: agency }
    const { activationId } = await ok(
      requestTeam(db, here.harbor.regionId, {
        ...asked,
        kind: 'child_death_or_injury',
        occurredAt: now.subtract({ hours: 2 }),
        overAt: now.subtract({ hours: 1 }),
        town: typed.town,
        groups: [{ role: 'firefighters', count: 6 }],
      }),
    )
    const contact = { role: typed.said, spokenAt: now, overAt: null }
    await ok(recordContact(db, coordinator(), activationId, contact))
    const planOf = async () =>
      (await db.read(coordinator(), (reader) => loadPlans(reader, { activationId })))[0]!
    const planId: PlanId = (await planOf()).id
    await ok(
      approvePlan({ db, solve: solver.solve }, coordinator(), planId, {
        startsAt: now.add({ hours: 3 }),
        place: typed.place,
        signOffRole: typed.said,
      }),
    )
    const briefing = { meetingPoint: typed.place, parking: typed.said } as const
    await ok(writeBriefing(db, coordinator(), planId, { ...briefing, dress: 'plain', weapons: 'none' }, 0))
    const [first, second] = (await planOf()).offers
    const no = { conflict: false, choice: 'not_this_time', fromAt: null } as const
    await ok(answerOffer(db, coordinator(), first!.id, no, 'coordinator'))
    await ok(answerOffer(db, coordinator(), second!.id, { ...no, conflict: true }, 'coordinator'))
    const moved = { startsAt: now.add({ hours: 4 }), place: `${typed.place} two`, reason: 'room' } as const
    await ok(moveSession(db, coordinator(), planId, moved, 0))
    await ok(standDownPlan(db, coordinator(), planId))
    await ok(
      bookEducation(
        db,
        here.harbor.regionId,
        {
          ...asked,
          kind: 'roll_call_talk',
          people: 12,
          wishedAt: now.add({ hours: 24 * 14 }),
          wishedElse: null,
          place: typed.place,
        },
        null,
        coordinator(),
      ),
    )
    return { no: [first!, second!] }
  }

  it('has what was done with people and requests, and nothing that anybody typed', async () => {
    await workWithPeople()
    const { no } = await workOnRequests()
    const { rows } = await here.base.admin.query(
      'select row_to_json(e)::text as row, act, subject_id, detail from audit.entry e order by number',
    )
    const written = new Set(rows.map((row) => row.act))
    const expected = [
      ...['member_added', 'address_changed', 'credential_recorded', 'designation_recorded'],
      ...['invitation_made', 'agency_phone_changed', 'referral_added', 'sheet_exported', 'sheet_imported'],
      ...['contact_recorded', 'request_taken', 'plan_approved', 'briefing_written', 'answer_recorded'],
      ...['session_moved', 'plan_stood_down', 'booking_entered', 'role_granted', 'region_founded'],
    ]
    expect(expected.filter((act) => !written.has(act))).toEqual([])
    const whole = rows.map((row) => row.row).join('\n')
    const everybody = here.harbor.members.flatMap(({ member }) => [member.name, member.email])
    const telling = [...Object.values(typed), ...everybody, 'canary', 'Rae H.', '@']
    expect(telling.filter((text) => whole.includes(text))).toEqual([])

    // Two said no, one of them because they are close to somebody: the entries can't be told apart.
    const answers = rows.filter((row) => row.act === 'answer_recorded')
    expect(answers.map((row) => row.subject_id)).toEqual(no.map((offer) => offer.memberId))
    expect(answers.map((row) => Object.keys(row.detail))).toEqual([['offer'], ['offer']])
    const actor = { kind: 'system', regionId: here.harbor.regionId } as const
    expect((await here.services.db.read(actor, verify)).broken).toBeNull()
  })
})

describe('a code of a detail', () => {
  it('of what goes for its age, or why it is held, has words in both languages', () => {
    const codes = [...rules.filter((rule) => rule.held).map(codeOf), ...holdReasons]
    expect(codes.length).toBeGreaterThan(8)
    for (const { codes: said } of Object.values(auditWords))
      expect(codes.filter((code) => (said[code] ?? '') === '')).toEqual([])
  })
})

describe('an act', () => {
  it('that is listed is left by some use-case', () => {
    const calls = sourcesUnder(root, 'src', /\.server\.tsx?$/)
      .map(({ path }) => readFileSync(join(root, path), 'utf8'))
      .flatMap((text) => [...text.matchAll(/act: ['`]([a-z_]+)(\$\{what\})?['`]/g)])
    const left = (act: string) =>
      calls.some((call) => (call[2] === undefined ? call[1] === act : act.startsWith(call[1]!)))
    expect(calls.length).toBeGreaterThan(40)
    expect(Object.keys(acts).filter((act) => !left(act))).toEqual([])
  })
})
