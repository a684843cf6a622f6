import { reachOf, type Texter } from '../messaging/index.server.ts'
import type { Actor } from '../platform/actor.ts'
import type { Db, Reader } from '../platform/db.server.ts'
import { idCode } from '../platform/idCode.server.ts'
import type { AccountId, ActivationId, MemberId, OfferId, RegionId } from '../platform/ids.ts'
import type { Outcome } from '../platform/problem.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { loadRegion } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import { loadMember } from '../roster/index.server.ts'
import type { Language } from '../ui/language.ts'
import { ringingFor } from './alertStore.server.ts'
import { type AnswerResult, answerOffer } from './answer.server.ts'
import { released, withdraw } from './leaveTeam.server.ts'
import { dayClock, messageWords, withLink } from './messageWords.ts'
import { activationPaths } from './paths.ts'
import type { ActivationCode } from './problems.ts'
import type { ActivationTables } from './tables.server.ts'
import { handOn, takeRequest } from './take.server.ts'
import { readTextAnswer, type TextAnswer } from './textAnswer.ts'

export type TextDeps = {
  readonly db: Db
  readonly secrets: Secrets
  readonly teamUrl: URL
  /** The account as an actor of the region; null: it holds no role there any more. */
  actorOf(accountId: AccountId, regionId: RegionId): Promise<Actor | null>
}

/** What one reply can be about. */
type Waiting = {
  readonly texter: Texter
  readonly lang: Language
  readonly region: Region
  readonly now: Temporal.Instant
  readonly isMember: boolean
  readonly rings: readonly ActivationId[]
  readonly offers: readonly { readonly id: OfferId; readonly held: boolean }[]
  /** Answered, without a seat, for a session that is still ahead. */
  readonly before: readonly OfferId[]
}

/** What a text means to the team: a request taken or handed on, an offer answered. Answers one segment. */
export async function onText(deps: TextDeps, texters: readonly Texter[], text: string): Promise<string> {
  const waiting = await Promise.all(texters.map((texter) => whatWaits(deps.db, texter)))
  const lang = waiting[0]?.lang ?? 'en'
  const say = messageWords[lang]
  const several = withLink(say.replySeveral, deps.teamUrl.href)
  // Two members behind one number: who of them texts, nobody can tell.
  const regions = waiting.filter((one) => one.isMember).map((one) => one.texter.regionId)
  if (new Set(regions).size < regions.length) return several
  const count = (of: 'rings' | 'offers' | 'before') => waiting.reduce((sum, one) => sum + one[of].length, 0)
  // Which of several is meant, nobody can tell either: each has its own link.
  if (count('rings') + count('offers') > 1) return several
  const ring = waiting.find((one) => one.rings.length > 0)
  if (ring !== undefined) return await answerRing(deps, ring, text)
  const open = waiting.find((one) => one.offers.length > 0)
  if (open !== undefined) return await answerOne(deps, open, open.offers[0]!, text)
  // A slip, or free after all: the one answer that was given may be given anew.
  const before = waiting.find((one) => one.before.length > 0)
  if (before === undefined || count('before') > 1) return say.replyOver
  return await answerOne(deps, before, { id: before.before[0]!, held: false }, text)
}

async function whatWaits(db: Db, texter: Texter): Promise<Waiting> {
  return await db.read({ kind: 'system', regionId: texter.regionId }, async (reader) => ({
    texter,
    now: reader.now,
    lang: (await reachOf(reader, texter.personId)).lang,
    region: await loadRegion(reader),
    isMember: (await loadMember(reader, texter.personId as MemberId)) !== null,
    rings: await ringingFor(reader, texter.personId as AccountId),
    offers: await offersOf(reader, texter.personId as MemberId),
    before: await answeredOf(reader, texter.personId as MemberId),
  }))
}

/** Asked and not answered, or kept for them until their shift lets them go. */
async function offersOf(reader: Reader, memberId: MemberId) {
  const rows = await reader
    .tables<ActivationTables>()
    .selectFrom('activation.offer as o')
    .leftJoin('activation.answer as n', (join) =>
      join.onRef('n.region_id', '=', 'o.region_id').onRef('n.offer_id', '=', 'o.id'),
    )
    .leftJoin('activation.stand_down as d', (join) =>
      join.onRef('d.region_id', '=', 'o.region_id').onRef('d.offer_id', '=', 'o.id'),
    )
    .leftJoin('activation.plan_end as e', (join) =>
      join.onRef('e.region_id', '=', 'o.region_id').onRef('e.plan_id', '=', 'o.plan_id'),
    )
    .leftJoin('activation.acceptance as t', (join) =>
      join
        .onRef('t.region_id', '=', 'o.region_id')
        .onRef('t.offer_id', '=', 'o.id')
        .on('t.withdrawn_at', 'is', null)
        .on('t.held_until', 'is not', null)
        .on('t.released_at', 'is', null),
    )
    .select(['o.id', 't.id as held'])
    .where('o.region_id', '=', reader.regionId)
    .where('o.member_id', '=', memberId)
    .where('d.reason', 'is', null)
    .where('e.code', 'is', null)
    .where((eb) => eb.or([eb('n.code', 'is', null), eb('t.id', 'is not', null)]))
    .execute()
  return rows.map((row) => ({ id: row.id, held: row.held !== null }))
}

