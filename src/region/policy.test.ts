import { describe, expect, it } from 'vitest'
import { defaultPolicy, policyFrom } from './policy.ts'

describe('a stored policy', () => {
  it('keeps what was decided and takes defaults for what came later', () => {
    const read = policyFrom({ windows: { cisd: { closes: 336 } }, restHours: 24 })
    expect(read.windows.cisd).toEqual({ opens: 24, idealUntil: 72, closes: 336 })
    expect(read.restHours).toBe(24)
    expect(read.team).toEqual(defaultPolicy.team)
  })

  it('takes travel and lists whole, and drops what nobody knows', () => {
    const read = policyFrom({
      travel: { kind: 'fixed', minutes: 25 },
      standing: { certificates: { peer: ['GCI'] } },
      unheardOf: true,
    })
    expect(read.travel).toEqual({ kind: 'fixed', minutes: 25 })
    expect(read.standing.certificates).toEqual({ ...defaultPolicy.standing.certificates, peer: ['GCI'] })
    expect(read).not.toHaveProperty('unheardOf')
  })
})
