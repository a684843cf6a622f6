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

/** Seven words that this browser drew, then keys that only they open; a passkey may be added at once. */
export function makeKeys(
  side: PeerSide,
  /** Of the new X25519 key, from 1. */
  number: number,
  why: string | null,
  done: (opened: Unlocked, published: Published) => void,
): void {
  const { page, beside, owner } = side
  const { root, say, phone } = page
  const drawn = drawWords(receiptWords)
  const problem = el('p', { class: 'error', role: 'alert' })
  const press = button(say.make, () => void make(), 'primary')
  show(
    root,
    el('h2', {}, say.makeKeys),
    why === null ? null : notice('amber', el('p', {}, why)),
    el('p', {}, say.makeKeysLine),
    sevenWords(drawn),
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
    const opened = { key: makeKeyringKey(), ring: { identitySeed: identity.seed, keys: [own] } }
    const published = {
      ...{ identityKey: base64url.write(record.identity), identityMadeOn: day, keyNumber: number },
      ...{ publicKey: base64url.write(record.key), keyMadeOn: day },
      signature: base64url.write(record.signature),
    }
    const wrapped = await beside.do({ what: 'wrap', way: { words: drawn }, ...owner, key: opened.key })
    const kept = await keepWay(side, published, opened, { kind: 'words', passkeyId: null, wrapped })
    press.disabled = false
    if (!kept.ok) {
      problem.replaceChildren(say.notSent, ' ', phoneLink(phone))
      return
    }
    show(
      root,
      el('h2', {}, say.yourSix),
      el('p', { class: 'six', lang: 'en' }, (await sixWords(identity.open)).join(' ')),
      passkeyOffer(side, opened, published),
      el(
        'div',
        { class: 'actions' },
        button(say.goOn, () => done(opened, published), 'primary'),
      ),
    )
  }
}
