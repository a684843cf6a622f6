import { describe, expect, it } from 'vitest'
import { newRegionFields, readNewRegion } from './newRegion.ts'

const good = {
  name: 'Harbor Region',
  slug: 'harbor',
  state: 'MA',
  timeZone: 'America/New_York',
  teamPhone: '617-555-0142',
}

describe('a new region', () => {
  it('is read from its form', () => {
    expect(readNewRegion({ ...good, slug: ' Harbor ' }, [])).toEqual({ ok: true, region: good })
  })

  it.each<[string, object, string]>([
    ['no name', { name: ' ' }, 'name name_missing'],
    ['a name that turns text around', { name: 'Har\u202ebor' }, 'name name_missing'],
    ['a name of a novel', { name: 'x'.repeat(81) }, 'name name_missing'],
    ['an address with a space', { slug: 'har bor' }, 'slug slug_malformed'],
    ['an address of one letter', { slug: 'h' }, 'slug slug_malformed'],
    ['an address that begins with a digit', { slug: '1harbor' }, 'slug slug_malformed'],
    ['an address that is a page of ours', { slug: 'sign-in' }, 'slug slug_reserved'],
    ['the address of another region', { slug: 'montgomery' }, 'slug slug_taken'],
    ['a state that objects have', { state: 'constructor' }, 'state state_missing'],
    ['a zone of elsewhere', { timeZone: 'Europe/Paris' }, 'timeZone zone_missing'],
    ['words for a number', { teamPhone: 'ask the desk' }, 'teamPhone phone_malformed'],
  ])('is refused with %s', (_what, wrong, fault) => {
    const read = readNewRegion({ ...good, ...wrong }, ['montgomery'])
    expect(read.ok ? [] : read.faults.map((one) => `${one.field} ${one.code}`)).toEqual([fault])
  })

  it('tells every mistake of an empty form, in the order of the page', () => {
    const read = readNewRegion({}, [])
    expect(read.ok ? [] : read.faults.map((one) => one.field)).toEqual([...newRegionFields])
  })
})
