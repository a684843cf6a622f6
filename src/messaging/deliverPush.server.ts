import { createHash } from 'node:crypto'
import type { Actor } from '../platform/actor.ts'
import type { Db, Reader, Tx } from '../platform/db.server.ts'
import { beginAttempt, type Earlier, earlierAttempts, endAttempt, isSettled } from './attempt.server.ts'
import { DeliveryDelayed } from './deliver.server.ts'
import { keepFor, type PushAnswer, type PushMessage, type PushSender, restUntil } from './push.ts'
import { browsersOf, endBrowser, type KnownBrowser, restBrowser } from './pushBrowsers.server.ts'
import { tellUndelivered } from './receipt.server.ts'

export type PushDeps = { readonly db: Db; readonly push: PushSender }

type Loaded = Pick<PushMessage, 'line' | 'path' | 'lang'> & {
  readonly person: string
  /** When it has become pointless to show it; null: nothing is due. */
  readonly until: Temporal.Instant | null
}

type OneAttempt = { readonly browser: KnownBrowser; readonly attempt: number }
type Prepared = {
  readonly loaded: Loaded
  readonly now: Temporal.Instant
  readonly due: readonly OneAttempt[]
  /** Some browser took it, now or before: the person may have seen it. */
  readonly taken: boolean
  /** Some browsers are not tried yet, because their push service asked for a rest. */
  readonly resting: boolean
}

/**
 * Sends one notification to every browser a person agreed on. Each attempt, one row a browser, is committed before the
 * wire; one of unknown outcome is repeated under the same topic, so that it replaces the first and nobody is told
 * twice. A browser that took it, or is gone, is not tried again. Where none takes it, it is told as `undelivered`, so
 * that it goes another way. Throws DeliveryDelayed to be tried again.
 */
export async function deliverPush(
  deps: PushDeps,
  actor: Actor,
  key: string,
  load: (reader: Reader) => Promise<Loaded | null>,
): Promise<void> {
  const prepared = await deps.db.write(actor, (tx) => prepare(tx, key, load))
  if (prepared === null) return
  const { loaded, due, now } = prepared
  const message = {
    ...{ line: loaded.line, path: loaded.path, lang: loaded.lang },
    topic: topicOf(key),
    keepFor: keepFor(loaded.until, now),
  }
  const answers = await Promise.all(due.map(({ browser }) => deps.push.send(browser, message)))
  const later = await deps.db.write(actor, async (tx) => {
    for (const [index, one] of due.entries()) await note(tx, key, one, answers[index]!)
    const taken = prepared.taken || answers.some(({ outcome }) => outcome === 'taken')
    // What is tried again is not waited for: the same goes out another way meanwhile.
    if (!taken) await tellUndelivered(tx, key)
    return prepared.resting || answers.some(({ outcome }) => outcome === 'unreachable')
  })
  if (later) throw new DeliveryDelayed('a push service could not be reached, or asked for a rest')
}

/** How long one is tried. A browser's address may be one that nobody ever answers at; no job is kept, or given up, for it. */
const hours = 2

async function prepare(
  tx: Tx,
  key: string,
  load: (reader: Reader) => Promise<Loaded | null>,
): Promise<Prepared | null> {
  const earlier = await earlierAttempts(tx, key)
  const loaded = await load(tx)
  if (loaded === null) return null
  const of = (browser: KnownBrowser) => earlier.filter((one) => one.provider === browser.id)
  const first = earlier[0]?.startedAt
  const hopeless = first !== undefined && Temporal.Instant.compare(first.add({ hours }), tx.now) <= 0
  const browsers = hopeless ? [] : await browsersOf(tx, loaded.person)
  const left = browsers.filter((browser) => !isSettled(of(browser)))
  const awake = left.filter(
    ({ restsUntil }) => restsUntil === null || Temporal.Instant.compare(restsUntil, tx.now) <= 0,
  )
  const known: Earlier[] = [...earlier]
  const due: OneAttempt[] = []
  for (const browser of awake) {
    const by = { channel: 'push', provider: browser.id } as const
    const attempt = await beginAttempt(tx, key, known, by)
    known.push({ attempt, outcome: null, provider: browser.id, state: null, startedAt: tx.now })
    due.push({ browser, attempt })
  }
  const taken = earlier.some((one) => one.outcome === 'taken')
  return { loaded, now: tx.now, due, taken, resting: left.length > awake.length }
}

async function note(
  tx: Tx,
  key: string,
  { browser, attempt }: OneAttempt,
  answer: PushAnswer,
): Promise<void> {
  await endAttempt(tx, key, attempt, { outcome: answer.outcome === 'gone' ? 'refused' : answer.outcome })
  if (answer.outcome === 'gone') await endBrowser(tx, browser.id)
  if (answer.outcome !== 'unreachable') return
  const until = restUntil(answer.retryAfter, tx.now)
  if (until !== null) await restBrowser(tx, browser.id, until)
}

/** At most 32 signs (RFC 8030, 5.4). A push service reads it: it says nothing of what the key names. */
function topicOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 32)
}
