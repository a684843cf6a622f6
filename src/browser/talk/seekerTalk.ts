import { base64url, type OwnCopy, type ReceiptKeys, readWords, receiptWords } from '../../crypto/index.ts'
import { ask, askAgain } from './ask.ts'
import { chooseReader } from './chooseReader.ts'
import { now } from './clock.ts'
import { button, el, notice, phoneLink, show } from './dom.ts'
import { heldKeys } from './heldKeys.ts'
import { Log, type Told } from './log.ts'
import type { Page } from './page.ts'
import { loadPeers, type Peer, peerFrom, type ToldPeer } from './peers.ts'
import { type SeekerState, seekerStatus } from './seekerStatus.ts'
import { sender } from './sender.ts'
import { turns } from './turns.ts'
import { closing, talkView, unsent } from './view.ts'

type Given = {
  readonly page: Page
  readonly keys: ReceiptKeys
  readonly id: string
  readonly copy: OwnCopy
  /** What was typed before, and not sent. */
  readonly draft?: string
  /** What did not go as it was wanted, a moment ago. */
  readonly news?: string | null
  /** When it was handed to another peer, in this tab: milliseconds; nobody could have seen it before. */
  readonly handed?: number
  restart(): void
}
type Seen = {
  readonly own: string
  readonly claimedBy: string | null
  readonly halted: SeekerState['halted']
  readonly holder: ToldPeer | null
  readonly messages: readonly Told[]
}

const everySeconds = 4
/** So long nobody may have seen it, or have answered, before the page says so and names the phone (contract). */
const unseenMinutes = 10
const silentMinutes = 15

