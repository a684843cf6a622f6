import { z } from 'zod'
import { callParams, keyFields, spokenAnswers } from '../messaging/index.ts'
import { type MachineDoor, tokenField } from '../platform/machineDoor.ts'
import { json, own, regionParams } from './doors.ts'

export const professionalScriptParams = regionParams.extend({
  ...callParams(['begin', 'answered']),
  token: tokenField,
})

const state = {
  says: 'How far it is, and once somebody has it their name, and their number if one is proven',
  bodies: json(
    z.looseObject({
      state: z.enum(['none', 'ringing', 'taken', 'unanswered', 'nobody']),
      ownPhone: z.string().nullable(),
    }),
  ),
}

/** A professional who is rung for a peer. None of these names a conversation. */
export const professionalDoors: readonly MachineDoor[] = [
  own(
    'POST /:region/conversations/professional',
    'askProfessional',
    'This peer wants a professional to ring them',
    {},
    state,
  ),
  own('GET /:region/conversations/professional', 'professionalState', 'How far that is', {}, state),
  own(
    'POST /:region/conversations/professional/removal',
    'endProfessional',
    'The answer was seen, or none is needed any more',
    {},
    state,
  ),
  {
    key: 'POST /hooks/:provider/professionals/:region/:token/:step',
    host: 'public',
    name: 'professionalScript',
    summary: 'The script of a call to a professional, and the key that was pressed',
    proof: 'signature',
    params: professionalScriptParams,
    form: keyFields,
    answers: { ...spokenAnswers, 404: { says: 'A token we did not make, or no such step' } },
  },
]
