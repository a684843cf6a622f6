import { timingSafeEqual } from 'node:crypto'
import type { AccountId, ActivationId, OfferId, RegionId } from '../platform/ids.ts'
import { parseId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.server.ts'

/** What a call is about: one offer, one request that rings for one account, or a team that needs a hand. */
export type CallSubject =
  | { readonly kind: 'offer'; readonly regionId: RegionId; readonly offerId: OfferId }
  | {
      readonly kind: 'alert'
      readonly regionId: RegionId
      readonly activationId: ActivationId
      readonly accountId: AccountId
    }
  | { readonly kind: 'hand'; readonly regionId: RegionId; readonly accountId: AccountId }

const purpose = 'call script'

/** Names what a call is about, for the provider that fetches its words; nobody else can make one up. */
export function callToken(secrets: Secrets, subject: CallSubject): string {
  const body =
    subject.kind === 'offer'
      ? ['offer', subject.regionId, subject.offerId]
      : subject.kind === 'hand'
        ? ['hand', subject.regionId, subject.accountId]
        : ['alert', subject.regionId, subject.activationId, subject.accountId]
  const text = body.join('.')
  return `${text}.${secrets.sign(purpose, text).subarray(0, 16).toString('base64url')}`
}

export function readCallToken(secrets: Secrets, token: string): CallSubject | null {
  const [kind, ...rest] = token.split('.')
  const signature = rest.pop() ?? ''
  const ids = rest.map((one) => parseId<RegionId & OfferId & ActivationId & AccountId>(one))
  const [regionId, first, second] = ids
  if (!regionId || !first || ids.some((one) => one === null)) return null
  const subject: CallSubject | null =
    kind === 'offer' && ids.length === 2
      ? { kind, regionId, offerId: first }
      : kind === 'alert' && ids.length === 3
        ? { kind, regionId, activationId: first, accountId: second! }
        : kind === 'hand' && ids.length === 2
          ? { kind, regionId, accountId: first }
          : null
  if (subject === null) return null
  const expected = Buffer.from(callToken(secrets, subject).split('.').at(-1)!, 'base64url')
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== expected.length) return null
  return timingSafeEqual(given, expected) ? subject : null
}
