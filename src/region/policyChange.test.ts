import { describe, expect, it } from 'vitest'
import { defaultPolicy, type Policy } from './policy.ts'
import { changesBetween, fieldText, readPolicyForm, withChanges, wrongIn } from './policyChange.ts'
import { type PolicyPath, policyPaths, valueAt } from './settings.ts'

const byTheMinute: Policy = { ...defaultPolicy, travel: { kind: 'fixed', minutes: 25 } }
/** The form as the page sends it when nobody touched it. */
const untouched = (policy: Policy) =>
  Object.fromEntries(policyPaths.map((path) => [path, fieldText(path, valueAt(policy, path))]))
const read = (typed: Readonly<Record<string, string>>, policy = defaultPolicy) =>
  readPolicyForm({ ...untouched(policy), ...typed }, policy)

describe('a posted policy', () => {
  it.each([defaultPolicy, byTheMinute])('changes nothing when nobody touched it', (policy) => {
    expect(read({}, policy)).toEqual({ ok: true, policy, changes: [] })
    expect(readPolicyForm({}, policy)).toEqual({ ok: true, policy, changes: [] })
  })

  it.each<[PolicyPath, string, unknown, unknown]>([
    ['windows.defusing.closes', '14', 12, 14],
    ['wave.expectedYes', '35', 0.4, 0.35],
    ['wave.expectedYes', '37,5', 0.4, 0.375],
    ['wave.expectedYes', '7', 0.4, 0.07],
    ['wave.expectedYes', '33.333', 0.4, 0.3333],
    ['load.offAfterHardest', 'no', true, false],
    ['affectedAgency', 'warn', 'block', 'warn'],
    ['standing.certificates.peer', ' GCI ,, AIC, GCI', ['AIC', 'GCI'], ['GCI', 'AIC']],
  ])('reads %s as %s', (path, text, old, value) => {
    const answer = read({ [path]: text })
    expect(answer).toMatchObject({ ok: true, changes: [{ path, old, new: value }] })
    if (answer.ok) expect(valueAt(answer.policy, path)).toEqual(value)
  })

  it.each<[PolicyPath, string, string]>([
    ['windows.defusing.closes', '', 'missing'],
    ['windows.defusing.closes', 'soon', 'no_number'],
    ['windows.defusing.closes', '1e3', 'no_number'],
    ['windows.defusing.closes', '7.5', 'not_whole'],
    ['windows.defusing.closes', '-1', 'out_of_bounds'],
    ['windows.defusing.closes', '1345', 'out_of_bounds'],
    ['groupSize.smallest', '1', 'out_of_bounds'],
    ['wave.expectedYes', '101', 'out_of_bounds'],
    ['wave.expectedYes', '0', 'out_of_bounds'],
    ['load.offAfterHardest', '', 'missing'],
    ['affectedAgency', 'perhaps', 'no_choice'],
    ['standing.certificates.mhp', ' , ', 'empty_list'],
    ['standing.certificates.mhp', Array.from({ length: 13 }, (_, index) => `K${index}`).join(), 'too_many'],
    ['standing.certificates.mhp', 'GCI; license', 'no_kind'],
  ])('names %s, typed as "%s": %s', (path, text, fault) => {
    expect(read({ [path]: text })).toEqual({ ok: false, wrong: [{ path, fault }] })
  })

  it('names every wrong field at once', () => {
    const answer = read({ restHours: 'x', callBackMinutes: '', affectedAgency: 'warn' })
    expect(answer).toEqual({
      ok: false,
      wrong: [
        { path: 'restHours', fault: 'no_number' },
        { path: 'callBackMinutes', fault: 'missing' },
      ],
    })
  })

  it('asks the number of the chosen way to reckon travel, and not the other one', () => {
    expect(read({ 'travel.kind': 'fixed' })).toEqual({
      ok: false,
      wrong: [{ path: 'travel.minutes', fault: 'missing' }],
    })
    expect(read({ 'travel.kind': 'fixed', 'travel.minutes': '25', 'travel.kilometresPerHour': 'x' })).toEqual(
      {
        ok: true,
        policy: byTheMinute,
        changes: [
          { path: 'travel.kind', old: 'distance', new: 'fixed' },
          { path: 'travel.kilometresPerHour', old: 40, new: null },
          { path: 'travel.minutes', old: null, new: 25 },
        ],
      },
    )
    // Even when the page that posted knew no such field.
    expect(readPolicyForm({ 'travel.kind': 'fixed' }, defaultPolicy)).toMatchObject({ ok: false })
  })

  it('never takes names that objects have for settings', () => {
    expect(read({ constructor: '1', __proto__: '2', 'windows.defusing': '3' })).toMatchObject({ changes: [] })
  })
})

describe('changes', () => {
  it('put over a policy lead from one to the other', () => {
    const changes = changesBetween(defaultPolicy, byTheMinute)
    expect(withChanges(defaultPolicy, changes)).toEqual(byTheMinute)
    expect(changesBetween(byTheMinute, byTheMinute)).toEqual([])
  })

  it('that no field would take are found in the policy itself', () => {
    expect(wrongIn(defaultPolicy)).toEqual([])
    const broken = withChanges(defaultPolicy, [
      { path: 'restHours', new: 1.5 },
      { path: 'groupSize.cisd', new: null },
      { path: 'standing.certificates.peer', new: [] },
    ])
    expect(wrongIn(broken)).toEqual([
      { path: 'groupSize.cisd', fault: 'missing' },
      { path: 'standing.certificates.peer', fault: 'empty_list' },
      { path: 'restHours', fault: 'not_whole' },
    ])
  })
})
