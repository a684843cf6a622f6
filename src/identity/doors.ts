import { z } from 'zod'
import { jsonIn, type MachineDoor, strayAnswers } from '../platform/machineDoor.ts'
import { authenticated, longestAnswer, registered } from './passkeyAnswer.ts'

const page = { 'text/html': null }
const credential = z.looseObject({ id: z.string(), type: z.literal('public-key').optional() })
/** What a browser's `navigator.credentials` is asked with (W3C Web Authentication, level 3). */
const asked = z.looseObject({
  challenge: z.string(),
  timeout: z.number().int(),
  rpId: z.string(),
  userVerification: z.literal('required'),
  allowCredentials: z.array(credential).optional(),
})
const begun = z.looseObject({
  challenge: z.string(),
  timeout: z.number().int(),
  rp: z.looseObject({ id: z.string(), name: z.string() }),
  user: z.looseObject({ id: z.string(), name: z.string() }),
  excludeCredentials: z.array(credential),
})
const refused = { says: 'The answer does not hold', bodies: page }
const onwards = { says: 'Done: on to what was wanted' }
const signedOut = { says: 'Signed out; or a second factor is asked first', bodies: page }
const json = (shape: z.ZodType) => ({ 'application/json': shape })
const nothing = z.object({})
/** Nobody is signed in, or another site sent this. */
const notYours = {
  says: 'Nobody is signed in, or another site sent this',
  bodies: { ...json(nothing), ...page },
}

const held = z
  .string()
  .optional()
  .meta({ description: 'A form somebody was about to send, as our page carries it' })
const signInAnswer = z.object({ answer: jsonIn(authenticated, longestAnswer) })
const proofAnswer = z.object({ answer: jsonIn(authenticated, longestAnswer), held })
/** As its owner calls it: no sign that shows nothing. */
export const passkeyName = z
  .string()
  .min(1)
  .max(60)
  .regex(/^\P{C}*$/u)
const newPasskeyAnswer = z.object({ answer: jsonIn(registered, longestAnswer), name: passkeyName, held })

const challenge = (
  key: MachineDoor['key'],
  name: string,
  shape: z.ZodType,
  answers: MachineDoor['answers'],
): MachineDoor => ({
  ...{ key, name, host: 'team', proof: name === 'signInChallenge' ? 'none' : 'session' },
  summary: 'A challenge for one browser, good once and for five minutes',
  answers: { 200: { says: 'For navigator.credentials', bodies: json(shape) }, ...strayAnswers, ...answers },
})

/** What a browser sends for passkeys, and one's own record as a file. */
export const identityDoors: readonly MachineDoor[] = [
  challenge('POST /sign-in/passkey/challenge', 'signInChallenge', asked, {}),
  challenge('POST /account/proof/challenge', 'proofChallenge', asked, { 403: notYours }),
  challenge('POST /account/passkeys/challenge', 'newPasskeyChallenge', begun, { 403: notYours }),
  {
    key: 'POST /sign-in/passkey',
    host: 'team',
    name: 'signIn',
    summary: 'Signs in with a passkey',
    proof: 'none',
    form: signInAnswer,
    answers: {
      200: { says: 'A form that was held is shown again', bodies: page },
      303: { says: 'Signed in' },
      400: refused,
      ...strayAnswers,
    },
  },
  {
    key: 'POST /account/proof/passkey',
    host: 'team',
    name: 'prove',
    summary: 'Proves with a passkey that whoever is signed in is still there',
    proof: 'session',
    form: proofAnswer,
    answers: {
      200: { says: 'A form that was held is shown again', bodies: page },
      303: onwards,
      400: refused,
      401: signedOut,
      ...strayAnswers,
    },
  },
  {
    key: 'POST /account/passkeys',
    host: 'team',
    name: 'keepPasskey',
    summary: 'Keeps a new passkey',
    proof: 'session',
    form: newPasskeyAnswer,
    answers: {
      200: { says: 'A form that was held is shown again', bodies: page },
      303: onwards,
      400: refused,
      401: signedOut,
      ...strayAnswers,
    },
  },
  {
    key: 'GET /account/export',
    host: 'team',
    name: 'ownRecord',
    summary: 'What is held about whoever asks',
    proof: 'session',
    answers: {
      200: { says: 'All of it', bodies: json(z.looseObject({})) },
      303: { says: 'Signed out: the way to sign in' },
      401: signedOut,
    },
  },
]
