import {
  addKey,
  base64url,
  type KeyRecord,
  type OwnCopy,
  openOwnCopy,
  type ReceiptKeys,
} from '../../crypto/index.ts'
import { ask, askAgain } from './ask.ts'
import { choosePeers } from './choosePeers.ts'
import { now } from './clock.ts'
import { button, el, notice, phoneLink, show } from './dom.ts'
import { Log, type Told } from './log.ts'
import type { Page } from './page.ts'
import { loadPeers, type Peer } from './peers.ts'
import { turns } from './turns.ts'
import { closing, talkView } from './view.ts'

type Given = {
  readonly page: Page
  readonly keys: ReceiptKeys
  readonly id: string
  readonly copy: OwnCopy
  restart(): void
}
type Seen = {
  readonly own: string
  readonly claimedBy: string | null
  readonly inStanding: boolean
  readonly messages: readonly Told[]
}

const everySeconds = 4
/** So long nobody may have seen it, or have answered, before the page says so and names the phone (contract). */
const unseenMinutes = 10
const silentMinutes = 15

/** An open conversation on the seeker's side: looks for what came, says who has it, and when to call instead. */
export function seekerTalk({ page, keys, id, copy, restart }: Given): void {
  const { root, slug, region, say, phone, lang } = page
  const where = { region, conversation: id }
  const access = base64url.write(keys.access)
  const path = `/${slug}/support/conversation`
  const log = new Log(where, 'seeker', copy.keys)
  let own = copy
  let peers: readonly Peer[] = []
  let holder: string | null = null
  let since = now()
  let over = false
  const inTurn = turns()
  let queued = false

  const view = talkView({ say, lang, side: 'seeker', other: say.peer, phone, send })
  const more = el('div', { class: 'stack' })
  show(
    root,
    el('h2', {}, say.talk),
    notice('info', el('b', {}, say.onlyTwo), el('p', {}, say.onlyTwoLine)),
    ...view.parts,
    more,
  )
  more.append(
    el(
      'div',
      { class: 'actions' },
      button(say.another, () => void another(), 'quiet'),
    ),
    closing(say, () => void close()),
  )
  const timer = setInterval(() => void look(), everySeconds * 1000)
  void look()

  function nameOf(member: string): string {
    return peers.find((peer) => peer.record.member === member)?.name ?? say.peer
  }
  function end(): void {
    over = true
    clearInterval(timer)
    view.leave()
  }

  /** Looks for what is new; whoever waits for it already is enough. */
  async function look(): Promise<void> {
    if (queued) return
    queued = true
    await inTurn(async () => {
      queued = false
      await once()
    })
  }
  async function once(): Promise<void> {
    if (over) return
    if (peers.length === 0) peers = (await loadPeers(slug, region)) ?? []
    const answer = await ask<Seen>(`${path}?${log.known}`, { credentials: 'omit', access })
    if (over) return
    if (!answer.ok) {
      if (answer.code === 'not_open') return closed(say.notOpen)
      view.status.replaceChildren(notice('amber', el('p', {}, say.offline)))
      return
    }
    const { claimedBy, inStanding, messages } = answer.body
    if (claimedBy !== null && claimedBy !== holder && !(await holds(claimedBy, answer.body.own))) return
    const { opened, refused } = await log.read(messages)
    view.add(opened)
    if (opened.some((one) => one.side === 'peer')) since = now()
    if (refused) return stop(say.tampered)
    tell(claimedBy, inStanding)
  }

  /** Somebody has it: whom the seeker wrote to, or the page goes no further. They get a key that nobody else was ever sent. */
  async function holds(member: string, told: string): Promise<boolean> {
    const copied = await openOwnCopy(keys.sealing, where, base64url.read(told) ?? new Uint8Array())
    if (!copied.ok) {
      stop(say.tampered)
      return false
    }
    own = copied.value.keys.length > own.keys.length ? copied.value : own
    log.addKeys(own.keys)
    const sealed = own.seals.find((one) => one.member === member)
    if (sealed === undefined) {
      stop(say.falsePeer)
      return false
    }
    holder = member
    since = now()
    const record = peers.find((peer) => peer.record.member === member)?.record
    const same = record !== undefined && base64url.write(record.identity) === base64url.write(sealed.identity)
    const first = own.keys.length === 1
    // Without it both go on under the first key, which was sealed to them as well.
    if (first && same) await renew(record)
    return true
  }

  async function renew(record: KeyRecord): Promise<void> {
    const made = await addKey(where, keys, own, [{ record, olderKeys: false }])
    if (!made.ok) return
    const kept = await keep(made.value, null)
    if (!kept) return
    own = made.value.copy
    log.addKeys([made.value.key])
  }

  async function keep(
    sealed: Extract<Awaited<ReturnType<typeof addKey>>, { ok: true }>['value'],
    handTo: string | null,
  ): Promise<boolean> {
    const kept = await askAgain(`${path}/seals`, {
      ...{ credentials: 'omit', access },
      form: {
        own: base64url.write(sealed.ownCopy),
        seals: JSON.stringify(sealed.seals.map((one) => ({ ...one, sealed: base64url.write(one.sealed) }))),
        ...(handTo === null ? {} : { handTo }),
      },
    })
    return kept.ok
  }

  function tell(claimedBy: string | null, inStanding: boolean): void {
    const minutes = (now() - since) / 60_000
    if (claimedBy === null)
      view.status.replaceChildren(
        minutes >= unseenMinutes
          ? notice('amber', el('p', {}, say.unseen, ' ', phoneLink(phone)))
          : notice('info', el('p', {}, say.waiting)),
      )
    else if (!inStanding)
      view.status.replaceChildren(notice('amber', el('p', {}, say.gone, ' ', phoneLink(phone))))
    else if (!log.answered && minutes >= silentMinutes)
      view.status.replaceChildren(
        notice('amber', el('p', {}, say.silent(nameOf(claimedBy)), ' ', phoneLink(phone))),
      )
    else view.status.replaceChildren(el('p', { class: 'muted' }, say.taken(nameOf(claimedBy))))
  }

  async function send(text: string): Promise<'sent' | 'kept' | 'stop'> {
    return await inTurn(() => sendNow(text))
  }
  async function sendNow(text: string): Promise<'sent' | 'kept' | 'stop'> {
    await once()
    if (over) return 'stop'
    const sealed = await log.seal(text)
    if (sealed === null) {
      view.problem(say.tooLong)
      return 'stop'
    }
    const sent = await askAgain(`${path}/messages`, { credentials: 'omit', access, form: sealed.form })
    if (sent.ok) {
      view.add([sealed.taken()])
      return 'sent'
    }
    if (sent.code === 'number_taken') {
      await once()
      view.problem(say.otherTab)
      return 'stop'
    }
    return 'kept'
  }

  async function another(): Promise<void> {
    const all = (await loadPeers(slug, region)) ?? []
    const others = all.filter((peer) => peer.record.member !== holder)
    end()
    choosePeers(page, others, (chosen) => void hand(chosen[0]!), true)
    const older = el('input', { type: 'checkbox' })
    root.append(
      el('p', { class: 'muted' }, say.anotherLine),
      el('label', { class: 'choice' }, older, el('span', {}, say.showOlder)),
      el(
        'div',
        { class: 'actions' },
        button(say.keep, () => seekerTalk({ page, keys, id, copy: own, restart }), 'quiet'),
      ),
    )
    async function hand(peer: Peer): Promise<void> {
      const made = await addKey(where, keys, own, [{ record: peer.record, olderKeys: older.checked }])
      if (made.ok && (await keep(made.value, peer.record.member))) own = made.value.copy
      seekerTalk({ page, keys, id, copy: own, restart })
    }
  }

  async function close(): Promise<void> {
    const done = await askAgain(`${path}/closing`, { credentials: 'omit', access, form: {} })
    if (done.ok || done.code === 'not_open') closed(say.closedLine)
    else view.problem(say.notSent)
  }
  function closed(why: string): void {
    end()
    show(
      root,
      el('h2', {}, say.closed),
      el('p', {}, why, ' ', phoneLink(phone)),
      el('div', { class: 'actions' }, button(say.begin, restart)),
    )
  }
  function stop(why: string): void {
    end()
    view.status.replaceChildren()
    view.stop(why)
  }
}
