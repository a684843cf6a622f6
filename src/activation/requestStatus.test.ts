import { expect, it } from 'vitest'
import type { AccountId } from '../platform/ids.ts'
import { statusOfRequest } from './requestStatus.ts'

const at = (time: string) => Temporal.Instant.from(`2026-11-24T${time}:00Z`)
const policy = { callBackMinutes: 15 }
const openedAt = at('02:00')
const open = { openedAt, contact: null, outcome: null }
const taking = (time: string, handedOn: string | null) => ({
  accountId: 'a' as AccountId,
  at: at(time),
  handedOnAt: handedOn === null ? null : at(handedOn),
})

it.each([
  ['nobody has it', open, [], 'received', null],
  ['somebody has it', open, [taking('02:05', null)], 'taken', '02:20'],
  ['it was handed on', open, [taking('02:05', '02:06')], 'received', null],
  ['the next one has it', open, [taking('02:05', '02:06'), taking('02:08', null)], 'taken', '02:23'],
  [
    'they were spoken to',
    { ...open, contact: { spokenAt: at('02:10'), role: 'supervisor', recordedAt: at('02:11') } },
    [taking('02:05', null)],
    'spoken',
    null,
  ],
  [
    'it ended',
    { ...open, outcome: { code: 'declined' as const, at: at('02:30') } },
    [taking('02:05', null)],
    'ended',
    null,
  ],
] as const)('promises a time only while somebody is to call: %s', (_, activation, takings, phase, by) => {
  expect(statusOfRequest(activation, { takings, behind: phase !== 'received' }, policy)).toEqual({
    phase,
    receivedAt: openedAt,
    callBy: by === null ? null : at(by),
    // Whoever was taken or spoken to waits behind nobody.
    behind: false,
  })
})
