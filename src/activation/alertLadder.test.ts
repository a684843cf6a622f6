import { describe, expect, it } from 'vitest'
import type { AccountId } from '../platform/ids.ts'
import { defaultPolicy } from '../region/index.ts'
import { type AlertStep, alertSteps, nextRing, type Rung, waitAfter } from './alertLadder.ts'

const id = (name: string) => name as AccountId
const people: Record<AlertStep, AccountId[]> = {
  on_call: [id('rae')],
  backup: [id('tom')],
  everybody: ['rae', 'tom', 'uma', 'vic'].map(id),
  director: [id('dr')],
}
const rung = (...said: [string, AlertStep][]): Rung[] =>
  said.map(([who, step]) => ({ accountId: id(who), step }))
const next = (before: Rung[], aside: string[] = [], who = people) => {
  const ring = nextRing(who, before, new Set(aside.map(id)))
  return ring === null ? null : [ring.step, ...ring.accounts]
}

describe('whom a request rings', () => {
  it('is the one on call, the backup, everybody else, the clinical director, then all of them again', () => {
    expect(next([])).toEqual(['on_call', 'rae'])
    expect(next(rung(['rae', 'on_call']))).toEqual(['backup', 'tom'])
    const two = rung(['rae', 'on_call'], ['tom', 'backup'])
    expect(next(two)).toEqual(['everybody', 'uma', 'vic'])
    const all = [...two, ...rung(['uma', 'everybody'], ['vic', 'everybody'])]
    expect(next(all)).toEqual(['director', 'dr'])
    expect(next([...all, ...rung(['dr', 'director'])])).toEqual([
      'director',
      'rae',
      'tom',
      'uma',
      'vic',
      'dr',
    ])
  })

  it('passes over a step with nobody, and people rung before', () => {
    const unmanned = { ...people, on_call: [], backup: [] }
    expect(next([], [], unmanned)).toEqual(['everybody', 'rae', 'tom', 'uma', 'vic'])
    expect(next(rung(['rae', 'on_call']), [], { ...people, backup: [id('rae')] })).toEqual([
      'everybody',
      'tom',
      'uma',
      'vic',
    ])
  })

  it('leaves whoever stood aside in peace, and is nobody where everybody did', () => {
    expect(next(rung(['rae', 'on_call']), ['rae', 'tom'])).toEqual(['everybody', 'uma', 'vic'])
    expect(next(rung(['rae', 'on_call']), ['rae', 'tom', 'uma', 'vic', 'dr'])).toBeNull()
    expect(next([], [], { on_call: [], backup: [], everybody: [], director: [] })).toBeNull()
  })

  it('waits as long as the policy says, and at least a minute', () => {
    expect(alertSteps.map((step) => waitAfter(step, defaultPolicy))).toEqual([5, 5, 5, 5])
    const alert = { backupAfterMinutes: 3, everybodyAfterMinutes: 10, directorAfterMinutes: 10 }
    expect(alertSteps.map((step) => waitAfter(step, { alert }))).toEqual([3, 7, 1, 3])
  })
})
