import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { openLog } from './log.server.ts'

/** A refused row as the driver hands it on: the values stand in it more than once. */
function refusedRow(): Error {
  return Object.assign(new Error('new row for relation "reach" violates check constraint "reach_some_way"'), {
    code: '23514',
    constraint: 'reach_some_way',
    detail: 'Failing row contains (617-555-0199, dana.m@peers.example).',
    where: "unnamed portal parameter $3 = '617-555-0199'",
    parameters: ['617-555-0199', 'dana.m@peers.example'],
  })
}

describe('a line of the log', () => {
  const lines: string[] = []
  const log = openLog(
    'info',
    new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk))
        done()
      },
    }),
  )

  it.each([
    ['an error', () => refusedRow()],
    ['an error that another one carries', () => Object.assign(new Error('undone'), { inner: refusedRow() })],
    ['the cause of another one', () => new Error('undone', { cause: refusedRow() })],
    ['several at once', () => new AggregateError([refusedRow()], 'all undone')],
  ])('names the rule that %s broke, and no value of the row', (_what, made) => {
    lines.length = 0
    log.error({ err: made() }, 'a page failed')
    expect(lines.join()).toContain('reach_some_way')
    expect(lines.join()).not.toMatch(/555|peers\.example/)
  })
})
