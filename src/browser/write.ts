// The seeker's side of a conversation: everything is sealed and opened here, and nothing is kept by the browser. No cookie
// is sent, and no storage used; what somebody typed and didn't send lives in this tab.
import {
  accessHash,
  base64url,
  beginConversation,
  drawWords,
  type OwnCopy,
  openOwnCopy,
  type ReceiptKeys,
  readWords,
  receiptWords,
} from '../crypto/index.ts'
import { askAgain } from './talk/ask.ts'
import { choosePeers } from './talk/choosePeers.ts'
import { button, el, notice, phoneLink, show } from './talk/dom.ts'
import { Log } from './talk/log.ts'
import { pageOf } from './talk/page.ts'
import { loadPeers, type Peer } from './talk/peers.ts'
import { seekerTalk } from './talk/seekerTalk.ts'
import { sevenWords } from './talk/sevenWords.ts'
import { worker } from './talk/work.ts'

const found = document.querySelector<HTMLElement>('[data-talk=seeker]')
if (found !== null) begin(found)

function begin(root: HTMLElement): void {
  const page = pageOf(root)
  const { say, slug, region, phone } = page
  const beside = worker(page.worker)
  // Said at the start; further on it would push what is asked out of sight.
  const before = document.querySelector<HTMLElement>('[data-before]')
  const said = (shown: boolean) => {
    if (before !== null) before.hidden = !shown
  }
  start()

  /** The phone first, always. */
  function start(): void {
    said(true)
    show(
      root,
      notice('info', el('p', {}, say.phoneFirst, ' ', phoneLink(phone))),
      door(say.begin, say.beginLine, limits),
      door(say.back, say.backLine, words),
    )
  }
  function door(title: string, line: string, press: () => void): HTMLElement {
    return el(
      'button',
      { type: 'button', class: 'door', click: press },
      el('span', {}, el('b', {}, title), el('span', { class: 'door-line' }, line)),
    )
  }

  function limits(): void {
    said(false)
    const box = el('input', { type: 'checkbox', id: 'limits' })
    const problem = el('p', { class: 'error', role: 'alert' })
    show(
      root,
      el('h2', {}, say.limits),
      el('p', {}, el('a', { href: page.limits, target: '_blank', rel: 'noreferrer' }, say.limitsRead)),
      el('p', { class: 'muted' }, say.departmentPhone),
      el('label', { class: 'choice' }, box, el('span', {}, say.limitsSeen)),
      problem,
      el('div', { class: 'actions' }, button(say.goOn, onwards, 'primary')),
    )
    function onwards(): void {
      if (box.checked) void peers()
      else problem.textContent = say.limitsAsk
    }
  }

  async function peers(problem: string | null = null): Promise<void> {
    const all = await loadPeers(slug, region)
    if (all === null) return offline(() => void peers(problem))
    choosePeers(
      page,
      all.filter((peer) => !peer.professional),
      receipt,
    )
    if (problem !== null) root.prepend(notice('amber', el('p', {}, problem, ' ', phoneLink(phone))))
  }

  function receipt(chosen: readonly Peer[]): void {
    const drawn = drawWords(receiptWords)
    const box = el('input', { type: 'checkbox', id: 'wrote' })
    const problem = el('p', { class: 'error', role: 'alert' })
    show(
      root,
      el('h2', {}, say.words),
      el('p', {}, say.wordsLine),
      sevenWords(drawn),
      el('label', { class: 'choice' }, box, el('span', {}, say.wordsSeen)),
      problem,
      el('div', { class: 'actions' }, button(say.goOn, onwards, 'primary')),
    )
    function onwards(): void {
      if (box.checked) write(chosen, drawn)
      else problem.textContent = say.wordsAsk
    }
  }

  function write(chosen: readonly Peer[], drawn: readonly string[]): void {
    // Worked out while somebody thinks about what to say.
    const keys = beside.do({ what: 'receipt', words: drawn, region })
    const id = crypto.randomUUID()
    const text = el('textarea', { id: 'first', class: 'prose', rows: '8', maxlength: '8000' })
    const problem = el('p', { class: 'error', role: 'alert' })
    const send = el('button', { type: 'submit', class: 'btn primary' }, say.send)
    const leaving = (event: BeforeUnloadEvent) => {
      if (text.value.trim() !== '') event.preventDefault()
    }
    addEventListener('beforeunload', leaving)
    show(
      root,
      el('h2', {}, say.message),
      el('p', { class: 'muted' }, chosen.map((peer) => peer.name).join(', ')),
      el(
        'form',
        { novalidate: true, submit: (event) => void submit(event) },
        el('label', { for: 'first', class: 'unseen' }, say.message),
        text,
        problem,
        send,
      ),
    )
    async function submit(event: Event): Promise<void> {
      event.preventDefault()
      const said = text.value.trim()
      if (said === '') {
        problem.textContent = say.empty
        return
      }
      send.disabled = true
      problem.textContent = say.sending
      const outcome = await sendFirst(id, await keys, chosen, said)
      send.disabled = false
      if (typeof outcome !== 'string') {
        removeEventListener('beforeunload', leaving)
        return talk(outcome.keys, id, outcome.copy)
      }
      problem.replaceChildren(outcome, ' ', phoneLink(phone))
    }
  }

  /** Seals and sends the first message. A text: why it did not go. */
  async function sendFirst(
    id: string,
    keys: ReceiptKeys,
    chosen: readonly Peer[],
    text: string,
  ): Promise<string | { readonly keys: ReceiptKeys; readonly copy: OwnCopy }> {
    const where = { region, conversation: id }
    const sealed = await beginConversation(
      where,
      keys,
      chosen.map((peer) => peer.record),
    )
    if (!sealed.ok) return say.replaced
    const { key, copy, ownCopy, seals } = sealed.value
    const first = await new Log(where, 'seeker', [key]).seal(text)
    if (typeof first === 'string') return say.tooLong
    const asked = await askAgain<{ bits: number; expires: number; mac: string }>(`/${slug}/support/puzzle`, {
      credentials: 'omit',
      form: { id },
    })
    if (!asked.ok) return say.notSent
    const { bits, expires, mac } = asked.body
    const puzzle = { conversation: id, bits, expires, mac: base64url.read(mac)! }
    const nonce = await beside.do({ what: 'solve', puzzle })
    const sent = await askAgain(`/${slug}/support/conversation`, {
      credentials: 'omit',
      form: {
        ...{ id, access: base64url.write(await accessHash(keys.access)) },
        seekerKey: base64url.write(keys.seeker.open),
        own: base64url.write(ownCopy),
        seals: JSON.stringify(seals.map((one) => ({ ...one, sealed: base64url.write(one.sealed) }))),
        body: first.form.body,
        ...{ bits: String(bits), expires: String(expires), mac },
        nonce: String(new DataView(nonce.buffer).getBigUint64(0)),
      },
    })
    if (sent.ok) return { keys, copy }
    if (sent.code === 'queue_full') return say.full
    if (sent.code === 'not_allowed') return say.notOpened
    return sent.code === 'key_replaced' || sent.code === 'no_such_peer' ? say.replaced : say.notSent
  }

  /** Back in by the seven words. */
  function words(): void {
    said(false)
    const text = el('textarea', {
      ...{
        id: 'words',
        rows: '3',
        autocomplete: 'off',
        autocapitalize: 'none',
        spellcheck: 'false',
        lang: 'en',
      },
      'aria-describedby': 'words-hint',
    })
    const problem = el('p', { class: 'error', role: 'alert' })
    const open = el('button', { type: 'submit', class: 'btn primary' }, say.open)
    show(
      root,
      el(
        'form',
        { novalidate: true, submit: (event) => void submit(event) },
        el('h2', {}, say.typeWords),
        el('label', { for: 'words', class: 'unseen' }, say.typeWords),
        text,
        el('p', { class: 'hint', id: 'words-hint' }, say.typeHint),
        problem,
        el('div', { class: 'actions' }, open, button(say.begin, limits, 'quiet')),
      ),
    )
    async function submit(event: Event): Promise<void> {
      event.preventDefault()
      const read = readWords(text.value, receiptWords)
      if (!read.ok) {
        problem.textContent =
          read.code === 'how-many'
            ? say.howMany(read.found)
            : say.unknownWord(read.place, read.typed, read.near.join(', '))
        return
      }
      open.disabled = true
      problem.textContent = say.opening
      const keys = await beside.do({ what: 'receipt', words: read.words, region })
      const answer = await askAgain<{ id: string; own: string }>(`/${slug}/support/conversation`, {
        credentials: 'omit',
        access: base64url.write(keys.access),
      })
      open.disabled = false
      if (!answer.ok) {
        problem.replaceChildren(answer.code === 'not_open' ? say.notOpen : say.offline, ' ', phoneLink(phone))
        return
      }
      const where = { region, conversation: answer.body.id }
      const copy = await openOwnCopy(keys.sealing, where, base64url.read(answer.body.own) ?? new Uint8Array())
      if (!copy.ok) {
        problem.replaceChildren(say.tampered, ' ', phoneLink(phone))
        return
      }
      talk(keys, answer.body.id, copy.value)
    }
  }

  function talk(keys: ReceiptKeys, id: string, copy: OwnCopy): void {
    seekerTalk({ page, keys, id, copy, restart: start })
  }

  function offline(again: () => void): void {
    show(
      root,
      notice('amber', el('p', {}, say.offline, ' ', phoneLink(phone))),
      el('div', { class: 'actions' }, button(say.goOn, again, 'primary')),
    )
  }
}
