// The seeker's side of a conversation: everything is sealed and opened here, and nothing is kept by the browser. No cookie
// is sent, and no storage used; what somebody typed and didn't send lives in this tab.
import {
  base64url,
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
import { firstMessage, type Outcome } from './talk/firstMessage.ts'
import { pageOf } from './talk/page.ts'
import { loadPeers, type Peer } from './talk/peers.ts'
import { seekerTalk } from './talk/seekerTalk.ts'
import { sevenWords } from './talk/sevenWords.ts'
import { worker } from './talk/work.ts'

/** Somebody on the way to a first message: what they have written down and typed stays, whomever they choose. */
type Way = {
  readonly drawn: readonly string[]
  typed: string
  /** Puts their message together; null: this phone has not worked out the keys of the words. */
  send: Promise<{ readonly keys: ReceiptKeys; readonly first: ReturnType<typeof firstMessage> }> | null
}

const found = document.querySelector<HTMLElement>('[data-talk=seeker]')
if (found !== null) begin(found)

function begin(root: HTMLElement): void {
  const page = pageOf(root)
  const { say, slug, region, phone } = page
  const beside = worker(page.worker)
  // Drawn by the server, because it knows the law; acknowledged where it is shown.
  const limitsSaid = root.querySelector<HTMLElement>('[data-limits-said]')
  let way: Way | null = null
  const leaving = (event: BeforeUnloadEvent) => {
    if (way !== null && way.typed.trim() !== '') event.preventDefault()
  }
  // Said at the start; further on it would push what is asked out of sight.
  const before = document.querySelector<HTMLElement>('[data-before]')
  const said = (shown: boolean) => {
    if (before !== null) before.hidden = !shown
  }
  start()

  /** The phone first, always. */
  function start(): void {
    said(true)
    way = null
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
      limitsSaid,
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

  /** `news`: why whoever was chosen before can't be written to; `ticked`: who is chosen all the same. */
  async function peers(news: string | null = null, ticked: readonly string[] | null = null): Promise<void> {
    show(root, el('p', { class: 'muted', role: 'status' }, say.looking))
    const all = await loadPeers(slug, region)
    if (all === null) return offline(() => void peers(news, ticked))
    const those = all.filter((peer) => !peer.professional)
    choosePeers(page, those, (chosen) => (way === null ? receipt(chosen) : write(chosen, way)), null, {
      news,
      ticked,
    })
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
      if (!box.checked) {
        problem.textContent = say.wordsAsk
        return
      }
      way = { drawn, typed: '', send: null }
      write(chosen, way)
    }
  }

  /** Worked out once, or again where this phone could not do it before. */
  async function sending(way: Way): Promise<Awaited<NonNullable<Way['send']>>> {
    way.send ??= beside.do({ what: 'receipt', words: way.drawn, region }).then((keys) => ({
      keys,
      first: firstMessage({ slug, region, beside, keys }),
    }))
    try {
      return await way.send
    } catch (error) {
      way.send = null
      throw error
    }
  }

  function write(chosen: readonly Peer[], way: Way): void {
    // Worked out while somebody thinks about what to say; that it can't be is said when they send.
    sending(way).catch(() => {})
    const text = el('textarea', {
      ...{ id: 'first', class: 'prose', rows: '8', maxlength: '8000' },
      input: () => {
        way.typed = text.value
      },
    })
    text.value = way.typed
    const problem = el('p', { class: 'error', role: 'alert' })
    const send = el('button', { type: 'submit', class: 'btn primary' }, say.send)
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
      text.readOnly = true
      problem.textContent = say.sending
      try {
        const { keys, first } = await sending(way)
        const outcome = await first(said, chosen)
        if (typeof outcome !== 'string') return sent(keys, outcome, said)
        if (outcome === 'replaced' || outcome === 'full')
          return await peers(
            say[outcome],
            outcome === 'full' ? [] : chosen.map(({ record }) => record.member),
          )
        problem.replaceChildren(say[outcome], ' ', phoneLink(phone))
      } catch {
        problem.replaceChildren(say.cantSeal, ' ', phoneLink(phone))
      }
      send.disabled = false
      text.readOnly = false
    }
  }

  function sent(keys: ReceiptKeys, { id, copy, arrived }: Exclude<Outcome, string>, text: string): void {
    removeEventListener('beforeunload', leaving)
    way = null
    if (arrived === 'other') talk(keys, id, copy, { news: say.hadArrivedDraft, draft: text })
    else talk(keys, id, copy, arrived === null ? {} : { news: say.hadArrived })
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
      const why = await opened(read.words).catch(() => say.cantOpen)
      open.disabled = false
      if (why !== null) problem.replaceChildren(why, ' ', phoneLink(phone))
    }
  }

  /** Goes on with what these words open; or why not. */
  async function opened(words: readonly string[]): Promise<string | null> {
    const keys = await beside.do({ what: 'receipt', words, region })
    const answer = await askAgain<{ id: string; own: string }>(`/${slug}/support/conversation`, {
      credentials: 'omit',
      access: base64url.write(keys.access),
    })
    if (!answer.ok) return answer.code === 'not_open' ? say.notOpen : say.noConnection(say.open)
    const where = { region, conversation: answer.body.id }
    const copy = await openOwnCopy(keys.sealing, where, base64url.read(answer.body.own) ?? new Uint8Array())
    if (!copy.ok) return say.tampered
    talk(keys, answer.body.id, copy.value)
    return null
  }

  function talk(
    keys: ReceiptKeys,
    id: string,
    copy: OwnCopy,
    more: { readonly news?: string; readonly draft?: string } = {},
  ): void {
    seekerTalk({ page, keys, id, copy, ...more, restart: start })
  }

  function offline(again: () => void): void {
    show(
      root,
      notice('amber', el('p', {}, say.noConnection(say.tryAgain), ' ', phoneLink(phone))),
      el('div', { class: 'actions' }, button(say.tryAgain, again, 'primary')),
    )
  }
}
