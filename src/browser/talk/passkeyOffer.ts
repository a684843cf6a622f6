import { button, el } from './dom.ts'
import { keepWay, type PeerSide, type Published } from './ownKeys.ts'
import { askPasskey, hasPasskeys } from './prf.ts'
import type { Unlocked } from './work.ts'

/** Offers to open the keys with a passkey from now on. Null: this browser has none. */
export function passkeyOffer(
  side: PeerSide,
  opened: Unlocked,
  published: Published,
  added: () => void = () => {},
): HTMLElement | null {
  if (!hasPasskeys()) return null
  const { page, beside, owner } = side
  const { say } = page
  const told = el('p', { role: 'status' }, say.passkeyLine)
  const press = button(say.addPasskey, () => void add())
  return el('div', { class: 'stack' }, told, el('div', { class: 'actions' }, press))

  async function add(): Promise<void> {
    press.disabled = true
    told.textContent = say.askingPasskey
    const given = await askPasskey(owner.region, [])
    press.disabled = false
    if (typeof given === 'string') {
      told.textContent = given === 'no-prf' ? say.passkeyCant : say.passkeyNot
      return
    }
    const wrapped = await beside.do({
      ...{ what: 'wrap', way: { passkey: given.output }, ...owner, key: opened.key },
    } as const)
    const kept = await keepWay(side, published, opened, { kind: 'passkey', passkeyId: given.id, wrapped })
    told.textContent = kept.ok
      ? say.passkeyAdded
      : kept.code === 'too_many_ways'
        ? say.tooManyWays
        : say.notKept
    if (kept.ok) {
      press.hidden = true
      added()
    }
  }
}
