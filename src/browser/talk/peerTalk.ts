import { base64url, type Keyring, openSealedKey } from '../../crypto/index.ts'
import { ask, askAgain } from './ask.ts'
import { now } from './clock.ts'
import { button, el, notice, phoneLink, show } from './dom.ts'
import { Log, type Told } from './log.ts'
import type { Page } from './page.ts'
import { turns } from './turns.ts'
import { closing, talkView } from './view.ts'

type Given = {
  readonly page: Page
  readonly ring: Keyring
  readonly id: string
  /** Taken a moment ago: the seeker's page, if it is open, makes a new key for the two. */
  readonly fresh: boolean
  back(): void
}
type Seen = {
  readonly seekerKey: string
  readonly seals: readonly { readonly number: number; readonly sealed: string }[]
  readonly messages: readonly Told[]
}

const everySeconds = 4
/** So long a new key is waited for before the first one is answered under (contract). */
const newKeySeconds = 10

/** A conversation this peer took. The seeker's key of the first look is pinned: another one is refused. */
export function peerTalk({ page, ring, id, fresh, back }: Given): void {
  const { root, slug, region, say, phone, lang } = page
  const where = { region, conversation: id }
  const session = { credentials: 'same-origin' } as const
  const path = `/${slug}/conversations/${id}`
  const began = now()
  let pinned: Uint8Array<ArrayBuffer> | null = null
  let log: Log | null = null
  let over = false
  const inTurn = turns()
  let queued = false

  const view = talkView({ say, lang, side: 'peer', other: say.peer, phone, send })
  show(
    root,
    el('h2', {}, say.talk),
    notice(
      'info',
      el('b', {}, say.onlyTwo),
      el('a', { href: page.limits, target: '_blank', rel: 'noreferrer' }, say.limitsRead),
    ),
    ...view.parts,
    el('div', { class: 'actions' }, button(say.toList, leave, 'quiet')),
    closing(say, () => void close()),
  )
  const timer = setInterval(() => void look(), everySeconds * 1000)
  void look()

  function end(): void {
    over = true
    clearInterval(timer)
    view.leave()
  }
  function leave(): void {
    end()
    back()
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
    const answer = await ask<Seen>(`${path}?${log?.known ?? 'seeker=0&peer=0'}`, session)
    if (over) return
    if (!answer.ok) {
      if (answer.status === 404) return closed(say.notOpen)
      view.status.replaceChildren(notice('amber', el('p', {}, say.offline)))
      return
    }
    if (!(await takeKeys(answer.body))) return stop()
    const { opened, refused } = await log!.read(answer.body.messages)
    view.add(opened)
    if (refused) return stop()
    view.status.replaceChildren(waitsForKey() ? el('p', { class: 'muted' }, say.newKey) : el('span', {}))
  }

  /** False: a seal that doesn't open, or another seeker's key than at first. */
  async function takeKeys({ seekerKey, seals }: Seen): Promise<boolean> {
    const seeker = base64url.read(seekerKey)
    if (seeker === null) return false
    const keys = []
    for (const { number, sealed } of seals) {
      const bytes = base64url.read(sealed)
      if (bytes === null) return false
      const key = await openSealedKey({ talk: where, number, sealed: bytes, seeker, pinned }, ring.keys)
      // Sealed before this peer made new keys: what it opened is lost, what came since is not.
      if (!key.ok && key.code === 'not-for-these-keys') continue
      if (!key.ok) return false
      keys.push(key.value)
    }
    if (keys.length === 0) return false
    pinned = seeker
    if (log === null) log = new Log(where, 'peer', keys)
    else log.addKeys(keys)
    return true
  }

  function waitsForKey(): boolean {
    return fresh && log !== null && log.newestKey.number === 1 && now() - began < newKeySeconds * 1000
  }

  async function send(text: string): Promise<'sent' | 'kept' | 'stop'> {
    return await inTurn(() => sendNow(text))
  }
  async function sendNow(text: string): Promise<'sent' | 'kept' | 'stop'> {
    while (waitsForKey() && !over) {
      await new Promise((resolve) => setTimeout(resolve, 500))
      await once()
    }
    await once()
    if (over || log === null) return 'stop'
    const sealed = await log.seal(text)
    if (sealed === null) {
      view.problem(say.tooLong)
      return 'stop'
    }
    const sent = await askAgain(`${path}/messages`, { ...session, form: sealed.form })
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

  async function close(): Promise<void> {
    const done = await askAgain(`${path}/closing`, { ...session, form: {} })
    if (done.ok || done.status === 404) closed(say.closedLine)
    else view.problem(say.notSent)
  }
  function closed(why: string): void {
    end()
    show(root, el('h2', {}, say.closed), el('p', {}, why, ' ', phoneLink(phone)), button(say.toList, back))
  }
  function stop(): void {
    end()
    view.status.replaceChildren()
    view.stop(say.tampered)
  }
}
