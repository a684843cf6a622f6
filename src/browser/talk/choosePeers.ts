import { daySaid } from './clock.ts'
import { button, el, notice, phoneLink, show } from './dom.ts'
import type { Page } from './page.ts'
import type { Peer } from './peers.ts'

const suggested = 3

/** Whom to write to: those on call are suggested, anybody may be refused, and a department is left out without asking anybody. */
export function choosePeers(
  { root, say, names, phone, lang }: Page,
  peers: readonly Peer[],
  chosen: (peers: readonly Peer[]) => void,
  /** Asks for one of them, and says what for. */
  one: { readonly title: string; readonly line: string } | null = null,
): void {
  if (peers.length === 0) {
    show(root, notice('amber', el('p', {}, say.nobodyAtAll, ' ', phoneLink(phone))))
    return
  }
  const onCall = peers.filter((peer) => peer.onDuty)
  const problem = el('p', { class: 'error', role: 'alert' })
  const agencies = [...new Set(peers.flatMap((peer) => peer.agency ?? []))].sort()
  const lines = peers.map((peer) => ({ peer, ...line(peer) }))
  for (const { peer, box } of lines) box.checked = one === null && onCall.slice(0, suggested).includes(peer)

  const leave = el(
    'select',
    { id: 'leave-out', change: hide },
    el('option', { value: '' }, say.nobodyLeftOut),
    ...agencies.map((agency) => el('option', { value: agency }, agency)),
  )
  function hide(): void {
    for (const { peer, box, row } of lines) {
      row.hidden = leave.value !== '' && peer.agency === leave.value
      if (row.hidden) box.checked = false
    }
  }
  function line(peer: Peer) {
    const box = el('input', {
      type: one === null ? 'checkbox' : 'radio',
      name: 'peer',
      value: peer.record.member,
    })
    const said = [
      names[peer.discipline] ?? peer.discipline,
      peer.agency ?? '',
      peer.languages.map((code) => names[code] ?? code).join(', '),
      peer.answers.length === 0
        ? ''
        : `${say.answers}: ${peer.answers.map((code) => names[code] ?? code).join(', ')}`,
      say.load[peer.load] ?? '',
    ].filter((part) => part !== '')
    const row = el(
      'label',
      { class: 'choice' },
      box,
      el(
        'span',
        {},
        peer.name,
        peer.onDuty ? el('span', { class: 'tag ok' }, say.onCall) : null,
        el('span', { class: 'choice-line' }, said.join(' · ')),
        el(
          'span',
          { class: 'choice-line' },
          `${say.sixWords}: `,
          el('span', { lang: 'en' }, peer.six.join(' ')),
          ` (${say.sixSince(daySaid(peer.record.identityDay, lang))})`,
        ),
      ),
    )
    return { box, row }
  }

  show(
    root,
    el('h2', {}, one?.title ?? say.choose),
    el('p', {}, one?.line ?? say.chooseLine),
    onCall.length > 0
      ? el('p', { class: 'muted' }, say.onNow(onCall.length))
      : one === null
        ? notice('amber', el('p', {}, say.nobodyOn, ' ', phoneLink(phone)))
        : null,
    agencies.length === 0
      ? null
      : el('div', { class: 'field' }, el('label', { for: 'leave-out' }, say.leaveOut), leave),
    el('div', { class: 'choices' }, ...lines.map(({ row }) => row)),
    problem,
    el('div', { class: 'actions' }, button(say.goOn, onwards, 'primary')),
  )
  function onwards(): void {
    const picked = lines.filter(({ box }) => box.checked).map(({ peer }) => peer)
    if (picked.length === 0) problem.textContent = say.chooseAsk
    else chosen(picked)
  }
}