/** An open conversation on the seeker's side: looks for what came, says who has it, and when to call instead. */
export function seekerTalk({
  page,
  keys,
  id,
  copy,
  draft = '',
  news = null,
  handed = 0,
  restart,
}: Given): void {
  const { root, slug, region, say, phone, lang } = page
  const where = { region, conversation: id }
  const access = base64url.write(keys.access)
  const path = `/${slug}/support/conversation`
  const log = new Log(where, 'seeker', copy.keys)
  const held = heldKeys({ where, keys, path, access, copy })
  let holder: string | null = null
  /** Who has it, with the key they have now; null: nobody, or their key is not what their identity signed. */
  let has: Peer | null = null
  /** When they were seen to have it, in this tab: milliseconds. */
  let since = handed
  let looked = false
  let told = ''
  let over = false
  let queued = false
  const inTurn = turns()

  const view = talkView({ say, lang, side: 'seeker', other: say.peer, phone, draft, isOwn: () => true, send })
  const out = sender({
    ...{ say, view, log: () => log, look: once, isOver: () => over },
    post: (form) => askAgain(`${path}/messages`, { credentials: 'omit', access, form }),
  })
  const only = el('b', {}, say.onlyChosen)
  const along = el('div', { class: 'stack' })
  const asks = button(say.consult, () => void consult(), 'quiet')
  const others = button(say.another, () => void another(), 'quiet')
  show(
    root,
    el('h2', {}, say.talk),
    notice('info', only, el('p', {}, say.onlyTwoLine)),
    ...view.parts,
    el('div', { class: 'stack' }, along, el('div', { class: 'actions' }, others, asks), closing(say, close)),
  )
  if (news !== null) view.problem(news)
  const timer = setInterval(() => void look(), everySeconds * 1000)
  void look()

  function again(sealed = true, handed = 0): void {
    const typed = view.draft
    end()
    const news = sealed ? null : say.notAdded
    seekerTalk({ page, keys, id, copy: held.copy, draft: typed, news, handed, restart })
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
      if (answer.code === 'not_open') return closed(say.closedByOther)
      told = ''
      view.status.replaceChildren(notice('amber', el('p', {}, say.offline)))
      return
    }
    const { claimedBy, halted, messages, own } = answer.body
    // Another tab may have made a key meanwhile, and written under it.
    if (!(await held.take(own))) return stop(say.tampered)
    log.addKeys(held.keys)
    has = answer.body.holder === null ? null : await peerFrom(region, answer.body.holder)
    if (claimedBy !== null && !held.mayHold(claimedBy)) return stop(say.falsePeer)
    if (has !== null && has.record.member !== claimedBy) return stop(say.falsePeer)
    if (claimedBy !== holder) await taken(claimedBy)
    const { opened, refused } = await log.read(messages)
    view.add(opened)
    out.settle()
    if (refused) return stop(say.tampered)
    looked = true
    tell(halted)
  }

  /** They get a key that nobody else was ever sent; without it both go on under the first, which was sealed to them as well. */
  async function taken(member: string | null): Promise<void> {
    holder = member
    // Whoever comes back by the words finds who has it, and not that they took it now.
    if (looked) since = now()
    if (member !== null && held.keys.length === 1 && has !== null && held.isSame(has))
      await held.seal([{ record: has.record, olderKeys: false }], null)
    log.addKeys(held.keys)
  }

  /** Drawn anew only when something changed: whoever listens hears it once. */
  function tell(halted: Seen['halted']): void {
    const minutes = (now() - Math.max(log.lastOwn * 1000, since)) / 60_000
    const reads = held.along(holder).length
    const state: SeekerState = {
      taken: holder !== null,
      halted,
      changed: has !== null && holder !== null && !held.isSame(has) ? has : null,
      name: has?.name ?? say.peer,
      unseen: minutes >= unseenMinutes,
      silent: log.waits && minutes >= silentMinutes,
    }
    const drawn = JSON.stringify([{ ...state, changed: state.changed?.six }, holder, reads])
    if (told === drawn) return
    told = drawn
    view.status.replaceChildren(
      seekerStatus(page, state, {
        another: () => void another(),
        sameAgain: (olderKeys) => void sameAgain(olderKeys),
      }),
    )
    // Nobody can be let in, nor asked to go on, before somebody took it.
    others.hidden = holder === null
    asks.hidden = holder === null || reads > 0
    only.textContent = whoHolds(reads)
    const canEnd = halted === null && state.changed === null && has !== null
    along.replaceChildren(
      ...(reads === 0 ? [] : [notice('info', el('p', {}, say.readsAlong))]),
      ...(reads === 0 || !canEnd
        ? []
        : [
            el(
              'div',
              { class: 'actions' },
              button(say.endAlong, () => void endAlong(), 'quiet'),
            ),
          ]),
    )
  }
  function whoHolds(reads: number): string {
    if (holder === null) return say.onlyChosen
    if (reads > 0) return say.onlyThose
    return held.wasReadBefore(holder) ? say.onlyFromHere : say.onlyTwo
  }

  async function send(text: string) {
    // They open everything: whoever typed them here meant another field.
    if (readWords(text, receiptWords).ok) {
      view.problem(say.ownWords)
      return 'stop'
    }
    return await inTurn(() => out.send(text))
  }

  /** Lets somebody in, one step after the other; the page is drawn anew with what came of it. */
  async function letIn(readers: Parameters<typeof held.seal>[0], handTo: string | null): Promise<void> {
    const sealed = await inTurn(() => held.seal(readers, handTo))
    again(sealed, sealed && handTo !== null ? now() : 0)
  }
  async function another(): Promise<void> {
    const all = await loadPeers(slug, region)
    if (all === null) return view.problem(say.noAnswerYet)
    chooseReader({
      page,
      among: all.filter((peer) => !peer.professional && peer.record.member !== holder),
      ...{ title: say.choose, line: say.anotherLine, back: again },
      chosen: (peer, olderKeys) => void letIn([{ record: peer.record, olderKeys }], peer.record.member),
    })
  }
  /** They made new keys after a loss: the seeker compared the new six words, and seals to them. */
  async function sameAgain(olderKeys: boolean): Promise<void> {
    if (has !== null) await letIn([{ record: has.record, olderKeys }], null)
  }
  async function consult(): Promise<void> {
    const all = await loadPeers(slug, region)
    if (all === null) return view.problem(say.noAnswerYet)
    if (has === null || holder === null || !held.isSame(has)) return view.problem(say.consultLater)
    const among = all.filter((peer) => peer.professional)
    if (among.length === 0) return view.problem(say.consultNobody)
    const keeps = { record: has.record, olderKeys: false }
    chooseReader({
      page,
      among,
      ...{ title: say.consult, line: say.consultLine, back: again },
      chosen: (peer, olderKeys) => void letIn([keeps, { record: peer.record, olderKeys }], null),
    })
  }
  async function endAlong(): Promise<void> {
    if (has !== null) await letIn([{ record: has.record, olderKeys: false }], null)
  }

  async function close(): Promise<void> {
    const done = await askAgain(`${path}/closing`, { credentials: 'omit', access, form: {} })
    if (done.ok || done.code === 'not_open') closed(holder === null ? say.closedUnread : say.closedLine)
    else view.problem(say.notClosed)
  }
  function closed(why: string): void {
    end()
    show(
      root,
      el('h2', {}, say.closed),
      el('p', {}, why, ' ', phoneLink(phone)),
      ...unsent(say, view.draft),
      el('div', { class: 'actions' }, button(say.begin, restart)),
    )
  }
  function stop(why: string): void {
    end()
    view.status.replaceChildren()
    view.stop(why)
  }
}
