import { expect, it } from 'vitest'
import { ownCourseKind } from './ownCourseKind.ts'

it.each([
  ['peer-support-fundamentals', true],
  [' suicide-response ', true],
  ['AIC', false],
  ['GRIN', false],
  ['state certificate', false],
  ['Assisting Individuals in Crisis', false],
  ['CISM-Advanced', false],
  ['crisis', false],
])('%s is the name of a course: %s', (kind, own) => {
  expect(ownCourseKind(kind)).toBe(own)
})
