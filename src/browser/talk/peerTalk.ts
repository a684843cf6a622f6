import { base64url, type Keyring, openSealedKey } from '../../crypto/index.ts'
import { ask, askAgain } from './ask.ts'
import { now } from './clock.ts'
import { button, el, notice, phoneLink, show } from './dom.ts'
import { Log, type Told } from './log.ts'
import type { Page } from './page.ts'
import { professionalCard } from './professional.ts'
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
  /** False: the seeker lets them read along. */
  readonly holds: boolean
  readonly alsoReads: readonly string[]
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

  const professional = professionalCard(page)
  const only = el('b', {}, say.onlyTwo)
  const others = el('p', { class: 'muted' })
  const ending = closing(say, () => void close())
  const view = talkView({ say, lang, side: 'peer', other: say.peer, phone, send })
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
      if (answer.status === 404) return closed(say.notOpen)
      if (answer.code === 'lapsed' || answer.code === 'new_keys')
        return closed(say.haltedLong[answer.code], say.haltedTitle)
      view.status.replaceChildren(notice('amber', el('p', {}, say.offline)))
      return
    }
    const wrong = await takeKeys(answer.body)
    if (wrong !== null) return stop(wrong)
    tellReaders(answer.body)
    const { opened, refused } = await log!.read(answer.body.messages)
    view.add(opened)
    if (refused) return stop(say.tampered)
    view.status.replaceChildren(waitsForKey() ? el('p', { class: 'muted' }, say.newKey) : el('span', {}))
  }

  function tellReaders({ holds, alsoReads }: Seen): void {
    const names = alsoReads.map((name) => (name === '' ? say.peer : name)).join(', ')
    const text = names === '' ? '' : say.alsoReads(names)
    if (others.textContent !== text) others.textContent = text
    only.textContent = holds && names === '' ? say.onlyTwo : say.onlyThose
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
      const key = await openSealedKey({ talk: where, number, sealed: bytes, seeker, pinned }, ring.keys)
      // Sealed before this peer made new keys: what it opened is lost, what came since is not.
      if (!key.ok && key.code === 'not-for-these-keys') continue
      if (!key.ok) return say.tampered
      keys.push(key.value)
    }
    if (keys.length === 0) return seals.length === 0 ? say.tampered : say.keysRemade
    pinned = seeker
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
  function closed(why: string, title: string = say.closed): void {
    end()
    show(root, el('h2', {}, title), el('p', {}, why, ' ', phoneLink(phone)), button(say.toList, back))
  }
  function stop(why: string): void {
    end()
    view.status.replaceChildren()
    view.stop(why)
  }
}
