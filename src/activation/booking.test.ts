import { describe, expect, it } from 'vitest'
import { bookingKinds, incidentKinds } from '../incident/index.ts'
import { isOneSegment } from '../messaging/index.ts'
import type { AgencyId } from '../platform/ids.ts'
import { type Agency, defaultPolicy } from '../region/index.ts'
import { bookedPlan } from './booked.testing.ts'
import { policyFor } from './bookedPolicy.ts'
import { bookedAs, wishAhead } from './booking.ts'
import { parseBooking } from './bookingForm.ts'
import { byDay, notAfter } from './bookingHours.ts'
import { bookingMessageWords, shortDay } from './bookingMessageWords.ts'
import { planFor } from './bookingPlan.ts'
import { statusOfBooking } from './bookingStatus.ts'
import { withLink } from './messageWords.ts'
import { nextDue, nextStep } from './planState.ts'
import type { Fields } from './requestForm.ts'
import { minutesOf } from './session.ts'
import { weightOf } from './weight.ts'

const at = (text: string) => Temporal.Instant.from(text)
const boston = 'America/New_York'
const now = at('2026-11-30T15:00:00Z')
const agencyId = '01890000-0000-7000-8000-000000000001' as AgencyId
const agencies = [{ id: agencyId, name: 'Larkfield Fire' }] as unknown as Agency[]
const good: Fields = {
  kind: 'roll_call_talk',
  agency: agencyId,
  people: '12',
  place: 'Day room',
  wishedAt: '2026-12-08T07:00',
  wishedElse: '',
  requesterName: 'Pat L.',
  callbackPhone: '617-555-0199',
}
const read = (given: Fields) =>
  parseBooking({ ...good, ...given }, { agencies, timeZone: boston, now, policy: defaultPolicy })
const told = (given: Fields) => {
  const parsed = read(given)
  return parsed.ok ? [] : parsed.errors.map((one) => `${one.field} ${one.word}`)
}

describe('the booking form', () => {
  it('reads what is booked, by the region’s clock', () => {
    expect(read({ wishedElse: '2026-12-09T07:00' })).toEqual({
      ok: true,
      facts: {
        kind: 'roll_call_talk',
        agencyId,
        people: 12,
        place: 'Day room',
        wishedAt: at('2026-12-08T12:00:00Z'),
        wishedElse: at('2026-12-09T12:00:00Z'),
        requesterName: 'Pat L.',
        callbackPhone: '617-555-0199',
      },
    })
  })

  it('tells every mistake of an empty form at once, each at its field', () => {
    const parsed = parseBooking({}, { agencies, timeZone: boston, now, policy: defaultPolicy })
    expect(parsed.ok ? [] : parsed.errors.map((one) => one.field)).toEqual([
      'kind',
      'agency',
      'people',
      'place',
      'wishedAt',
      'requesterName',
      'callbackPhone',
    ])
  })

  it.each<[Fields, string]>([
    [{ kind: '__proto__' }, 'kind errorKind'],
    [{ agency: '00000000-0000-7000-8000-000000000000' }, 'agency errorAgency'],
    [{ people: '0' }, 'people errorPeople'],
    [{ people: '5001' }, 'people errorPeople'],
    [{ people: 'a dozen' }, 'people errorPeople'],
    [{ place: 'x'.repeat(81) }, 'place errorPlace'],
    [{ place: 'Day\u0000room' }, 'place errorPlace'],
    [{ wishedAt: 'soon' }, 'wishedAt errorWished'],
    [{ wishedAt: '2026-11-30T09:59' }, 'wishedAt errorPast'],
    [{ wishedAt: '2027-12-01T10:00' }, 'wishedAt errorFar'],
    [{ wishedElse: 'soon' }, 'wishedElse errorWishedElse'],
    [{ wishedElse: '2026-11-30T10:00' }, 'wishedElse errorPast'],
    [{ callbackPhone: 'call me' }, 'callbackPhone errorPhone'],
  ])('refuses %j', (given, wanted) => {
    expect(told(given)).toEqual([wanted])
  })
})

describe('the plan of a booking', () => {
  it.each([
    ['roll_call_talk', 'crew', 30, 'lead 1, peer 1'],
    ['recruit_class', 'recruits', 120, 'lead 1, peer 1'],
    ['family_evening', 'families', 90, 'mhp 1, peer 1'],
  ] as const)('%s: for %s, %i minutes, %s', (kind, role, minutes, team) => {
    const plan = planFor({ agencyId, kind, people: 12 }, defaultPolicy, now)
    expect(plan).toMatchObject({ target: { agencyId, role, count: 12 }, theme: kind })
    expect(minutesOf(plan, defaultPolicy)).toBe(minutes)
    expect(plan.team.map((seat) => `${seat.kind} ${seat.count}`).join(', ')).toBe(team)
  })

  it('is as large and as long as the region says', () => {
    const booking = { ...defaultPolicy.booking, rollCallTalk: { minutes: 20, peers: 0 } }
    const plan = planFor({ agencyId, kind: 'roll_call_talk', people: 12 }, { booking }, now)
    expect(plan.team).toEqual([{ kind: 'lead', count: 1 }])
    expect(minutesOf(plan, { booking })).toBe(20)
  })

  it('is told from every incident’s by its theme', () => {
    expect(bookingKinds.map((theme) => bookedAs({ theme }))).toEqual(bookingKinds)
    expect(incidentKinds.filter((theme) => bookedAs({ theme }) !== null)).toEqual([])
  })

  it('begins with the first wish that still lies ahead', () => {
    const wishes = { wishedAt: at('2026-12-08T12:00:00Z'), wishedElse: at('2026-12-09T12:00:00Z') }
    expect(wishAhead(wishes, now)).toEqual(wishes.wishedAt)
    expect(wishAhead(wishes, at('2026-12-08T13:00:00Z'))).toEqual(wishes.wishedElse)
    expect(wishAhead(wishes, at('2026-12-10T00:00:00Z'))).toBeNull()
    expect(wishAhead({ ...wishes, wishedElse: null }, at('2026-12-08T13:00:00Z'))).toBeNull()
  })

  it('weighs nothing on whoever gives it', () => {
    expect(bookingKinds.map((theme) => weightOf({ ...bookedPlan(now), theme }))).toEqual([0, 0, 0])
  })

  it('asks in hours, and changes nothing for an incident', () => {
    const calm = policyFor({ theme: 'recruit_class' }, defaultPolicy)
    expect([calm.wave.minutes, calm.callOut.holdMinutes]).toEqual([1440, 1440])
    expect(calm.load.sessionsPerMonth).toBe(Number.POSITIVE_INFINITY)
    expect([calm.restHours, calm.load.offAfterHardest]).toEqual([48, true])
    expect(policyFor({ theme: 'other' }, defaultPolicy)).toBe(defaultPolicy)
  })
})

