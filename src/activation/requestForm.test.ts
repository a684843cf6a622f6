import { describe, expect, it } from 'vitest'
import { affectedRoles, incidentKinds } from '../incident/index.ts'
import type { AgencyId } from '../platform/ids.ts'
import type { Agency } from '../region/index.ts'
import { countField, type Fields, parseRequest } from './requestForm.ts'
import { requestWords } from './words.ts'

const boston = 'America/New_York'
const now = Temporal.Instant.from('2026-11-23T20:20:00Z')
const agencyId = '01890000-0000-7000-8000-000000000001' as AgencyId
const agencies = [{ id: agencyId, name: 'Larkfield Fire' }] as unknown as Agency[]
const good: Fields = {
  kind: 'child_death_or_injury',
  occurredAt: '2026-11-23T14:00',
  agency: agencyId,
  town: 'Larkfield',
  count_firefighters: '6',
  over: 'yes',
  overAt: '2026-11-23T15:00',
  requesterName: 'Pat L.',
  callbackPhone: '617-555-0199',
}
const read = (given: Fields) => parseRequest({ ...good, ...given }, agencies, boston, now)
const told = (given: Fields) => {
  const parsed = read(given)
  return parsed.ok ? [] : parsed.errors.map((one) => `${one.field} ${one.word}`)
}
const facts = (given: Fields) => {
  const parsed = read(given)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.facts
}

