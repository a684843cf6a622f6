import { type Answer, no, type Unopened, yes } from './answer.ts'
import { ascii, type Bytes, fields, join, u8, u16, u32, uuid, uuidText } from './bytes.ts'
import { Cursor } from './cursor.ts'
import { gcmOpen, gcmSeal } from './primitives.ts'
import type { ContentKey, Talk } from './sealedKey.ts'

/** Which content key was sealed to which key of whom. */
export type SealMade = {
  readonly contentKey: number
  readonly member: string
  readonly identity: Bytes
  readonly number: number
  readonly key: Bytes
}

/** What the seven words open: every content key, and everybody it was sealed to. */
export type OwnCopy = { readonly keys: readonly ContentKey[]; readonly seals: readonly SealMade[] }

const version = 1

export async function sealOwnCopy(sealing: Bytes, talk: Talk, copy: OwnCopy): Promise<Bytes> {
  const keys = copy.keys.map(({ number, key }) => join(u32(number), key))
  const seals = copy.seals.map((made) =>
    join(u32(made.contentKey), uuid(made.member), made.identity, u32(made.number), made.key),
  )
  const contents = join(u16(keys.length), ...keys, u16(seals.length), ...seals)
  return join(u8(version), await gcmSeal(sealing, contents, about(talk)))
}

export async function openOwnCopy(
  sealing: Bytes,
  talk: Talk,
  sealed: Bytes,
): Promise<Answer<OwnCopy, Unopened>> {
  if (sealed[0] !== version) return no('unknown-version')
  const contents = await gcmOpen(sealing, sealed.slice(1), about(talk))
  if (contents === null) return no('tampered')
  const cursor = new Cursor(contents)
  const keys = cursor.many(cursor.u16(), () => ({ number: cursor.u32(), key: cursor.take(32) }))
  const seals = cursor.many(cursor.u16(), () => ({
    contentKey: cursor.u32(),
    member: uuidText(cursor.take(16)),
    identity: cursor.take(32),
    number: cursor.u32(),
    key: cursor.take(32),
  }))
  return cursor.whole() ? yes({ keys, seals }) : no('malformed')
}

/**
 * Only whom the newest key was sealed to may have the conversation: at first whoever it was written to, later whoever the seeker goes on
 * with. A server that names somebody else is not believed.
 */
export function mayHold({ keys, seals }: OwnCopy, member: string): boolean {
  const newest = keys.reduce((most, { number }) => Math.max(most, number), 0)
  return seals.some((made) => made.contentKey === newest && made.member === member.toLowerCase())
}

function about(talk: Talk): Bytes {
  return fields(ascii('tailboard own copy v1'), uuid(talk.region), uuid(talk.conversation))
}
