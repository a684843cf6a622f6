import {
  base64url,
  drawWords,
  makeIdentity,
  makeKey,
  makeKeyringKey,
  publishKey,
  receiptWords,
  sixWords,
} from '../../crypto/index.ts'
import { today } from './clock.ts'
import { button, el, notice, phoneLink, show } from './dom.ts'
import { keepWay, type PeerSide, type Published } from './ownKeys.ts'
import { passkeyOffer } from './passkeyOffer.ts'
import { sevenWords } from './sevenWords.ts'
import type { Unlocked } from './work.ts'

/**
 * Seven words that this browser drew, then keys that only they open; a passkey may be added at once. After a loss it is asked twice, and
 * there is a way back to what stood here: nothing is void before.
 */
export function makeKeys(
  side: PeerSide,
  /** Of the new X25519 key, from 1. */
  number: number,
  /** What becomes void; null: nothing was there before. */
  why: string | null,
  done: (opened: Unlocked, published: Published) => void,
): void {
  const { page } = side
  const { root, say, phone } = page
  const before = [...root.childNodes]
  const drawn = drawWords(receiptWords)
  const problem = el('p', { class: 'error', role: 'alert' })
  const press = button(why === null ? say.make : say.lostSure, () => void make(), 'primary')
  let made: ReturnType<typeof freshKeys> | null = null
  words()

  function words(): void {
    const actions =
      why === null
        ? [press]
        : [button(say.make, sure, 'primary'), button(say.toWays, () => show(root, ...before), 'quiet')]
    show(
      root,
      el('h2', {}, say.makeKeys),
      why === null ? null : notice('amber', el('p', {}, why)),
      el('p', {}, say.makeKeysLine),
      sevenWords(drawn),
      ...(why === null ? [problem] : []),
      el('div', { class: 'actions' }, ...actions),
    )
  }

  function sure(): void {
    show(
      root,
      el('h2', {}, say.lostSureTitle),
      notice('amber', el('p', {}, why)),
      problem,
      el('div', { class: 'actions' }, press, button(say.toWays, words, 'quiet')),
    )
  }

  async function make(): Promise<void> {
    press.disabled = true
    problem.textContent = say.making
    // Once: if only the answer was lost, what is sent again is what is there, and not another identity.
    made ??= freshKeys(side, number, drawn)
    const { opened, published, wrapped } = await made
    const kept = await keepWay(side, published, opened, { kind: 'words', passkeyId: null, wrapped })
    press.disabled = false
    if (!kept.ok) {
      const told = kept.code === 'key_replaced' ? say.keysElsewhere : say.notSent
      problem.replaceChildren(told, ' ', phoneLink(phone))
      return
    }
    const identity = base64url.read(published.identityKey)!
    show(
      root,
      el('h2', {}, say.yourSix),
      el('p', { class: 'six', lang: 'en' }, (await sixWords(identity)).join(' ')),
      passkeyOffer(side, opened, published),
      el(
        'div',
        { class: 'actions' },
        button(say.goOn, () => done(opened, published), 'primary'),
      ),
    )
  }
}

/** An identity, a key it signed, and both under a keyring key that these words wrap. */
async function freshKeys({ beside, owner }: PeerSide, number: number, words: readonly string[]) {
  const day = today()
  const identity = await makeIdentity(day)
  const own = makeKey(number)
  const record = await publishKey(identity, owner, own, day)
  const opened: Unlocked = { key: makeKeyringKey(), ring: { identitySeed: identity.seed, keys: [own] } }
  const published: Published = {
    ...{ identityKey: base64url.write(record.identity), identityMadeOn: day, keyNumber: number },
    ...{ publicKey: base64url.write(record.key), keyMadeOn: day },
    signature: base64url.write(record.signature),
  }
  const wrapped = await beside.do({ what: 'wrap', way: { words }, ...owner, key: opened.key })
  return { opened, published, wrapped }
}
