import { daySaid } from './clock.ts'
import { button, el, notice, phoneLink, show } from './dom.ts'
import type { Page } from './page.ts'
import type { Peer } from './peers.ts'

const suggested = 3
/** For so many one conversation may wait. */
const mostReaders = 40

const atFirst = { news: null, ticked: null }

/** Whom to write to: those on call are suggested, anybody may be refused, and a department is left out without asking anybody. */
export function choosePeers(
  { root, say, names, phone, lang }: Page,
  peers: readonly Peer[],
  chosen: (peers: readonly Peer[]) => void,
  /** Asks for one of them, and says what for. */
  one: { readonly title: string; readonly line: string } | null = null,
  /** They chose before: why they have to again, and who is ticked at first; null: those on call. */
  before: { readonly news: string | null; readonly ticked: readonly string[] | null } = atFirst,
): void {
  if (peers.length === 0) {
    show(root, notice('amber', el('p', {}, say.nobodyAtAll, ' ', phoneLink(phone))))
    return
  }
  const onCall = peers.filter((peer) => peer.onDuty)
  const problem = el('p', { class: 'error', role: 'alert' })
  const agencies = [...new Set(peers.flatMap((peer) => peer.agency ?? []))].sort()
  const lines = peers.map((peer) => ({ peer, ...line(peer) }))
  const ticked = before.ticked ?? onCall.slice(0, suggested).map(({ record }) => record.member)
  for (const { peer, box } of lines) box.checked = one === null && ticked.includes(peer.record.member)

  const leave = el(
    'select',
    { id: 'leave-out', change: hide },
    el('option', { value: '' }, say.nobodyLeftOut),
    ...agencies.map((agency) => el('option', { value: agency }, agency)),
  )
  // Whoever doesn't say where they serve may serve just there.
  const unsaid = peers.filter((peer) => peer.agency === null).length
  const showHidden = el('input', { type: 'checkbox', id: 'show-hidden', change: hide })
  const alsoHidden = el('p', { class: 'muted', role: 'status' })
  const hidden = el(
    'div',
    { class: 'stack', hidden: true },
    alsoHidden,
    el('label', { class: 'choice' }, showHidden, el('span', {}, say.showHidden)),
  )
  const nobodyLeft = el('p', { hidden: true }, say.nobodyLeft, ' ', phoneLink(phone))
  /** What was ticked stays ticked, and nobody who is hidden is written to. */
  function hide(): void {
    const out = leave.value
    for (const { peer, row } of lines)
      row.hidden = out !== '' && (peer.agency === null ? !showHidden.checked : peer.agency === out)
    hidden.hidden = out === '' || unsaid === 0
    alsoHidden.textContent = hidden.hidden || showHidden.checked ? '' : say.alsoHidden(unsaid)
    nobodyLeft.hidden = lines.some(({ row }) => !row.hidden)
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
    before.news === null ? null : notice('amber', el('p', {}, before.news, ' ', phoneLink(phone))),
    el('p', {}, one?.line ?? say.chooseLine),
    onCall.length > 0
      ? el('p', { class: 'muted' }, say.onNow(onCall.length))
      : one === null && before.news === null
        ? notice('amber', el('p', {}, say.nobodyOn, ' ', phoneLink(phone)))
        : null,
    agencies.length === 0
      ? null
      : el('div', { class: 'field' }, el('label', { for: 'leave-out' }, say.leaveOut), leave),
    unsaid === 0 ? null : hidden,
    el('div', { class: 'choices' }, ...lines.map(({ row }) => row)),
    nobodyLeft,
    problem,
    el('div', { class: 'actions' }, button(say.goOn, onwards, 'primary')),
  )
  function onwards(): void {
    const picked = lines.filter(({ box, row }) => box.checked && !row.hidden).map(({ peer }) => peer)
    if (picked.length === 0) problem.textContent = say.chooseAsk
    else if (picked.length > mostReaders) problem.textContent = say.atMost(mostReaders)
    else chosen(picked)
  }
}
