import { describe, expect, it } from 'vitest'
import { isOneSegment } from '../messaging/index.ts'
import { drillBegins, drillDay, isDrilled, isDrillWord } from './drill.ts'
import { drillMessages, drillText } from './drillMessages.ts'
import { isUnreachable, type ReachFacts } from './reachable.ts'
import type { Standing } from './standing.ts'

const zone = 'America/New_York'
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant()
const day = (text: string) => Temporal.PlainDate.from(text)

describe('when a drill begins', () => {
  it.each([
    // The clock goes forward on March 14 and back on November 7: thirty days are days of the calendar.
    ['2027-03-01T10:00', 30, '2027-03-31'],
    ['2027-10-20T10:00', 30, '2027-11-19'],
    ['2027-02-27T23:30', 7, '2027-03-06'],
  ])('one of %s is followed %i days later, on %s', (last, everyDays, due) => {
    expect(drillDay(at(last), everyDays, zone).toString()).toBe(due)
  })

  it.each([
    ['before its day', '2027-03-30T12:00', '2027-03-31T10:00'],
    ['in the night of its day', '2027-03-31T03:00', '2027-03-31T10:00'],
    ['at ten', '2027-03-31T10:00', '2027-03-31T10:00'],
    ['missed by three hours', '2027-03-31T13:00', '2027-03-31T13:00'],
    ['missed until the evening', '2027-03-31T18:00', '2027-04-01T10:00'],
    ['missed by a week, looked at by night', '2027-04-07T02:30', '2027-04-07T10:00'],
    ['missed by a week, looked at by day', '2027-04-07T17:59', '2027-04-07T17:59'],
  ])('%s', (_what, now, begins) => {
    expect(drillBegins(day('2027-03-31'), at(now), zone)).toEqual(at(begins))
  })

  it('keeps to ten on the wall when the clock has changed', () => {
    expect(drillBegins(day('2027-03-14'), at('2027-03-01T10:00'), zone).toString()).toBe(
      '2027-03-14T14:00:00Z',
    )
    expect(drillBegins(day('2027-11-07'), at('2027-11-01T10:00'), zone).toString()).toBe(
      '2027-11-07T15:00:00Z',
    )
  })
})

describe('what a drill sends', () => {
  it.each(['en', 'es'] as const)('is one segment that says it is a test, in %s', (lang) => {
    const say = drillMessages[lang]
    const link = `https://team.a-region.example/reached/${'a'.repeat(32)}`
    const whole = drillText(lang, link)
    expect(whole).toContain(link)
    const alone = drillText(lang, link + 'a'.repeat(60))
    expect(alone).toBe(say.text)
    for (const text of [whole, alone, say.replyOk]) expect(isOneSegment(text)).toBe(true)
    for (const text of [whole, alone, say.subject, say.mail(link), say.call])
      expect(text).toMatch(/(test|prueba).*(nothing happened|no ha pasado nada)/i)
  })

  it.each([
    ['OK', true],
    ['ok.', true],
    [' Okay! ', true],
    ['1', false],
    ['3', false],
    ['STOP', false],
    ['ok 18:30', false],
    ['not ok', false],
  ])('is answered by a text %j: %j', (text, answered) => {
    expect(isDrillWord(text)).toBe(answered)
  })
})

describe('who is asked', () => {
  const chosen = { selectedOn: day('2027-01-01'), deselectedOn: null }
  const standing = (given: Partial<Standing>): Standing => ({
    role: 'peer',
    selections: [chosen],
    credentials: [],
    agreements: [],
    designations: [],
    suspensions: [],
    leaves: [],
    ...given,
  })
  it.each<[string, Partial<Standing>, boolean]>([
    ['on the team, whatever papers are missing', {}, true],
    ['not chosen yet', { selections: [] }, false],
    ['deselected today', { selections: [{ ...chosen, deselectedOn: day('2027-03-01') }] }, false],
    ['deselected tomorrow', { selections: [{ ...chosen, deselectedOn: day('2027-03-02') }] }, true],
    ['on leave', { leaves: [{ startsOn: day('2027-02-01'), endsOn: day('2027-03-02') }] }, false],
    ['back today', { leaves: [{ startsOn: day('2027-02-01'), endsOn: day('2027-03-01') }] }, true],
    ['suspended', { suspensions: [{ suspendedOn: day('2027-02-01'), reinstatedOn: null }] }, true],
  ])('%s', (_what, given, asked) => {
    expect(isDrilled(standing(given), day('2027-03-01'))).toBe(asked)
  })
})

describe('who is unreachable', () => {
  const drill = at('2027-03-01T10:00')
  const facts = (given: Partial<ReachFacts>): ReachFacts => ({
    askedAt: null,
    heardAt: null,
    mailRefusedAt: null,
    addressChangedAt: null,
    phoneProven: false,
    ...given,
  })
  it.each<[string, Partial<ReachFacts>, boolean]>([
    ['never asked', {}, false],
    ['silent through a drill', { askedAt: drill }, true],
    ['silent since long before', { askedAt: drill, heardAt: drill.subtract({ hours: 1 }) }, true],
    ['answered it', { askedAt: drill, heardAt: drill.add({ hours: 3 }) }, false],
    ['answered late, or something else', { askedAt: drill, heardAt: drill.add({ hours: 900 }) }, false],
    ['silent with a number they proved', { askedAt: drill, phoneProven: true }, true],
    ['an address that is refused', { mailRefusedAt: drill }, true],
    ['refused, with a number', { mailRefusedAt: drill, phoneProven: true }, false],
    ['refused, and heard from since', { mailRefusedAt: drill, heardAt: drill.add({ minutes: 1 }) }, false],
    ['refused, and another address since', { mailRefusedAt: drill, addressChangedAt: drill }, false],
    [
      'another address, refused too',
      { mailRefusedAt: drill, addressChangedAt: drill.subtract({ hours: 1 }) },
      true,
    ],
    [
      'another address, and silent through a drill',
      { askedAt: drill, mailRefusedAt: drill, addressChangedAt: drill.add({ hours: 1 }) },
      true,
    ],
  ])('%s', (_what, given, unreachable) => {
    expect(isUnreachable(facts(given))).toBe(unreachable)
  })
})
