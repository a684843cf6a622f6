import { base64url, type Keyring, openSealedKey } from '../../crypto/index.ts'
import { ask, askAgain } from './ask.ts'
import { now } from './clock.ts'
import { button, el, notice, phoneLink, show } from './dom.ts'
import { Log, type Told } from './log.ts'
import type { Page } from './page.ts'
import { professionalCard } from './professional.ts'
import { sender } from './sender.ts'
import { turns } from './turns.ts'
import { closing, talkView, unsent } from './view.ts'

type Given = {
  readonly page: Page
  readonly ring: Keyring
  readonly id: string
  /** Taken a moment ago: the seeker's page, if it is open, makes a new key for the two. */
  readonly fresh: boolean
  /** What this tab knows of it from before. */
  readonly memory: Memory
  back(): void
}
/** Of one conversation, as long as the tab is open: the seeker's key of the first look, how far it was read, and what was not sent. */
export type Memory = { pinned: Uint8Array<ArrayBuffer> | null; count: number; draft: string }
type Seen = {
  /** False: the seeker lets them read along. */
  readonly holds: boolean
  readonly alsoReads: readonly string[]
  /** From which content key on this peer has it. */
  readonly fromKey: number
  readonly seekerKey: string
  readonly seals: readonly { readonly number: number; readonly sealed: string }[]
  readonly messages: readonly Told[]
}

const everySeconds = 4
/** So long a new key is waited for before the first one is answered under (contract). */
const newKeySeconds = 10

/** A conversation this peer took. The seeker's key of the first look is pinned: another one is refused. */
export function peerTalk({ page, ring, id, fresh, memory, back }: Given): void {
  const { root, slug, region, say, phone, lang } = page
  const where = { region, conversation: id }
  const session = { credentials: 'same-origin' } as const
  const path = `/${slug}/conversations/${id}`
  const began = now()
  let log: Log | null = null
  let over = false
  let ownFrom = 0
  const isOwn = (key: number) => ownFrom > 0 && key >= ownFrom
  const inTurn = turns()
  let queued = false

  const professional = professionalCard(page)
  const only = el('b', {}, say.onlyTwo)
  const others = el('p', { class: 'muted' })
  const ending = closing(say, close)
  const view = talkView({
    say,
    lang,
    side: 'peer',
    other: say.seeker,
    phone,
    draft: memory.draft,
    isOwn,
    send,
  })
  const out = sender({
    ...{ say, view, log: () => log, look: once, isOver: () => over },
    async post(form) {
      return await askAgain(`${path}/messages`, { ...session, form })
    },
  })
  show(
    root,
    el('h2', {}, say.talk),
    notice('info', only, el('a', { href: page.limits, target: '_blank', rel: 'noreferrer' }, say.limitsRead)),
    others,
    ...view.parts,
    professional.element,
    el('div', { class: 'actions' }, button(say.toList, leave, 'quiet')),
    ending,
  )
  const timer = setInterval(() => void look(), everySeconds * 1000)
  void look()

  function end(): void {
    memory.draft = view.draft
    over = true
    clearInterval(timer)
    professional.leave()
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
      if (answer.code === 'not_open') return closed(say.noMore)
      if (answer.code === 'lapsed' || answer.code === 'new_keys')
        return closed(say.haltedLong[answer.code], say.haltedTitle)
      if (answer.code === 'signed_out' || answer.code === 'passkey_first') return signedOut()
      view.status.replaceChildren(notice('amber', el('p', {}, say.offline)))
      return
    }
    const wrong = await takeKeys(answer.body)
    if (wrong !== null) return stop(wrong)
    ownFrom = answer.body.holds ? answer.body.fromKey : 0
    tellReaders(answer.body)
    const { opened, refused } = await log!.read(answer.body.messages)
    view.add(opened)
    out.settle()
    if (refused) return stop(say.tampered)
    // A long one comes in several answers; whoever has nothing more, and less than was read already, gives back another history.
    if (answer.body.messages.length === 0 && log!.count < memory.count) return stop(say.tampered)
    memory.count = Math.max(memory.count, log!.count)
    view.status.replaceChildren(waitsForKey() ? el('p', { class: 'muted' }, say.newKey) : el('span', {}))
  }

  function tellReaders({ holds, alsoReads }: Seen): void {
    const names = alsoReads.map((name) => (name === '' ? say.peer : name)).join(', ')
    const text = names === '' ? '' : say.alsoReads(names)
    if (others.textContent !== text) others.textContent = text
    only.textContent = holds && names === '' ? say.onlyTwo : say.onlyWithThose
    if (holds || ending.hidden) return
    ending.hidden = true
    view.readOnly(say.readAlong)
  }

  /** Why it can't go on: a seal that doesn't open, another seeker's key than at first, or keys this peer has no more. */
  async function takeKeys({ seekerKey, seals }: Seen): Promise<string | null> {
    const seeker = base64url.read(seekerKey)
    if (seeker === null) return say.tampered
    const keys = []
    for (const { number, sealed } of seals) {
      const bytes = base64url.read(sealed)
      if (bytes === null) return say.tampered
      const key = await openSealedKey(
        { talk: where, number, sealed: bytes, seeker, pinned: memory.pinned },
        ring.keys,
      )
      // Sealed before this peer made new keys: what it opened is lost, what came since is not.
      if (!key.ok && key.code === 'not-for-these-keys') continue
      if (!key.ok) return say.tampered
      keys.push(key.value)
    }
    if (keys.length === 0) return seals.length === 0 ? say.tampered : say.keysRemade
    memory.pinned = seeker
    if (log === null) log = new Log(where, 'peer', keys)
    else log.addKeys(keys)
    return null
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
    return await out.send(text)
  }

  async function close(): Promise<void> {
    const done = await askAgain(`${path}/closing`, { ...session, form: {} })
    if (done.ok) closed(say.closedLine)
    else if (done.code === 'not_open') closed(say.noMore)
    else view.problem(say.notClosed)
  }
  function closed(why: string, title: string = say.closed): void {
    end()
    show(
      root,
      el('h2', {}, title),
      el('p', {}, why, ' ', phoneLink(phone)),
      ...unsent(say, memory.draft),
      button(say.toList, back),
    )
  }
  /** The session ended while the page was open: nothing is closed, and what was typed stays to be copied. */
  function signedOut(): void {
    end()
    show(
      root,
      el('h2', {}, say.signedOut),
      el('p', {}, say.signedOutLine),
      ...unsent(say, memory.draft),
      el('a', { class: 'btn primary', href: `/${slug}/conversations` }, say.signInAgain),
    )
  }
  function stop(why: string): void {
    end()
    view.status.replaceChildren()
    view.stop(why)
  }
}
