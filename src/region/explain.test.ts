import { describe, expect, it } from 'vitest'
import { policyTable } from './explain.ts'
import { defaultPolicy } from './policy.ts'
import { withChanges } from './policyChange.ts'

const line = (table: string, path: string) => table.split('\n').find((one) => one.startsWith(path))

describe('the table of a policy', () => {
  it('tells each setting with value, unit, basis and source', () => {
    const table = policyTable(defaultPolicy)
    expect(table.split('\n')[0]).toMatch(/^SETTING +VALUE +UNIT +BASIS +SOURCE$/)
    expect(line(table, 'windows.defusing.idealUntil')).toMatch(
      /idealUntil +8 +hours +published +US Coast Guard COMDTINST 1754\.3/,
    )
    expect(line(table, 'wave.expectedYes')).toMatch(/expectedYes +40 +% +assumed +Never taken/)
    expect(line(table, 'standing.certificates.peer')).toMatch(/peer +AIC, GCI +published/)
    expect(line(table, 'travel.minutes')).toBeUndefined()
  })

  it('marks what the region decided otherwise, with the default beside it', () => {
    const table = policyTable(
      withChanges(defaultPolicy, [
        { path: 'windows.defusing.closes', new: 14 },
        { path: 'travel.kind', new: 'fixed' },
        { path: 'travel.minutes', new: 25 },
      ]),
    )
    expect(line(table, 'windows.defusing.closes')).toMatch(/closes \* +14 +12 +hours +published/)
    expect(line(table, 'travel.minutes')).toMatch(/minutes \* +25 +– +minutes +assumed/)
    expect(line(table, 'restHours')).toMatch(/restHours +48 +hours +general knowledge/)
  })
})
