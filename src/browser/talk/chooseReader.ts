import { choosePeers } from './choosePeers.ts'
import { button, el } from './dom.ts'
import type { Page } from './page.ts'
import type { Peer } from './peers.ts'

type Given = {
  readonly page: Page
  readonly among: readonly Peer[]
  readonly title: string
  readonly line: string
  /** Older keys are sealed to them only if the seeker ticked that they shall see what was written so far. */
  chosen(peer: Peer, olderKeys: boolean): void
  back(): void
}

/** One more reader, or another one: only the seeker's browser ever adds somebody. */
export function chooseReader({ page, among, title, line, chosen, back }: Given): void {
  const { root, say } = page
  const older = el('input', { type: 'checkbox' })
  let pressed = false
  choosePeers(
    page,
    among,
    ([peer]) => {
      // Sealing takes a moment: a second press would make a second key.
      if (pressed) return
      pressed = true
      for (const one of root.querySelectorAll('button')) one.disabled = true
      chosen(peer!, older.checked)
    },
    { title, line },
  )
  root.append(
    el('label', { class: 'choice' }, older, el('span', {}, say.showOlder)),
    el('div', { class: 'actions' }, button(say.backToTalk, back, 'quiet')),
  )
}
