import { z } from 'zod'
import { idField, jsonIn, type MachineDoor, strayAnswers } from '../platform/machineDoor.ts'
import { mostReaders } from './peer.ts'

export const json = (shape: z.ZodType) => ({ 'application/json': shape })
const page = { 'text/html': null }
/** So many bytes in base64url, without padding. */
const bytes = (from: number, to = from) => {
  const signs = (count: number) => Math.ceil((count * 4) / 3)
  return z
    .string()
    .regex(/^[\w-]*$/)
    .min(signs(from))
    .max(signs(to))
    .meta({ contentEncoding: 'base64url' })
}
const count = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,10}$/)
    .refine((text) => Number(text) >= from && Number(text) <= to)
const randomId = idField.regex(/^.{14}4/).meta({ description: 'A random UUID, made in the browser' })
/** Years of this century. */
const day = z.iso.date().regex(/^20/)
/** As far as the database counts. */
const mostKeys = 0x7fffffff

export const regionParams = z.object({ region: z.string().min(1).max(100) })
export const conversationParams = regionParams.extend({ id: idField })
export const afterQuery = z.object({
  seeker: count(0, 1_000_000)
    .default('0')
    .meta({ description: 'The last number of the seeker that is known' }),
  peer: count(0, 1_000_000).default('0').meta({ description: 'The last number of the peer that is known' }),
})
const seal = z.strictObject({
  member: idField,
  number: z.number().int().min(1).max(mostKeys).meta({ description: 'Of the content key' }),
  sealed: bytes(85),
})
export const sealList = z.array(seal).min(1).max(mostReaders)
const sealsField = jsonIn(sealList, 40_000)
export const puzzleForm = z.object({ id: randomId })
export const beginForm = z.object({
  id: randomId,
  access: bytes(32).meta({ description: 'SHA-256 of the access secret' }),
  seekerKey: bytes(32),
  own: bytes(16, 8000),
  seals: sealsField,
  body: bytes(298, 20_000),
  bits: count(1, 32),
  expires: count(1, 9_999_999_999),
  mac: bytes(32),
  nonce: z
    .string()
    .regex(/^\d{1,20}$/)
    .meta({ description: 'Solves the puzzle' }),
})
export const messageForm = z.object({ number: count(1, 1_000_000), body: bytes(298, 20_000) })
export const sealsForm = z.object({
  own: bytes(16, 8000),
  seals: sealsField,
  handTo: idField.optional().meta({ description: 'Who goes on from here, in the place of who has it' }),
})

export const keyForm = z.object({
  identityKey: bytes(32),
  identityMadeOn: day,
  keyNumber: count(1, mostKeys),
  publicKey: bytes(32),
  keyMadeOn: day,
  signature: bytes(64),
  wrapKind: z.enum(['words', 'passkey']),
  passkeyId: z.string().min(1).max(1400).optional(),
  wrapped: bytes(94),
  keyring: bytes(63, 20_000),
})
export const wrapGone = z.object({ id: idField })

const message = z.object({ side: z.enum(['seeker', 'peer']), number: z.number(), body: z.string() })
const refusal = z.object({ code: z.string() })
const peer = z.looseObject({
  memberId: idField,
  shownAs: z.string(),
  identityKey: z.string(),
  identityMadeOn: day,
  keyNumber: z.number(),
  publicKey: z.string(),
  keyMadeOn: day,
  signature: z.string(),
})
const refused = {
  400: { says: 'Not as the protocol has it', bodies: { ...json(refusal), ...page } },
  404: { says: 'Nothing open for these words; or no such region', bodies: { ...json(refusal), ...page } },
  409: { says: 'Somebody was faster: fetch what is there', bodies: json(refusal) },
  429: { says: 'Too many wait: the phone is faster', bodies: json(refusal) },
}
const done = { says: 'Done', bodies: json(z.object({})) }

const open = (
  key: MachineDoor['key'],
  name: string,
  summary: string,
  more: Pick<MachineDoor, 'form' | 'query'>,
  answer: MachineDoor['answers'][number],
): MachineDoor => ({
  ...{ key, name, summary, host: 'public', proof: 'none', params: regionParams, ...more },
  answers: { 200: answer, ...strayAnswers, ...refused },
})

