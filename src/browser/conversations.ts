// The peer's side: their keys are opened in this tab by words that we don't have, and what they read stays in it.
import {
  base64url,
  drawWords,
  type Keyring,
  makeIdentity,
  makeKey,
  makeKeyringKey,
  publishKey,
  readWords,
  receiptWords,
  sealKeyring,
  sixWords,
} from '../crypto/index.ts'
import { ask, askAgain } from './talk/ask.ts'
import { today } from './talk/clock.ts'
import { button, el, notice, phoneLink, show } from './talk/dom.ts'
import { pageOf } from './talk/page.ts'
import { peerTalk } from './talk/peerTalk.ts'
import { professionalCard } from './talk/professional.ts'
import { worker } from './talk/work.ts'

type Keys = {
  readonly memberId: string
  readonly regionId: string
  readonly key: { readonly identityKey: string; readonly keyNumber: number } | null
  readonly keyring: string | null
  readonly wraps: readonly { readonly kind: 'words' | 'passkey'; readonly wrapped: string }[]
}
type List = {
  readonly waiting: readonly string[]
  readonly taken: readonly { readonly id: string; readonly lastOn: string }[]
}

const everySeconds = 10
const found = document.querySelector<HTMLElement>('[data-talk=peer]')
if (found !== null) void begin(found)

async function begin(root: HTMLElement): Promise<void> {
  const page = pageOf(root)
  const { say, slug, region, phone } = page
  const beside = worker(page.worker)
  const session = { credentials: 'same-origin' } as const
  const path = `/${slug}/conversations`
  const asked = await askAgain<Keys>(`${path}/keys`, session)
  if (!asked.ok) {
    show(root, notice('amber', el('p', {}, say.offline, ' ', phoneLink(phone))))
    return
  }
  const owner = { region, member: asked.body.memberId }
  if (asked.body.key === null) makeKeys(1, null)
  else unlock(asked.body)

  /** Seven words that this browser drew, then keys that only they open. */
  function makeKeys(number: number, why: string | null): void {
    const drawn = drawWords(receiptWords)
    const problem = el('p', { class: 'error', role: 'alert' })
    const press = button(say.make, () => void make(), 'primary')
    show(
      root,
      el('h2', {}, say.makeKeys),
      why === null ? null : notice('amber', el('p', {}, why)),
      el('p', {}, say.makeKeysLine),
      el('ol', { class: 'seven', lang: 'en' }, ...drawn.map((word) => el('li', {}, word))),
      problem,
      el('div', { class: 'actions' }, press),
    )
    async function make(): Promise<void> {
      press.disabled = true
      problem.textContent = say.making
      const day = today()
      const identity = await makeIdentity(day)
      const own = makeKey(number)
      const record = await publishKey(identity, owner, own, day)
      const ring = { identitySeed: identity.seed, keys: [own] }
      const key = makeKeyringKey()
      const wrapped = await beside.do({ what: 'wrap', words: drawn, region, member: owner.member, key })
      const kept = await askAgain(`${path}/keys`, {
        ...session,
        form: {
          identityKey: base64url.write(record.identity),
          identityMadeOn: day,
          keyNumber: String(number),
          publicKey: base64url.write(record.key),
          keyMadeOn: day,
          signature: base64url.write(record.signature),
          wrapKind: 'words',
          wrapped: base64url.write(wrapped),
          keyring: base64url.write(await sealKeyring(key, owner, ring)),
        },
      })
      press.disabled = false
      if (!kept.ok) {
        problem.replaceChildren(say.notSent, ' ', phoneLink(phone))
        return
      }
      show(
        root,
        el('h2', {}, say.yourSix),
        el('p', { class: 'six', lang: 'en' }, (await sixWords(identity.open)).join(' ')),
        el(
          'div',
          { class: 'actions' },
          button(say.goOn, () => void list(ring), 'primary'),
        ),
      )
    }
  }

  function unlock({ key, keyring, wraps }: Keys): void {
    const wrap = wraps.find((one) => one.kind === 'words')
    const text = el('textarea', {
      ...{
        id: 'words',
        rows: '3',
        autocomplete: 'off',
        autocapitalize: 'none',
        spellcheck: 'false',
        lang: 'en',
      },
    })
    const problem = el('p', { class: 'error', role: 'alert' })
    const open = el('button', { type: 'submit', class: 'btn primary' }, say.open)
    show(
      root,
      el(
        'form',
        { novalidate: true, submit: (event) => void submit(event) },
        el('h2', {}, say.unlock),
        el('p', {}, say.unlockLine),
        el('label', { for: 'words' }, say.typeWords),
        text,
        el('p', { class: 'hint' }, say.typeHint),
        problem,
        el(
          'div',
          { class: 'actions' },
          open,
          button(say.lost, () => makeKeys(key!.keyNumber + 1, say.lostLine), 'quiet'),
        ),
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
      const [wrapped, sealed] = [wrap?.wrapped ?? '', keyring ?? ''].map(base64url.read)
      const ring =
        wrapped && sealed
          ? await beside.do({
              ...{ what: 'unlock', words: read.words, region, member: owner.member },
              ...{ wrapped, keyring: sealed },
            } as const)
          : null
      open.disabled = false
      if (ring === null) problem.textContent = say.wrongWords
      else {
        text.value = ''
        void list(ring)
      }
    }
  }

  async function list(ring: Keyring, news: string | null = null): Promise<void> {
    let drawn = ''
    let over = false
    const timer = setInterval(() => void look(), everySeconds * 1000)
    const place = el('div', { class: 'stack', role: 'status' })
    show(root, el('h2', {}, say.toList), news === null ? null : notice('amber', el('p', {}, news)), place)
    const professional = professionalCard(page)
    root.append(professional.element)
    await look()

    async function look(): Promise<void> {
      const answer = await ask<List>(`${path}/list`, session)
      if (over || !answer.ok) return
      const text = JSON.stringify(answer.body)
      if (text === drawn) return
      drawn = text
      const { waiting, taken } = answer.body
      place.replaceChildren(
        ...(waiting.length + taken.length === 0 ? [el('p', { class: 'muted' }, say.nothingWaits)] : []),
        ...(waiting.length === 0 ? [] : [el('h3', {}, say.waits(waiting.length))]),
        ...waiting.map((id) =>
          el(
            'div',
            { class: 'actions' },
            button(say.take, () => void take(id), 'primary'),
          ),
        ),
        ...taken.map(({ id, lastOn }) =>
          el(
            'div',
            { class: 'actions' },
            button(say.open1(lastOn), () => open(id)),
          ),
        ),
      )
    }
    function leave(): void {
      over = true
      clearInterval(timer)
      professional.leave()
    }
    async function take(id: string): Promise<void> {
      leave()
      const claimed = await askAgain(`${path}/${id}/claim`, { ...session, form: {} })
      if (claimed.ok) open(id, true)
      else void list(ring, say.fasterOther)
    }
    function open(id: string, fresh = false): void {
      leave()
      peerTalk({ page, ring, id, fresh, back: () => void list(ring) })
    }
  }
}
