import { z } from 'zod'
import { callParams, keyFields, spokenAnswers } from '../messaging/index.ts'
import { idField, type MachineDoor, tokenField } from '../platform/machineDoor.ts'

export const scriptParams = z.object({
  ...callParams(['begin', 'heard', 'answered']),
  token: tokenField,
})

export const boardParams = z.object({ region: z.string().min(1).max(100), id: idField })

/** What phone companies and boards send to this module. */
export const activationDoors: readonly MachineDoor[] = [
  {
    key: 'POST /hooks/:provider/calls/:token/:step',
    host: 'public',
    name: 'callScript',
    summary: 'The script of a call about an offer, a request or a team, and the key that was pressed',
    proof: 'signature',
    params: scriptParams,
    form: keyFields,
    answers: { ...spokenAnswers, 404: { says: 'A token we did not make, or no such step' } },
  },
  {
    key: 'GET /:region/activations/:id/live',
    host: 'team',
    name: 'liveBoard',
    summary: 'A board as it changes: the parts of its page, for the script of that page alone',
    proof: 'session',
    params: boardParams,
    query: z.object({ drawn: z.string().optional().meta({ description: 'When the page was drawn' }) }),
    answers: {
      200: { says: 'Server-sent events, HTML each', bodies: { 'text/event-stream': null } },
      204: { says: 'Signed out: ask no more' },
      404: { says: 'No such board for whoever asks', bodies: { 'text/html': null } },
    },
  },
]
