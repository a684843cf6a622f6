import {
  addKey,
  base64url,
  mayHold,
  type OwnCopy,
  openOwnCopy,
  type ReceiptKeys,
} from '../../crypto/index.ts'
import { ask, askAgain } from './ask.ts'
import type { Peer } from './peers.ts'

type Given = {
  readonly where: { readonly region: string; readonly conversation: string }
  readonly keys: ReceiptKeys
  /** Under which the public host answers about this conversation. */
  readonly path: string
  readonly access: string
  readonly copy: OwnCopy
}
type Reader = Parameters<typeof addKey>[3][number]
type SealMade = OwnCopy['seals'][number]

/** So often another tab may be faster before somebody is told that nothing was added. */
const mostTries = 4

/** The seeker's own copy in an open tab: every key, and everybody it was sealed to. Another tab may have added to it. */
export function heldKeys({ where, keys, path, access, copy }: Given) {
  let own = copy
  let known = ''

  /** False: what the server keeps as the own copy isn't one. */
  async function take(told: string): Promise<boolean> {
    if (told === known) return true
    const opened = await openOwnCopy(keys.sealing, where, base64url.read(told) ?? new Uint8Array())
    if (!opened.ok) return false
    known = told
    // An older one comes while the newest of this tab is on its way.
    if (opened.value.keys.length > own.keys.length) own = opened.value
    return true
  }
  const newest = () => own.keys.reduce((most, { number }) => Math.max(most, number), 0)

  return {
    take,
    get keys() {
      return own.keys
    },
    get copy() {
      return own
    },
    /** A server that names somebody the newest key was not sealed to is not believed. */
    mayHold: (member: string) => mayHold(own, member),
    /** Whether the key they have now is of the identity that was sealed to; after a loss it is not. */
    isSame({ record }: Peer): boolean {
      const sealed = own.seals.findLast((one) => one.member === record.member)
      return sealed !== undefined && base64url.write(sealed.identity) === base64url.write(record.identity)
    },
    /** Whoever reads beside the one who has it. */
    along(holder: string | null): readonly SealMade[] {
      if (newest() === 1) return []
      return own.seals.filter((one) => one.contentKey === newest() && one.member !== holder)
    },
    /** Whether somebody else was let in before, who has read what was written then. */
    wasReadBefore(holder: string): boolean {
      const first = own.seals.filter((one) => one.contentKey === 1)
      const handedOn = !first.some((one) => one.member === holder)
      return handedOn || own.seals.some((one) => one.contentKey > 1 && one.member !== holder)
    },
    /** A new key for everybody who shall read on. False: it was not kept, and the old one goes on. */
    async seal(readers: readonly Reader[], handTo: string | null): Promise<boolean> {
      for (let tries = 0; tries < mostTries; tries++) {
        const made = await addKey(where, keys, own, readers)
        if (!made.ok) return false
        const { ownCopy, seals, copy: next } = made.value
        const kept = await askAgain(`${path}/seals`, {
          ...{ credentials: 'omit', access },
          form: {
            own: base64url.write(ownCopy),
            seals: JSON.stringify(seals.map((one) => ({ ...one, sealed: base64url.write(one.sealed) }))),
            ...(handTo === null ? {} : { handTo }),
          },
        })
        if (kept.ok) {
          own = next
          return true
        }
        if (kept.code !== 'key_taken') return false
        // Another tab was faster: its key is looked at first, and the next one made after it.
        const there = await ask<{ own: string }>(path, { credentials: 'omit', access })
        if (!there.ok || !(await take(there.body.own))) return false
      }
      return false
    },
  }
}
