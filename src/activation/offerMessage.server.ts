import { reachOf } from '../messaging/index.server.ts'
import type { Reach } from '../messaging/index.ts'
import type { Reader } from '../platform/db.server.ts'
import { idCode } from '../platform/idCode.server.ts'
import type { OfferId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { loadRegion } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import { loadMember } from '../roster/index.server.ts'
import type { Path } from '../ui/path.ts'
import { offerToken } from './offerLink.server.ts'
import { loadOffer, type OfferToSend } from './offerToSend.server.ts'
import { activationPaths } from './paths.ts'

/** An offer with whom it asks and its links: what every message about it needs. */
export type AboutOffer = {
  readonly offer: OfferToSend
  readonly region: Region
  readonly reach: Reach
  readonly person: string
  readonly email: string
  /** Of the answer page; `link` is the whole address. */
  readonly path: Path
  readonly link: string
  /** For a text, where letters count. */
  readonly short: string
}

/** Null when there is nobody to write to. */
export async function aboutOffer(
  { secrets, teamUrl }: { readonly secrets: Secrets; readonly teamUrl: URL },
  reader: Reader,
  offerId: OfferId,
): Promise<AboutOffer | null> {
  const offer = await loadOffer(reader, offerId)
  const member = offer === null ? null : await loadMember(reader, offer.memberId)
  if (offer === null || member === null) return null
  const path = activationPaths.offer(offerToken(secrets, reader.regionId, offerId, offer.closes))
  const absolute = (path: string) => new URL(path, teamUrl).href
  return {
    offer,
    region: await loadRegion(reader),
    reach: await reachOf(reader, offer.memberId),
    person: offer.memberId,
    email: member.email,
    path,
    link: absolute(path),
    short: absolute(activationPaths.shortOffer(idCode(secrets, 'short offer link', offerId))),
  }
}