describe('the request form', () => {
  it('reads the eight facts', () => {
    expect(facts({})).toEqual({
      kind: 'child_death_or_injury',
      occurredAt: Temporal.Instant.from('2026-11-23T19:00:00Z'),
      overAt: Temporal.Instant.from('2026-11-23T20:00:00Z'),
      town: 'Larkfield',
      agencyId,
      groups: [{ role: 'firefighters', count: 6 }],
      requesterName: 'Pat L.',
      callbackPhone: '617-555-0199',
    })
  })

  it('tells every mistake of an empty form at once, each at its field', () => {
    const parsed = parseRequest({}, agencies, boston, now)
    expect(parsed.ok ? [] : parsed.errors.map((one) => one.field)).toEqual([
      'kind',
      'occurredAt',
      'agency',
      'town',
      countField(affectedRoles[0]),
      'over',
      'requesterName',
      'callbackPhone',
    ])
  })

  it.each(incidentKinds.map((kind) => [kind] as const))('knows the kind %s', (kind) => {
    expect(facts({ kind }).kind).toBe(kind)
  })

  const firefighters = 'count_firefighters'
  const cases: [string, Fields, string[]][] = [
    ['no kind', { kind: '' }, ['kind errorKind']],
    ['a kind that is not in the list', { kind: 'toString' }, ['kind errorKind']],
    ['an agency of another region', { agency: agencyId.replace('1', '2') }, ['agency errorAgency']],
    ['no agency', { agency: '' }, ['agency errorAgency']],
    ['no time', { occurredAt: '' }, ['occurredAt errorOccurredAt']],
    ['a day without a time', { occurredAt: '2026-11-23' }, ['occurredAt errorOccurredAt']],
    ['a day that is none', { occurredAt: '2026-02-30T10:00' }, ['occurredAt errorOccurredAt']],
    ['an hour that is none', { occurredAt: '2026-11-23T25:00' }, ['occurredAt errorOccurredAt']],
    ['a time with a zone', { occurredAt: '2026-11-23T14:00Z' }, ['occurredAt errorOccurredAt']],
    ['words for a time', { occurredAt: 'this morning' }, ['occurredAt errorOccurredAt']],
    ['a year typed halfway', { occurredAt: '0026-11-23T14:00' }, ['occurredAt errorOccurredAt']],
    ['the year 0', { occurredAt: '0000-11-23T14:00' }, ['occurredAt errorOccurredAt']],
    ['a minute from now', { occurredAt: '2026-11-23T15:21', over: 'no' }, ['occurredAt errorFuture']],
    ['next year', { occurredAt: '2027-11-23T14:00', over: 'no' }, ['occurredAt errorFuture']],
    ['no town', { town: '' }, ['town errorTown']],
    ['a town of 81 letters', { town: 'x'.repeat(81) }, ['town errorTown']],
    ['a town the database cannot hold', { town: 'Lark\u0000field' }, ['town errorTown']],
    ['a town that turns text around', { town: 'Lark\u202efield' }, ['town errorTown']],
    ['a name of two lines', { requesterName: 'Pat\nL.' }, ['requesterName errorName']],
    ['nobody affected', { [firefighters]: '' }, [`${countField(affectedRoles[0])} errorNobody`]],
    ['zero people affected', { [firefighters]: '0' }, [`${countField(affectedRoles[0])} errorNobody`]],
    [
      'zeros in several fields',
      { [firefighters]: '00', count_officers: '0' },
      [`${firefighters} errorCount`],
    ],
    ['a word for a number', { [firefighters]: 'six' }, [`${firefighters} errorCount`]],
    ['less than nobody', { [firefighters]: '-3' }, [`${firefighters} errorCount`]],
    ['half a person', { [firefighters]: '1.5' }, [`${firefighters} errorCount`]],
    ['5001 people', { [firefighters]: '5001' }, [`${firefighters} errorCount`]],
    ['a number of five digits', { [firefighters]: '00006' }, [`${firefighters} errorCount`]],
    ['digits of another script', { [firefighters]: '٦' }, [`${firefighters} errorCount`]],
    ['nothing said about the end', { over: '' }, ['over errorOver']],
    ['another word about the end', { over: 'maybe' }, ['over errorOver']],
    ['over, and no time', { overAt: '' }, ['overAt errorOverAt']],
    ['over, and a time that is none', { overAt: '2026-11-23T15' }, ['overAt errorOverAt']],
    ['over in the future', { overAt: '2026-11-23T15:21' }, ['overAt errorFuture']],
    ['over before it happened', { overAt: '2026-11-23T13:59' }, ['overAt errorOverBefore']],
    ['no name', { requesterName: '' }, ['requesterName errorName']],
    ['a name of 81 letters', { requesterName: 'x'.repeat(81) }, ['requesterName errorName']],
    ['no number', { callbackPhone: '' }, ['callbackPhone errorPhone']],
    ['a number of 6 digits', { callbackPhone: '555019' }, ['callbackPhone errorPhone']],
    ['a number without a digit', { callbackPhone: '(...) - ...' }, ['callbackPhone errorPhone']],
    ['a number of 21 digits', { callbackPhone: '1'.repeat(21) }, ['callbackPhone errorPhone']],
    ['words for a number', { callbackPhone: 'ask the desk' }, ['callbackPhone errorPhone']],
    ['a line of two', { callbackPhone: '617-555-0199\nBcc: x' }, ['callbackPhone errorPhone']],
  ]
  it.each(cases)('asks again with %s', (_what, given, errors) => {
    expect(told(given)).toEqual(errors)
  })

  it.each([
    ['this very minute', { occurredAt: '2026-11-23T15:20', overAt: '2026-11-23T15:20' }],
    ['over in the minute it happened', { overAt: '2026-11-23T14:00' }],
    ['letters of any script', { town: 'Ñuñoa 東', requesterName: 'Šárka Ž.' }],
    ['a town of 80 letters', { town: 'x'.repeat(80) }],
    ['an international number', { callbackPhone: '+1 (617) 555-0199' }],
    ['an extension', { callbackPhone: '617.555.0199 x12' }],
    ['5000 people', { count_firefighters: '5000' }],
    ['a leading zero', { count_firefighters: '06' }],
  ] as [string, Fields][])('takes %s', (_what, given) => {
    expect(told(given)).toEqual([])
  })

  it('reads no end while it still goes on, whatever the hidden field holds', () => {
    expect(facts({ over: 'no', overAt: '2031-01-01T00:00' }).overAt).toBeNull()
  })

  it('keeps several groups apart and leaves out those of nobody', () => {
    const groups = facts({ count_firefighters: '6', count_officers: '0', count_dispatchers: '2' }).groups
    expect(groups).toHaveLength(2)
    expect(groups).toContainEqual({ role: 'firefighters', count: 6 })
    expect(groups).toContainEqual({ role: 'dispatchers', count: 2 })
  })

  it.each([
    ['the hour that is skipped in March, as the earlier clock', '2026-03-08T02:30', '2026-03-08T06:30:00Z'],
    ['the minute before it', '2026-03-08T01:59', '2026-03-08T06:59:00Z'],
    ['the minute after it', '2026-03-08T03:00', '2026-03-08T07:00:00Z'],
    ['the hour that comes twice in November, as the first', '2026-11-01T01:30', '2026-11-01T05:30:00Z'],
    ['the hour after it', '2026-11-01T02:30', '2026-11-01T07:30:00Z'],
    ['a leap day', '2024-02-29T12:00', '2024-02-29T17:00:00Z'],
  ])('reads %s', (_what, occurredAt, instant) => {
    expect(facts({ occurredAt }).occurredAt.toString()).toBe(instant)
  })

  it('takes "happened" and "over" within the repeated hour when asked during its second turn', () => {
    const second = Temporal.Instant.from('2026-11-01T06:40:00Z')
    const repeated = { ...good, occurredAt: '2026-11-01T01:10', overAt: '2026-11-01T01:35' }
    expect(parseRequest(repeated, agencies, boston, second).ok).toBe(true)
  })

  it('has words in both languages for whatever it tells', () => {
    const words = new Set(cases.flatMap(([, , errors]) => errors.map((error) => error.split(' ')[1]!)))
    for (const word of words)
      for (const lang of ['en', 'es'] as const)
        expect(requestWords[lang][word as keyof typeof requestWords.en].length).toBeGreaterThan(10)
  })
})
