import { addKey, base64url, type OwnCopy, openOwnCopy, type ReceiptKeys } from '../../crypto/index.ts'
import { ask, askAgain } from './ask.ts'
import { chooseReader } from './chooseReader.ts'
import { now } from './clock.ts'
import { button, el, notice, phoneLink, show } from './dom.ts'
import { Log, type Told } from './log.ts'
import type { Page } from './page.ts'
import { loadPeers, type Peer, peerFrom, type ToldPeer } from './peers.ts'
import { seekerStatus } from './seekerStatus.ts'
import { turns } from './turns.ts'
import { closing, talkView } from './view.ts'

type Reader = Parameters<typeof addKey>[3][number]
type SealMade = OwnCopy['seals'][number]
type Given = {
  readonly page: Page
  readonly keys: ReceiptKeys
  readonly id: string
  readonly copy: OwnCopy
  /** What did not go as it was wanted, a moment ago. */
  readonly news?: string | null
  /** What was typed before and did not go. */
  readonly draft?: string
  restart(): void
}
type Seen = {
  readonly own: string
  readonly claimedBy: string | null
  readonly halted: 'lapsed' | 'new_keys' | null
  readonly holder: ToldPeer | null
  readonly messages: readonly Told[]
}

const everySeconds = 4
/** So long nobody may have seen it, or have answered, before the page says so and names the phone (contract). */
const unseenMinutes = 10
const silentMinutes = 15

/** An open conversation on the seeker's side: looks for what came, says who has it, and when to call instead. */
export function seekerTalk({ page, keys, id, copy, news = null, restart }: Given): void {
  const { root, slug, region, say, phone, lang } = page
  const where = { region, conversation: id }
  const access = base64url.write(keys.access)
  const path = `/${slug}/support/conversation`
  const log = new Log(where, 'seeker', copy.keys)
  let own = copy
  let holder: string | null = null
  /** Who has it, with the key they have now; null: nobody, or their key is not what their identity signed. */
  let has: Peer | null = null
  let told = ''
  let since = now()
  let over = false
  const inTurn = turns()
  let queued = false

  const view = talkView({ say, lang, side: 'seeker', other: say.peer, phone, send })
  const more = el('div', { class: 'stack' })
  const only = el('b', {}, say.onlyTwo)
  const asks = button(say.consult, () => void consult(), 'quiet')
  const along = el('div', { class: 'stack' })
  show(root, el('h2', {}, say.talk), notice('info', only, el('p', {}, say.onlyTwoLine)), ...view.parts, more)
  more.append(
    along,
    el(
      'div',
      { class: 'actions' },
      button(say.another, () => void another(), 'quiet'),
      asks,
    ),
    closing(say, () => void close()),
  )
  if (news !== null) view.problem(news)
  const timer = setInterval(() => void look(), everySeconds * 1000)
  void look()

  function again(sealed = true): void {
    seekerTalk({ page, keys, id, copy: own, news: sealed ? null : say.notAdded, restart })
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
    const answer = await ask<Seen>(`${path}?${log.known}`, { credentials: 'omit', access })
    if (over) return
    if (!answer.ok) {
      if (answer.code === 'not_open') return closed(say.notOpen)
      view.status.replaceChildren(notice('amber', el('p', {}, say.offline)))
      return
    }
    const { claimedBy, halted, messages } = answer.body
    has = answer.body.holder === null ? null : await peerFrom(region, answer.body.holder)
    if (claimedBy !== null && claimedBy !== holder && !(await holds(claimedBy, answer.body.own))) return
    const { opened, refused } = await log.read(messages)
    view.add(opened)
    if (opened.some((one) => one.side === 'peer')) since = now()
    if (refused) return stop(say.tampered)
    tell(claimedBy, halted)
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
    // Without it both go on under the first key, which was sealed to them as well.
    if (own.keys.length === 1 && has !== null && isSame(has, sealed))
      await seal([{ record: has.record, olderKeys: false }], null)
    return true
  }

  /** A new key for whoever shall read on; false: it was not kept, and the old one goes on. */
  async function seal(readers: readonly Reader[], handTo: string | null): Promise<boolean> {
    const made = await addKey(where, keys, own, readers)
    if (!made.ok || !(await keep(made.value, handTo))) return false
    own = made.value.copy
    log.addKeys([made.value.key])
    return true
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

  /** Drawn anew only when something changed: whoever listens hears it once. */
  function tell(claimedBy: string | null, halted: Seen['halted']): void {
    const minutes = (now() - since) / 60_000
    const reads = readersAlong().length
    const state = {
      taken: claimedBy !== null,
      halted,
      changed: has !== null && holder !== null && !hasTheirKey(has) ? has : null,
      name: has?.name ?? say.peer,
      unseen: minutes >= unseenMinutes,
      silent: !log.answered && minutes >= silentMinutes,
    }
    const drawn = JSON.stringify([{ ...state, changed: state.changed?.six }, claimedBy, reads])
    if (told === drawn) return
    told = drawn
    view.status.replaceChildren(
      seekerStatus(page, state, { another: () => void another(), sameAgain: () => void sameAgain() }),
    )
    asks.hidden = claimedBy === null || reads > 0
    only.textContent = reads === 0 ? say.onlyTwo : say.onlyThose
    const end = el(
      'div',
      { class: 'actions' },
      button(say.endAlong, () => void endAlong(), 'quiet'),
    )
    along.replaceChildren(...(reads === 0 ? [] : [notice('info', el('p', {}, say.readsAlong)), end]))
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

  /** Whoever else the newest key was sealed to. */
  function readersAlong(): readonly SealMade[] {
    const newest = log.newestKey.number
    return newest === 1 ? [] : own.seals.filter((one) => one.contentKey === newest && one.member !== holder)
  }
  /** Whether the key they have now is of the identity that was sealed to; after a loss it is not. */
  function hasTheirKey(peer: Peer): boolean {
    const sealed = own.seals.findLast((one) => one.member === holder)
    return sealed !== undefined && isSame(peer, sealed)
  }

  async function another(): Promise<void> {
    const all = (await loadPeers(slug, region)) ?? []
    end()
    chooseReader({
      page,
      among: all.filter((peer) => !peer.professional && peer.record.member !== holder),
      ...{ title: say.choose, line: say.anotherLine, back: () => again() },
      chosen: (peer, olderKeys) =>
        void seal([{ record: peer.record, olderKeys }], peer.record.member).then(again),
    })
  }
  /** They made new keys after a loss: the seeker compared the new six words, and seals to them. */
  async function sameAgain(): Promise<void> {
    const sealed = has !== null && (await seal([{ record: has.record, olderKeys: true }], null))
    end()
    again(sealed)
  }
  async function consult(): Promise<void> {
    const all = (await loadPeers(slug, region)) ?? []
    if (has === null || holder === null || !hasTheirKey(has)) return view.problem(say.consultLater)
    const among = all.filter((peer) => peer.professional)
    if (among.length === 0) return view.problem(say.consultNobody)
    const { record } = has
    end()
    chooseReader({
      page,
      among,
      ...{ title: say.consult, line: say.consultLine, back: () => again() },
      chosen: (peer, olderKeys) =>
        void seal(
          [
            { record, olderKeys: false },
            { record: peer.record, olderKeys },
          ],
          null,
        ).then(again),
    })
  }
  async function endAlong(): Promise<void> {
    if (has !== null && hasTheirKey(has)) await seal([{ record: has.record, olderKeys: false }], null)
    told = ''
    await look()
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

const isSame = ({ record }: Peer, sealed: SealMade): boolean =>
  base64url.write(record.identity) === base64url.write(sealed.identity)
