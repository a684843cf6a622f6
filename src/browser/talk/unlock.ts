import { base64url, readWords, receiptWords } from '../../crypto/index.ts'
import { button, el, notice, phoneLink, show } from './dom.ts'
import { isOwn, type OwnKeys, type PeerSide, type Published, type Way } from './ownKeys.ts'
import { askPasskey, hasPasskeys } from './prf.ts'
import type { Unlocked, WrapWith } from './work.ts'

/** A peer opens their keys in this tab: with a passkey that can, or with the seven words. */
export function unlock(
  side: PeerSide,
  { key, keyring, wraps }: OwnKeys & { readonly key: Published },
  done: (opened: Unlocked) => void,
  /** The words are lost, and no passkey opens it. */
  lost: () => void,
): void {
  const { page, beside, owner } = side
  const { root, say, phone } = page
  const passkeys = wraps.filter((one) => one.kind === 'passkey')
  const byPasskey = passkeys.length > 0 && hasPasskeys()
  const byWords = wraps.filter((one) => one.kind === 'words')
  const text = el('textarea', {
    ...{ id: 'words', rows: '3', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false' },
    ...{ lang: 'en', 'aria-describedby': 'words-hint' },
  })
  const problem = el('p', { class: 'error', role: 'alert' })
  const open = el(
    'button',
    { type: 'submit', class: byPasskey ? 'btn plain' : 'btn primary' },
    byPasskey ? say.openWithWords : say.open,
  )
  const touch = button(say.openWithPasskey, () => void withPasskey(), 'primary')
  show(
    root,
    el('h2', {}, say.unlock),
    el('p', {}, byPasskey ? say.unlockPasskeyLine : say.unlockLine),
    byPasskey ? el('div', { class: 'actions' }, touch) : null,
    el(
      'form',
      { class: 'stack', novalidate: true, submit: (event) => void withWords(event) },
      el('label', { for: 'words' }, say.typeWords),
      text,
      el('p', { class: 'hint', id: 'words-hint' }, say.typeHint),
      problem,
      el('div', { class: 'actions' }, open, button(say.lost, lost, 'quiet')),
    ),
  )

  async function withWords(event: Event): Promise<void> {
    event.preventDefault()
    const read = readWords(text.value, receiptWords)
    if (!read.ok) {
      problem.textContent =
        read.code === 'how-many'
          ? say.howMany(read.found)
          : say.unknownWord(read.place, read.typed, read.near.join(', '))
      return
    }
    await tryWays(byWords, { words: read.words }, say.wrongWords)
  }

  async function withPasskey(): Promise<void> {
    problem.textContent = say.askingPasskey
    const given = await askPasskey(
      owner.region,
      passkeys.flatMap((one) => one.passkeyId ?? []),
    )
    if (typeof given === 'string') {
      problem.textContent = given === 'no-prf' ? say.passkeyCant : say.passkeyNot
      return
    }
    const those = passkeys.filter((one) => one.passkeyId === given.id)
    await tryWays(those, { passkey: given.output }, say.passkeyCant)
  }

  /** More than one may be wrapped under words: who made new ones kept the old. */
  async function tryWays(ways: readonly Way[], way: WrapWith, failed: string): Promise<void> {
    open.disabled = true
    touch.disabled = true
    problem.textContent = say.opening
    const sealed = base64url.read(keyring ?? '')
    for (const one of ways) {
      const wrapped = base64url.read(one.wrapped)
      if (wrapped === null || sealed === null) continue
      const job = { what: 'unlock', way, ...owner, wrapped, keyring: sealed } as const
      const opened = await beside.do(job).catch(() => 'failed' as const)
      if (opened === 'failed') return enabled(say.cantOpen, ' ', phoneLink(phone))
      if (opened !== null) return await entered(opened)
    }
    enabled(failed)
  }
  function enabled(...why: (string | Node)[]): void {
    open.disabled = false
    touch.disabled = false
    problem.replaceChildren(...why)
  }

  async function entered(opened: Unlocked): Promise<void> {
    text.value = ''
    if (await isOwn(opened.ring, key)) return done(opened)
    show(root, el('h2', {}, say.unlock), notice('bad', el('p', {}, say.notYours, ' ', phoneLink(phone))))
  }
}
