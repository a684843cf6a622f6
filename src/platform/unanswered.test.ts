import { describe, expect, it } from 'vitest'
import { isUnanswered } from './unanswered.ts'

const coded = (code: string) => Object.assign(new Error('said'), { code })

describe('a database that doesn’t answer', () => {
  it.each([
    ['a statement that took too long', coded('57014')],
    ['a lock that was not free', coded('55P03')],
    ['a server that is going down', coded('57P01')],
    ['too many connections', coded('53300')],
    ['nobody listening', coded('ECONNREFUSED')],
    ['a socket that is gone', Object.assign(coded('ENOENT'), { syscall: 'connect' })],
    ['nobody listening on any address', new AggregateError([coded('ECONNREFUSED')])],
    ['no free connection', new Error('timeout exceeded when trying to connect')],
    ['one of these inside another error', new Error('a page failed', { cause: coded('57014') })],
  ])('is told by %s', (_what, error) => {
    expect(isUnanswered(error)).toBe(true)
  })

  it.each([
    ['a constraint', coded('23505')],
    ['a table that is not there', coded('42P01')],
    ['a file that is gone', Object.assign(coded('ENOENT'), { syscall: 'open' })],
    ['a bug', new TypeError('x is not a function')],
    ['nothing', null],
  ])('is not told by %s', (_what, error) => {
    expect(isUnanswered(error)).toBe(false)
  })
})
