import { daySaid } from './clock.ts'
import { button, el, notice, phoneLink } from './dom.ts'
import type { Page } from './page.ts'
import type { Peer } from './peers.ts'

export type SeekerState = {
  /** Whether somebody has it. */
  readonly taken: boolean
  /** Why whoever has it is served nothing; null: they are. */
  readonly halted: 'lapsed' | 'new_keys' | null
  /** Whoever has it, with other keys than were sealed to; null: with the same. */
  readonly changed: Peer | null
  readonly name: string
  /** Nobody took it for so long, or nobody answered, that the phone comes first. */
  readonly unseen: boolean
  readonly silent: boolean
}
type Ways = { another(): void; sameAgain(olderKeys: boolean): void }

/** Who has it and what to do, in a sentence; wherever it presses, with the number to call. */
export function seekerStatus({ say, phone, lang }: Page, state: SeekerState, ways: Ways): HTMLElement {
  const { taken, halted, changed, name, unseen, silent } = state
  const call = (text: string, ...more: HTMLElement[]) =>
    notice('amber', el('p', {}, text, ' ', phoneLink(phone)), ...more)
  if (!taken) return unseen ? call(say.unseen) : notice('info', el('p', {}, say.waiting))
  const other = (look: 'primary' | 'plain') => button(say.another, ways.another, look)
  if (halted !== null) return call(say.gone[halted](name), el('div', { class: 'actions' }, other('primary')))
  const older = el('input', { type: 'checkbox' })
  if (changed !== null)
    return call(
      say.newIdentity(name, daySaid(changed.record.identityDay, lang)),
      el('p', { class: 'six', lang: 'en' }, changed.six.join(' ')),
      el('label', { class: 'choice' }, older, el('span', {}, say.showOlder)),
      el(
        'div',
        { class: 'actions' },
        button(say.sameAgain(name), () => ways.sameAgain(older.checked), 'primary'),
        other('plain'),
      ),
    )
  return silent ? call(say.silent(name)) : el('p', { class: 'muted' }, say.taken(name))
}
