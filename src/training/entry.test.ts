import { describe, expect, it } from 'vitest'
import { entrance, wordFrom } from './entry.ts'

describe('the way into a course', () => {
  it.each([
    ['alone', 'open', false, 'at_once'],
    ['alone', 'approval', false, 'asks'],
    ['alone', 'closed', false, 'course_closed'],
    ['code', 'open', false, 'at_once'],
    ['code', 'approval', false, 'at_once'],
    ['seat', 'closed', false, 'at_once'],
    ['list', 'closed', false, 'at_once'],
    // Without a course that comes before.
    ['alone', 'open', true, 'take_before'],
    ['alone', 'approval', true, 'asks'],
    ['alone', 'closed', true, 'course_closed'],
    ['code', 'open', true, 'take_before'],
    ['seat', 'closed', true, 'take_before'],
    ['list', 'open', true, 'take_before'],
    ['seat', 'approval', true, 'asks'],
    ['list', 'approval', true, 'asks'],
  ] as const)('%s where it is %s, lacking one before: %s, is %s', (how, mode, lacks, is) => {
    expect(entrance(how, mode, lacks)).toBe(is)
  })

  it.each([
    ['abcd-efgh', 'ABCD-EFGH'],
    [' ab cd efgh ', 'ABCD-EFGH'],
    [' - ', ''],
  ])('reads the code %j as %j', (typed, word) => {
    expect(wordFrom(typed)).toBe(word)
  })
})