export const own = (
  key: MachineDoor['key'],
  name: string,
  summary: string,
  more: Pick<MachineDoor, 'form' | 'query' | 'params'>,
  answer: MachineDoor['answers'][number],
): MachineDoor => ({
  ...{ key, name, summary, host: 'team', proof: 'session', params: regionParams, ...more },
  answers: {
    200: answer,
    303: { says: 'Signed out: the way to sign in' },
    401: { says: 'Signed out; or a second factor is asked first', bodies: { ...json(refusal), ...page } },
    ...strayAnswers,
    ...refused,
    403: { says: 'Not for this peer now; or another site sent this', bodies: { ...json(refusal), ...page } },
  },
})

const seen = {
  says: 'What is there beyond the numbers that are known',
  bodies: json(
    z.looseObject({
      id: idField,
      own: z.string(),
      claimedBy: idField.nullable(),
      halted: z.enum(['lapsed', 'new_keys']).nullable(),
      holder: peer.nullable(),
      messages: z.array(message),
    }),
  ),
}

/** What a seeker's browser sends. Whoever is behind it has no account; the words they hold give a secret for a header. */
export const supportDoors: readonly MachineDoor[] = [
  open(
    'GET /:region/support/keys',
    'peerKeys',
    'Peers who may be written to, with the keys to seal to',
    {},
    {
      says: 'Each with the signature that the six words on their card stand for',
      bodies: json(z.object({ peers: z.array(peer) })),
    },
  ),
  open(
    'POST /:region/support/puzzle',
    'puzzle',
    'What a browser works out before a conversation begins',
    { form: puzzleForm },
    {
      says: 'A nonce is wanted whose digest begins with so many zero bits',
      bodies: json(
        z.object({ conversationId: idField, bits: z.number(), expires: z.number(), mac: z.string() }),
      ),
    },
  ),
  open(
    'POST /:region/support/conversation',
    'beginConversation',
    'A first message, sealed for peers of the seeker’s choice',
    { form: beginForm },
    done,
  ),
  open(
    'GET /:region/support/conversation',
    'readConversation',
    'What the words open, which stand in X-Tailboard-Access',
    { query: afterQuery },
    seen,
  ),
  open(
    'POST /:region/support/conversation/messages',
    'sayInConversation',
    'The seeker’s next message',
    { form: messageForm },
    done,
  ),
  open(
    'POST /:region/support/conversation/seals',
    'sealConversation',
    'A key for one more reader, or a new one for the same',
    { form: sealsForm },
    done,
  ),
  open(
    'POST /:region/support/conversation/closing',
    'closeConversation',
    'Destroys the key, then the rows',
    {},
    done,
  ),
  own(
    'GET /:region/conversations/list',
    'ownConversations',
    'What waits for this peer, and what they took',
    {},
    {
      says: 'Ids, and the day something was last written',
      bodies: json(
        z.object({ waiting: z.array(idField), taken: z.array(z.object({ id: idField, lastOn: day })) }),
      ),
    },
  ),
  own(
    'GET /:region/conversations/keys',
    'ownKeys',
    'This peer’s published key, and their private ones as their browser wrapped them',
    {},
    {
      says: 'Nothing that anybody but their owner can open',
      bodies: json(z.looseObject({ memberId: idField, wraps: z.array(z.looseObject({ id: idField })) })),
    },
  ),
  own(
    'POST /:region/conversations/keys',
    'keepOwnKey',
    'A key of this peer, signed, with one wrap of it',
    { form: keyForm },
    done,
  ),
  own(
    'POST /:region/conversations/keys/removal',
    'removeWrap',
    'One way less to open the keys',
    { form: wrapGone },
    done,
  ),
  own(
    'POST /:region/conversations/:id/claim',
    'claimConversation',
    'This peer takes it',
    { params: conversationParams },
    {
      says: 'The seals to their key, and the seeker’s',
      bodies: json(
        z.object({
          seals: z.array(z.object({ number: z.number(), sealed: z.string() })),
          seekerKey: z.string(),
        }),
      ),
    },
  ),
  own(
    'GET /:region/conversations/:id',
    'readOwnConversation',
    'A conversation this peer took',
    { params: conversationParams, query: afterQuery },
    {
      says: 'What is there beyond the numbers that are known',
      bodies: json(z.looseObject({ seekerKey: z.string(), messages: z.array(message) })),
    },
  ),
  own(
    'POST /:region/conversations/:id/messages',
    'answerConversation',
    'The peer’s next message',
    { params: conversationParams, form: messageForm },
    done,
  ),
  own(
    'POST /:region/conversations/:id/closing',
    'closeOwnConversation',
    'Destroys the key, then the rows',
    { params: conversationParams },
    done,
  ),
]
