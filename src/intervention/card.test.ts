import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cardTypes, parseCard } from './card.ts'
import { readCards } from './cards.server.ts'
import { cardTitle, cardWords } from './cardWords.ts'

const cards = readCards(join(import.meta.dirname, '../..'))
const phases = (type: 'defusing' | 'cisd' | 'rits' | 'cmb' | 'oneToOne') =>
  cards.get(type)!.phases.map((one) => one.name.en)

describe('the facilitator’s cards', () => {
  it('are there for every kind of session', () => {
    expect([...cards.keys()]).toEqual(cardTypes)
  })

  it('have the field’s phases in the field’s order', () => {
    expect(phases('defusing')).toEqual(['Introduction', 'Exploration', 'Information'])
    expect(phases('cisd')).toEqual([
      'Introduction',
      'Fact',
      'Thought',
      'Reaction',
      'Symptoms',
      'Teaching',
      'Re-entry',
    ])
    expect(phases('cmb').slice(0, 3)).toEqual(['Assemble', 'Facts', 'Reactions'])
  })

  it('take one person through the six steps of SAFER-R', () => {
    expect(phases('oneToOne')).toEqual([
      'Stabilize',
      'Acknowledge',
      'Facilitate understanding',
      'Encourage adaptive coping',
      'Recovery',
      'Referral',
    ])
    expect(cards.get('oneToOne')!.who.en).toContain('No diagnosis, no therapy, no notes')
    expect(cardTitle('oneToOne', 'es')).not.toBe(cardTitle('oneToOne', 'en'))
  })

  it('promise nothing, in either language', () => {
    const text = JSON.stringify([...cards.values()]) + JSON.stringify(cardWords)
    expect(text).not.toMatch(
      /prevents? (PTSD|trauma)|previene|\btreats\b|\btrata el\b|proven|comprobado que|reduces suicide|cures?\b/i,
    )
    expect(text).not.toMatch(/HIPAA|guarantee|garantiza/i)
  })

  it('say everything in two languages, and nothing twice', () => {
    for (const card of cards.values())
      for (const phase of card.phases)
        for (const one of [phase.name, phase.purpose, ...phase.ask, ...phase.watch])
          expect(one.en).not.toBe(one.es)
    expect(cardWords.en.ruleList).toHaveLength(cardWords.es.ruleList.length)
  })

  it('are refused with the place that is wrong', () => {
    const good = JSON.parse(JSON.stringify(cards.get('defusing')))
    expect(() => parseCard(JSON.stringify({ ...good, phases: good.phases.slice(0, 2) }))).toThrow('phases')
    expect(() => parseCard(JSON.stringify({ ...good, sources: [] }))).toThrow('sources')
    expect(() => parseCard(JSON.stringify({ ...good, note: 'x' }))).toThrow('note')
  })
})
