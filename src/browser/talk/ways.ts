import { drawWords, openSide, receiptWords, sixWords } from '../../crypto/index.ts'
import { askAgain } from './ask.ts'
import { daySaid } from './clock.ts'
import { button, el, notice, show } from './dom.ts'
import { keepWay, loadKeys, type PeerSide, type Published, session, type Way } from './ownKeys.ts'
import { passkeyOffer } from './passkeyOffer.ts'
import { sevenWords } from './sevenWords.ts'
import type { Unlocked } from './work.ts'

/** Every way to open a peer's keys: to add one, and to end one. The last stays. */
export async function waysPage(
  side: PeerSide,
  opened: Unlocked,
  published: Published,
  back: () => void,
): Promise<void> {
  const { page, path } = side
  const { root, say } = page
  const again = () => void waysPage(side, opened, published, back)
  const asked = await loadKeys(path)
  const ways = asked.ok ? asked.body.wraps : []
  const { identity } = await openSide(opened.ring, published.keyNumber)
  const problem = el('p', { class: 'error', role: 'alert' })
  show(
    root,
    el('h2', {}, say.ways),
    asked.ok ? null : notice('amber', el('p', {}, say.offline)),
    el('p', {}, say.waysLine),
    el('ul', { class: 'ways' }, ...ways.map((one) => row(one))),
    problem,
    passkeyOffer(side, opened, published, again),
    el(
      'div',
      { class: 'actions' },
      button(say.newWords, () => newWords(side, opened, published, again)),
      button(say.toList, back, 'quiet'),
    ),
    el('p', { class: 'muted' }, say.yourSix),
    el('p', { class: 'six', lang: 'en' }, (await sixWords(identity)).join(' ')),
  )

  function row(one: Way): HTMLElement {
    const made = daySaid(one.madeOn, page.lang)
    return el(
      'li',
      {},
      el('span', {}, one.kind === 'words' ? say.wayWords(made) : say.wayPasskey(made)),
      ways.length === 1 ? null : button(say.endWay, () => void end(one), 'quiet'),
    )
  }
  async function end(one: Way): Promise<void> {
    const ended = await askAgain(`${path}/keys/removal`, { ...session, form: { id: one.id } })
    if (ended.ok) again()
    else problem.textContent = say.notKept
  }
}

/** Whoever lost the words and can open by passkey makes others; the old ones work until they are ended. */
function newWords(side: PeerSide, opened: Unlocked, published: Published, back: () => void): void {
  const { page, beside, owner } = side
  const { root, say } = page
  const drawn = drawWords(receiptWords)
  const problem = el('p', { class: 'error', role: 'alert' })
  const press = button(say.newWordsKeep, () => void keep(), 'primary')
  show(
    root,
    el('h2', {}, say.newWords),
    el('p', {}, say.newWordsLine),
    sevenWords(drawn),
    problem,
    el('div', { class: 'actions' }, press, button(say.toWays, back, 'quiet')),
  )
  const wrap = () => beside.do({ what: 'wrap', way: { words: drawn }, ...owner, key: opened.key })
  let made: ReturnType<typeof wrap> | null = null
  async function keep(): Promise<void> {
    press.disabled = true
    problem.textContent = say.making
    // Once: if only the answer was lost, the same is sent again.
    made ??= wrap()
    const wrapped = await made
    const kept = await keepWay(side, published, opened, { kind: 'words', passkeyId: null, wrapped })
    press.disabled = false
    if (kept.ok) back()
    else problem.textContent = kept.code === 'too_many_ways' ? say.tooManyWays : say.notKept
  }
}
