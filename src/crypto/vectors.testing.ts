import { packBlob } from './blob.ts'
import type { Bytes } from './bytes.ts'
import { type Chain, startChain } from './chain.ts'
import { addKey, beginConversation, type SealedOrNot } from './conversation.ts'
import { identityOf, type OwnKey, publishKey, sixWords } from './identity.ts'
import { sealKeyring } from './keyring.ts'
import { sealMessage } from './message.ts'
import { solve } from './puzzle.ts'
import { accessHash, receiptKeys } from './receipt.ts'
import { gcmSeal, bytes as raw } from './second.testing.ts'
import { prfInput, wrap } from './wrap.ts'

/** What `docs/protocol/vectors.json` is made of; the seeds are chosen, nonces and ephemeral keys are drawn. */
export const given = {
  region: '018f3b8e-7a10-7c3d-9b2e-5f6a7b8c9d01',
  conversation: '018f3b8e-7a11-7c3d-9b2e-5f6a7b8c9d02',
  receipt: 'abacus yoyo tshirt dropdown felttip unmixable zoom'.split(' '),
  wrapWords: 'zoom zips yummy unsold tidal sizzle abdomen'.split(' '),
  peers: [
    {
      member: '018f3b8e-7a12-7c3d-9b2e-5f6a7b8c9d03',
      seed: 1,
      identityDay: '2026-01-05',
      number: 1,
      day: '2026-01-05',
    },
    {
      member: '018f3b8e-7a13-7c3d-9b2e-5f6a7b8c9d04',
      seed: 2,
      identityDay: '2024-02-29',
      number: 7,
      day: '2026-11-29',
    },
  ],
} as const

export const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
export const unhex = (text: string): Bytes => Uint8Array.from(Buffer.from(text, 'hex'))
/** Thirty-two bytes that anybody can write down. */
export const seed = (value: number): Bytes => new Uint8Array(32).fill(value)

export async function peerOf(one: (typeof given.peers)[number]) {
  const identity = { seed: seed(one.seed), open: await identityOf(seed(one.seed)), day: one.identityDay }
  const own: OwnKey = { number: one.number, seed: seed(one.seed + 0x10) }
  const record = await publishKey(identity, { region: given.region, member: one.member }, own, one.day)
  return { identity, own, record }
}

async function makeVectors() {
  const { region, conversation } = given
  const receipt = await receiptKeys(given.receipt, region)
  const peers = await Promise.all(given.peers.map(peerOf))
  const [first, next] = peers.map(({ record }) => record)
  const begun = must(await beginConversation(given, receipt, [first!, next!]))
  const further = must(await addKey(given, receipt, begun.copy, [{ record: next!, olderKeys: true }]))
  const owner = { region, member: first!.member }
  const keyringKey = seed(0x20)
  const keyring = { identitySeed: seed(1), keys: [peers[0]!.own] }
  const puzzle = { conversation, bits: 12, expires: 1_795_000_000, mac: seed(0x30) }
  const blob = packBlob({ ownCopy: begun.ownCopy, seals: begun.seals })
  const erasureKey = seed(0x40)
  const about = raw.cat(raw.text('tailboard erasure v1'), raw.id(conversation))
  return {
    region,
    conversation,
    receipt: {
      words: given.receipt.join(' '),
      access: hex(receipt.access),
      accessHash: hex(await accessHash(receipt.access)),
      seekerSecret: hex(receipt.seeker.secret),
      seekerPublic: hex(receipt.seeker.open),
      sealingKey: hex(receipt.sealing),
    },
    peers: await Promise.all(
      peers.map(async ({ identity, own, record }) => ({
        member: record.member,
        identitySeed: hex(identity.seed),
        identity: hex(identity.open),
        identityDay: identity.day,
        sixWords: (await sixWords(identity.open)).join(' '),
        number: own.number,
        keySeed: hex(own.seed),
        key: hex(record.key),
        day: record.day,
        signature: hex(record.signature),
      })),
    ),
    keyring: {
      member: owner.member,
      keyringKey: hex(keyringKey),
      sealed: hex(await sealKeyring(keyringKey, owner, keyring)),
      words: given.wrapWords.join(' '),
      underWords: hex(await wrap(keyringKey, owner, { words: given.wrapWords })),
      prfInput: hex(await prfInput(region)),
      prfOutput: hex(seed(0x21)),
      underPasskey: hex(await wrap(keyringKey, owner, { passkey: seed(0x21) })),
    },
    keys: [begun.key, further.key].map(({ number, key }) => ({ number, key: hex(key) })),
    blob: hex(blob),
    erasure: { key: hex(erasureKey), sealed: hex(gcmSeal(erasureKey, blob, about)) },
    further: hex(packBlob({ ownCopy: further.ownCopy, seals: further.seals })),
    messages: await makeMessages([begun.key, further.key]),
    puzzle: {
      bits: 12,
      expires: puzzle.expires,
      mac: hex(puzzle.mac),
      nonce: hex((await solve(puzzle, () => true))!),
    },
  }
}

const said = [
  { side: 'seeker', key: 0, at: 1_795_000_000, text: 'I keep hearing the radio from that night.' },
  { side: 'peer', key: 0, at: 1_795_000_060, text: 'I am here. Take your time.' },
  { side: 'seeker', key: 1, at: 1_795_000_120, text: '' },
  { side: 'seeker', key: 1, at: 1_795_000_180, text: `No puedo dormir. ${'… '.repeat(120)}` },
  { side: 'peer', key: 1, at: 1_795_000_240, text: '¿Quiere que hablemos por teléfono?' },
] as const

async function makeMessages(keys: readonly { readonly number: number; readonly key: Bytes }[]) {
  const made = []
  let chain: Chain = startChain({ region: given.region, conversation: given.conversation })
  for (const { side, key, at, text } of said) {
    const written = await sealMessage(chain, side, keys[key]!, { text, at })
    if (!written.ok) throw new Error(written.code)
    chain = written.value.chain
    made.push({ side, number: written.value.message.number, at, text, body: hex(written.value.message.body) })
  }
  return made
}

function must(sealed: SealedOrNot) {
  if (!sealed.ok) throw new Error(sealed.code)
  return sealed.value
}

// `node src/crypto/vectors.testing.ts > docs/protocol/vectors.json`, when the protocol has a new version.
if (import.meta.main) process.stdout.write(`${JSON.stringify(await makeVectors(), null, 2)}\n`)
