import { expect, it } from 'vitest'
import { TypedForm } from './typedForm.ts'

it.each([
  ['2026-11-23', null],
  ['1987-02-28', null],
  ['2026-02-30', 'day_missing'],
  // Days for a browser; the one is none for the database, the other none with a week more.
  ['0000-01-01', 'day_missing'],
  ['9999-12-31', 'day_missing'],
  ['+275760-09-13', 'day_missing'],
  ['soon', 'day_missing'],
])('the day %s is %s', (typed, code) => {
  const form = new TypedForm({ day: typed })
  const read = form.day('day')
  expect(form.faults).toEqual(code === null ? [] : [{ field: 'day', code }])
  if (code === null) expect(read.toString()).toBe(typed)
})
