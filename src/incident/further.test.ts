import { describe, expect, it } from 'vitest'
import { type AgencyId, newId } from '../platform/ids.ts'
import { furtherFacts, nothingFurtherKnown, toldFacts } from './further.ts'
import { exposedField, readFurther } from './furtherForm.ts'

const agencyId = newId<AgencyId>()
const groups = [
  { agencyId, role: 'firefighters' as const },
  { agencyId, role: 'command' as const },
]
const crew = { agencyId, role: 'firefighters' as const, exposure: 'direct' as const, count: 4 }

describe('the second page of facts', () => {
  it('is whole when nothing is known', () => {
    expect(furtherFacts.parse(nothingFurtherKnown)).toEqual(nothingFurtherKnown)
  })

  it.each<[string, object]>([
    ['a note', { note: 'Tell them I am sorry' }],
    ['a name in place of an answer', { memberKilled: 'R. Example' }],
    ['an opinion', { restedEnough: 'they looked shaken' }],
    ['a language that is not coded', { interpreterLanguage: 'Spanish' }],
    ['a band that is none', { earlierIncidents: '3' }],
    ['somebody’s name beside a count', { exposed: [{ ...crew, name: 'R. Example' }] }],
    ['a group of nobody', { exposed: [{ ...crew, count: 0 }] }],
    ['a part of a person', { exposed: [{ ...crew, count: 1.5 }] }],
    ['an agency that is no id', { exposed: [{ ...crew, agencyId: 'Larkfield Fire' }] }],
    ['one group twice', { exposed: [crew, { ...crew, count: 2 }] }],
    ['a missing answer', { fatalities: undefined }],
  ])('refuses %s', (_what, given) => {
    expect(furtherFacts.safeParse({ ...nothingFurtherKnown, ...given }).success).toBe(false)
  })
})

describe('the second page as typed', () => {
  it('left open says nothing', () => {
    expect(readFurther({}, groups)).toEqual({ ok: true, facts: nothingFurtherKnown })
  })

  it('takes every answer, and counts by group and exposure', () => {
    const typed = {
      ...Object.fromEntries(toldFacts.map((fact) => [fact, 'yes'])),
      investigation: 'criminal',
      shiftPattern: 'mixed',
      earlierIncidents: 'two_or_three',
      interpreterLanguage: 'ht',
      teamWish: 'woman',
      [exposedField(groups[0]!, 'direct')]: '4',
      [exposedField(groups[0]!, 'remote')]: '0',
      [exposedField(groups[1]!, 'indirect')]: '2',
    }
    const read = readFurther(typed, groups)
    expect(read.ok && furtherFacts.parse(read.facts)).toMatchObject({
      statementsCompleted: 'yes',
      otherTeamContacted: 'yes',
      investigation: 'criminal',
      shiftPattern: 'mixed',
      earlierIncidents: 'two_or_three',
      interpreterLanguage: 'ht',
      teamWish: 'woman',
      exposed: [crew, { agencyId, role: 'command', exposure: 'indirect', count: 2 }],
    })
  })

  it('tells every mistake at its field, and keeps what was typed', () => {
    const typed = {
      fatalities: 'two of them',
      investigation: 'murder',
      interpreterLanguage: 'Spanish',
      childInvolved: 'yes',
      [exposedField(groups[0]!, 'direct')]: 'a few',
      [exposedField(groups[1]!, 'remote')]: '5001',
    }
    expect(readFurther(typed, groups)).toEqual({
      ok: false,
      typed,
      errors: [
        { field: 'fatalities', fault: 'not_a_choice' },
        { field: 'interpreterLanguage', fault: 'not_a_choice' },
        { field: 'investigation', fault: 'not_a_choice' },
        { field: exposedField(groups[0]!, 'direct'), fault: 'no_count' },
        { field: exposedField(groups[1]!, 'remote'), fault: 'no_count' },
      ],
    })
  })

  it('reads no field that it does not ask', () => {
    const stranger = { agencyId: newId<AgencyId>(), role: 'medics' as const }
    const read = readFurther({ note: 'a sentence', [exposedField(stranger, 'direct')]: '3' }, groups)
    expect(read).toEqual({ ok: true, facts: nothingFurtherKnown })
  })
})
