import { describe, expect, it } from 'vitest'
import { defaultPolicy, type Policy } from './policy.ts'
import { sourceBasis } from './settingSource.ts'
import { type PolicyPath, policyOf, policyPaths, settings, valueAt, valuesOf } from './settings.ts'

/** Every leaf of a policy as a dotted path, read from the policy itself. */
function leavesOf(value: object, over = ''): string[] {
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' && !Array.isArray(inner)
      ? leavesOf(inner, `${over}${key}.`)
      : [`${over}${key}`],
  )
}

/** Travel is reckoned in one of two ways, and each asks a number of its own. */
const byTheMinute: Policy = { ...defaultPolicy, travel: { kind: 'fixed', minutes: 25 } }

describe('the catalogue of settings', () => {
  it('covers every value of a policy and nothing else', () => {
    const known = new Set([...leavesOf(defaultPolicy), ...leavesOf(byTheMinute)])
    expect([...policyPaths].sort()).toEqual([...known].sort())
  })

  it('measures each value as what it is, inside its bounds', () => {
    for (const policy of [defaultPolicy, byTheMinute])
      for (const path of leavesOf(policy) as PolicyPath[]) {
        const [value, setting] = [valueAt(policy, path), settings[path]]
        if (setting.unit === 'list') expect([path, Array.isArray(value)]).toEqual([path, true])
        else if (setting.unit === 'choice') expect(setting.options, path).toContain(value)
        else {
          expect(value, path).toBeGreaterThanOrEqual(setting.from)
          expect(value, path).toBeLessThanOrEqual(setting.to)
          if (setting.whole) expect([path, Number.isInteger(value)]).toEqual([path, true])
        }
      }
  })

  it('uses every source it knows, and says of each how firm it is', () => {
    const used = new Set(policyPaths.map((path) => settings[path].source))
    expect([...used].sort()).toEqual(Object.keys(sourceBasis).sort())
  })

  it('takes a policy apart and puts it together again', () => {
    for (const policy of [defaultPolicy, byTheMinute]) expect(policyOf(valuesOf(policy))).toEqual(policy)
    const turned = policyOf({ ...valuesOf(defaultPolicy), 'travel.kind': 'fixed', 'travel.minutes': 20 })
    expect(turned.travel).toEqual({ kind: 'fixed', minutes: 20 })
  })
})
