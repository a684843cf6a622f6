import { expect, it } from 'vitest'
import type { AccountId } from '../platform/ids.ts'
import { statusOfRequest } from './requestStatus.ts'

const at = (time: string) => Temporal.Instant.from(`2026-11-24T${time}:00Z`)
const policy = { callBackMinutes: 15 }
const openedAt = at('02:00')
const open = { openedAt, contact: null, outcome: null }
const spoken = { ...open, contact: { spokenAt: at('02:10'), role: 'supervisor', recordedAt: at('02:11') } }
const declined = { code: 'declined' as const, at: at('02:30') }
const taking = (time: string, handedOn: string | null) => ({
  accountId: 'a' as AccountId,
  at: at(time),
  handedOnAt: handedOn === null ? null : at(handedOn),
})
const held = [taking('02:05', null)]
const handedOn = [taking('02:05', '02:06')]
const told = (
  activation: Parameters<typeof statusOfRequest>[0],
  takings: ReturnType<typeof taking>[],
  now: string,
  dueAt: Temporal.Instant | null = null,
) => statusOfRequest(activation, { takings, dueAt, behind: takings.length > 0 }, policy, at(now))

it.each([
  ['nobody has it', open, [], 'received', null],
  ['somebody has it', open, held, 'taken', '02:20'],
  ['it was handed on', open, handedOn, 'received', null],
  ['the next one has it', open, [...handedOn, taking('02:08', null)], 'taken', '02:23'],
  ['they were spoken to', spoken, held, 'spoken', null],
] as const)('promises a time only while somebody is to call: %s', (_, activation, takings, phase, by) => {
  expect(told(activation, [...takings], '02:12')).toEqual({
    phase,
    ended: null,
    receivedAt: openedAt,
    callBy: by === null ? null : at(by),
    late: null,
    // Whoever was taken or spoken to waits behind nobody.
    behind: phase === 'received' && takings.length > 0,
  })
})

it.each([
  ['nobody had it', { ...open, outcome: declined }, [], 'received'],
  ['somebody had it and never called', { ...open, outcome: declined }, held, 'taken'],
  ['it was handed on and nobody took it', { ...open, outcome: declined }, handedOn, 'received'],
  ['they were spoken to', { ...spoken, outcome: declined }, held, 'spoken'],
] as const)('stops where it really was when it ends: %s', (_, activation, takings, phase) => {
  expect(told(activation, [...takings], '03:00')).toMatchObject({
    phase,
    ended: 'declined',
    callBy: null,
    late: null,
  })
})

it.each([
  ['before the time', open, held, '02:19', null, null],
  ['at the time', open, held, '02:20', null, 'waits'],
  ['after it, and it rings others', open, held, '02:20', at('02:21'), 'rings'],
  ['after it was handed on', open, handedOn, '02:20', at('02:21'), 'rings'],
  [
    'after the first promise, while the next one holds',
    open,
    [...handedOn, taking('02:08', null)],
    '02:21',
    null,
    null,
  ],
  ['a while after nobody took it', open, [], '02:15', at('02:16'), 'rings'],
  ['after they were spoken to', spoken, held, '02:40', null, null],
] as const)('says that nobody called: %s', (_, activation, takings, now, dueAt, late) => {
  expect(told(activation, [...takings], now, dueAt).late).toBe(late)
})
