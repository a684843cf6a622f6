import { describe, expect, it } from 'vitest'
import { type RegionFacts, readyLines } from './setUpReady.ts'

const whole: RegionFacts = {
  agencies: 2,
  members: 9,
  deployable: { all: 6, leads: 1, mhps: 1 },
  coordinators: 2,
  law: 'reviewed',
  mail: true,
  uncheckedLines: 0,
}
const open = (facts: Partial<RegionFacts>) =>
  readyLines({ ...whole, ...facts })
    .filter((line) => !line.stands)
    .map((line) => line.code)

describe('what is still open in a region', () => {
  it('is nothing when it is whole', () => {
    expect(open({})).toEqual([])
  })

  it.each<[string, Partial<RegionFacts>, string]>([
    ['one agency, which could never help itself', { agencies: 1 }, 'agencies'],
    ['nobody', { members: 0 }, 'members'],
    ['nobody who could lead', { deployable: { all: 6, leads: 0, mhps: 1 } }, 'deployable'],
    ['no mental health professional', { deployable: { all: 6, leads: 1, mhps: 0 } }, 'deployable'],
    ['one person with all the keys', { coordinators: 1 }, 'coordinators'],
    ['a law nobody read', { law: 'unread' }, 'law_unread'],
    ['a law no counsel read', { law: 'unreviewed' }, 'law_unreviewed'],
    ['no mail', { mail: false }, 'no_mail'],
    ['a number nobody checked', { uncheckedLines: 1 }, 'help_lines'],
  ])('tells %s', (_what, facts, code) => {
    expect(open(facts)).toEqual([code])
  })
})