async function answeredOf(reader: Reader, memberId: MemberId): Promise<OfferId[]> {
  const rows = await reader
    .tables<ActivationTables>()
    .selectFrom('activation.offer as o')
    .innerJoin('activation.answer as n', (join) =>
      join.onRef('n.region_id', '=', 'o.region_id').onRef('n.offer_id', '=', 'o.id'),
    )
    .innerJoin('activation.approval as a', (join) =>
      join.onRef('a.region_id', '=', 'o.region_id').onRef('a.plan_id', '=', 'o.plan_id'),
    )
    .leftJoin('activation.plan_end as e', (join) =>
      join.onRef('e.region_id', '=', 'o.region_id').onRef('e.plan_id', '=', 'o.plan_id'),
    )
    .leftJoin('activation.acceptance as t', (join) =>
      join
        .onRef('t.region_id', '=', 'o.region_id')
        .onRef('t.offer_id', '=', 'o.id')
        .on('t.withdrawn_at', 'is', null),
    )
    .select('o.id')
    .where('o.region_id', '=', reader.regionId)
    .where('o.member_id', '=', memberId)
    .where('a.session_starts_at', '>', reader.now)
    .where('e.code', 'is', null)
    .where('t.id', 'is', null)
    .execute()
  return rows.map((row) => row.id)
}

async function answerRing(deps: TextDeps, { texter, lang, rings, region }: Waiting, text: string) {
  const say = messageWords[lang]
  const accountId = texter.personId as AccountId
  const actor = await deps.actorOf(accountId, texter.regionId)
  const said = readTextAnswer(text, Temporal.Instant.fromEpochMilliseconds(0), region.timeZone)
  if (actor === null) return say.replyOver
  if (said === 'unread' || said.fromAt !== null || said.choice === 'if_released') return say.alertText
  const id = rings[0]!
  const done =
    said.choice === 'coming' ? await takeRequest(deps.db, actor, id) : await handOn(deps.db, actor, id, false)
  if (!done.ok) return say.replyElse
  return said.choice === 'coming' ? withLink(say.replyTaken, deps.teamUrl.href) : say.replyHandedOn
}

async function answerOne(
  deps: TextDeps,
  { texter, lang, region, now }: Waiting,
  offer: { readonly id: OfferId; readonly held: boolean },
  text: string,
): Promise<string> {
  const say = messageWords[lang]
  const link = new URL(
    activationPaths.shortOffer(idCode(deps.secrets, 'short offer link', offer.id)),
    deps.teamUrl,
  ).href
  const said = readTextAnswer(text, now, region.timeZone)
  if (said === 'unread') return say.replyUnread
  const actor: Actor = { kind: 'member', memberId: texter.personId as MemberId, regionId: texter.regionId }
  if (offer.held) return await settleHold(deps, actor, offer.id, said, say, link)
  const answered = await answerOffer(deps.db, actor, offer.id, { conflict: false, ...said }, 'text')
  if (!answered.ok) return refusalSaid(answered, say, link)
  const clock = (at: Temporal.Instant) => dayClock(at, now, region.timeZone, lang)
  if (answered.value.kind === 'noted' && said.fromAt !== null) return say.replyFrom(clock(said.fromAt))
  return resultSaid(answered.value, say, link, clock)
}

type Say = (typeof messageWords)[Language]

async function settleHold(
  deps: TextDeps,
  actor: Actor,
  id: OfferId,
  said: Exclude<TextAnswer, 'unread'>,
  say: Say,
  link: string,
): Promise<string> {
  if (said.choice === 'not_this_time') {
    await withdraw(deps.db, actor, id)
    return say.replyNoted
  }
  const kept = await released(deps.db, actor, id)
  return kept.ok ? withLink(say.replyOn, link) : say.replyFilled
}

function refusalSaid(
  refusal: Extract<Outcome<unknown, ActivationCode>, { ok: false }>,
  say: Say,
  link: string,
) {
  if (refusal.code === 'bound_elsewhere') return withLink(say.replyBound, link)
  if (refusal.code === 'from_time_past') return say.replyLate
  if (refusal.code === 'seat_taken') return say.replyFilled
  if (refusal.code === 'hour_passed') return say.replyHour
  return say.replyOver
}

function resultSaid(
  result: AnswerResult,
  say: Say,
  link: string,
  clock: (at: Temporal.Instant) => string,
): string {
  if (result.kind === 'seated') return withLink(say.replyOn, link)
  if (result.kind === 'held') return say.replyHeld(clock(result.until))
  if (result.kind === 'next') return say.replyNext(clock(result.until))
  return result.kind === 'filled' ? say.replyFilled : say.replyNoted
}