describe('its call-out', () => {
  const startsAt = at('2026-12-08T12:00:00Z')
  const plan = bookedPlan(now, { startsAt })

  it('ends with its own hour, however far it could have been moved', () => {
    expect(nextStep(plan, startsAt.subtract({ minutes: 1 }))).toBe('next_wave')
    expect(nextStep(plan, startsAt)).toBe('close_window')
    expect(nextDue(plan, now)).toEqual(startsAt)
  })

  it('waits for the day with what makes a phone sound', () => {
    const cases = [
      ['2026-12-01T03:00:00Z', '2026-12-01T13:00:00Z'], // 22:00, until 08:00
      ['2026-12-01T10:00:00Z', '2026-12-01T13:00:00Z'], // 05:00
      ['2026-12-01T13:00:00Z', '2026-12-01T13:00:00Z'], // 08:00
      ['2026-12-02T00:59:00Z', '2026-12-02T00:59:00Z'], // 19:59
      ['2026-12-02T01:00:00Z', '2026-12-02T13:00:00Z'], // 20:00
      ['2027-03-14T03:00:00Z', '2027-03-14T12:00:00Z'], // the night the clock springs forward
      ['2027-11-07T03:00:00Z', '2027-11-07T13:00:00Z'], // the night it falls back
    ] as const
    for (const [asked, sent] of cases) expect(byDay(at(asked), boston)).toEqual(at(sent))
  })

  it('asks for no answer after the session has begun', () => {
    expect(notAfter(startsAt.add({ hours: 1 }), startsAt)).toEqual(startsAt)
    expect(notAfter(now, startsAt)).toEqual(now)
  })
})

describe('what whoever booked may know', () => {
  const activation = { openedAt: now, contact: null, outcome: null }
  const contact = { spokenAt: now, role: 'supervisor', recordedAt: now }
  const status = (given: object, plans = [bookedPlan(now)]) =>
    statusOfBooking({ ...activation, ...given }, plans, defaultPolicy)
  const startsAt = at('2026-12-08T12:00:00Z')

  it('says by when they hear from us, before anything else', () => {
    expect(status({}, [])).toEqual({
      phase: 'received',
      receivedAt: now,
      answerBy: at('2026-12-03T15:00:00Z'),
      startsAt: null,
      staffed: false,
    })
    expect(status({ contact })).toMatchObject({ phase: 'spoken', startsAt: null })
  })

  it('confirms day and time once they are settled, and says whether somebody comes', () => {
    const plan = bookedPlan(now, { startsAt })
    expect(status({ contact }, [plan])).toMatchObject({ phase: 'confirmed', staffed: false })
    expect(status({ contact }, [plan]).startsAt).toEqual(startsAt)
    const seats = plan.seats.map((seat) => ({ ...seat, taken: { heldUntil: null } as never }))
    expect(status({ contact }, [{ ...plan, seats }])).toMatchObject({ staffed: true })
  })

  it('takes a date back that no longer stands, and ends', () => {
    const gone = bookedPlan(now, { startsAt, end: 'cancelled' })
    expect(status({ contact }, [gone])).toMatchObject({ phase: 'spoken', startsAt: null })
    expect(status({ contact, outcome: { code: 'closed', at: now } })).toMatchObject({ phase: 'held' })
    expect(status({ outcome: { code: 'declined', at: now } })).toMatchObject({ phase: 'ended' })
  })
})

describe.each(['en', 'es'] as const)('the text about a booking in %s', (lang) => {
  const link = 'https://team.peers.example/o/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
  const text = bookingMessageWords[lang].offerText(shortDay(at('2026-12-31T23:59:00Z'), boston, lang))
  it('is one segment with its link, names the day, gives nothing away and alarms nobody', () => {
    expect(isOneSegment(text)).toBe(true)
    expect(isOneSegment(withLink(text, link))).toBe(true)
    expect(text).toContain('12/31 18:59 EST')
    expect(text).toMatch(/^Tailboard (scheduling|turnos): /)
    expect(JSON.stringify(text)).not.toMatch(/emergenc|alert|crisis|incident|urgent|talk|charla|peer/i)
  })
})
