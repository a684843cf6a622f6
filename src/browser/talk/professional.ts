import { ask, askAgain } from './ask.ts'
import { button, el, notice, phoneLink } from './dom.ts'
import type { Page } from './page.ts'
import { askProfessionalWords } from './professionalWords.ts'

/** As the server tells it. Nothing that is sent or told names a conversation. */
type State = { readonly ownPhone: string | null; readonly onCall?: boolean } & (
  | { readonly state: 'none' | 'unanswered' | 'nobody' }
  | { readonly state: 'ringing'; readonly turn: number }
  | { readonly state: 'taken'; readonly name: string; readonly phone: string | null }
)

const everySeconds = 5
/** The crisis line of the US: it answers day and night (source: 988lifeline.org). */
const crisisLine = '988'

/**
 * One tap for a peer who wants to speak with a professional, before a conversation or in it. Draws how far it is and looks for an
 * answer until `leave`; leaving the page stops no ringing.
 */
export function professionalCard({ slug, lang, phone }: Pick<Page, 'slug' | 'lang' | 'phone'>): {
  readonly element: HTMLElement
  leave(): void
} {
  const say = askProfessionalWords[lang]
  const session = { credentials: 'same-origin' } as const
  const path = `/${slug}/conversations/professional`
  const place = el('div', { class: 'stack', role: 'status' })
  const actions = el('div', { class: 'actions' })
  const element = el(
    'section',
    { class: 'card professional', 'aria-labelledby': 'professional-title' },
    el('h3', { id: 'professional-title' }, say.title),
    place,
    actions,
  )
  let drawn = ''
  let over = false
  let busy = false
  /** Whether the first who was rung is on call, as the server said when it was asked. */
  let onCall = true
  const timer = setInterval(() => void look(), everySeconds * 1000)
  void look()

  async function look(): Promise<void> {
    if (busy) return
    const answer = await ask<State>(path, session)
    // What was pressed meanwhile is newer.
    if (over || busy) return
    if (answer.ok) draw(answer.body)
    else if (drawn === '') {
      place.replaceChildren(amber(say.unknown))
      actions.replaceChildren(...numbers())
    }
  }

  /** Sends, and draws what came of it. While it is under way nothing else is pressed or looked for. */
  async function press(to: string): Promise<boolean> {
    busy = true
    for (const one of actions.querySelectorAll('button')) one.disabled = true
    if (to === path) place.replaceChildren(el('p', {}, say.asking))
    const answer = await askAgain<State>(to, { ...session, form: {} })
    busy = false
    if (over) return false
    drawn = ''
    if (answer.ok) {
      onCall = answer.body.onCall ?? true
      draw(answer.body)
      return true
    }
    place.replaceChildren(amber(answer.code === 'asked_often' ? say.tooOften : say.notAsked))
    actions.replaceChildren(
      ...numbers(),
      button(say.again, () => void press(path), 'quiet'),
    )
    return false
  }
  const remove = () => press(`${path}/removal`)
  async function askAnew(): Promise<void> {
    if (await remove()) await press(path)
  }

  function draw(state: State): void {
    const text = JSON.stringify(state)
    // What nobody can be rung for is said once, by the press; the state behind it is "none".
    if (text === drawn || (drawn.includes('"nobody"') && state.state === 'none')) return
    drawn = text
    const shown = partsOf(state)
    place.replaceChildren(...shown.said)
    actions.replaceChildren(...shown.presses)
  }

  function partsOf(state: State): { said: HTMLElement[]; presses: HTMLElement[] } {
    switch (state.state) {
      case 'none':
        return {
          said: [el('p', { class: 'muted' }, say.line), ...ownNumber(state.ownPhone)],
          presses: [button(say.ask, () => void press(path))],
        }
      case 'ringing':
        return {
          said: [
            notice(
              'info',
              ...(onCall || state.turn > 1 ? [] : [el('p', {}, say.nobodyOnCall)]),
              el('p', {}, say.ringing(state.turn)),
            ),
            ...ownNumber(state.ownPhone),
          ],
          presses: [button(say.neverMind, () => void remove(), 'quiet')],
        }
      case 'taken':
        return {
          said: [notice('ok', ...taken(state.name, state.phone, state.ownPhone))],
          presses: [
            ...(state.phone === null && state.ownPhone === null ? numbers() : []),
            button(say.seen, () => void remove()),
          ],
        }
      case 'unanswered':
        return {
          said: [amber(say.unanswered, say.lateCounts)],
          presses: [
            ...numbers(),
            button(say.again, () => void askAnew()),
            button(say.neverMind, () => void remove(), 'quiet'),
          ],
        }
      case 'nobody':
        return {
          said: [amber(say.nobody)],
          presses: [...numbers(), button(say.again, () => void press(path), 'quiet')],
        }
    }
  }

  function taken(name: string, theirs: string | null, own: string | null): HTMLElement[] {
    if (own !== null)
      return [
        el('p', {}, el('b', {}, say.ringsYou(name, own))),
        ...(theirs === null ? [] : [el('p', {}, say.theirNumber(name), ' ', phoneLink(theirs))]),
      ]
    if (theirs === null) return [el('p', {}, say.mails(name))]
    return [el('p', {}, el('b', {}, say.hasIt(name)), ' ', phoneLink(theirs))]
  }

  /** Said before it is needed: whoever is rung can't ring back without one. */
  function ownNumber(own: string | null): HTMLElement[] {
    if (own !== null) return []
    return [
      el(
        'p',
        { class: 'small' },
        say.noOwnNumber,
        ' ',
        el('a', { href: `/${slug}/me/reach` }, say.addNumber),
      ),
    ]
  }

  function amber(...said: string[]): HTMLElement {
    return notice('amber', ...said.map((one) => el('p', {}, one)))
  }

  /** The team first, then the line that always answers. */
  function numbers(): HTMLElement[] {
    const call = (number: string, label: string, look: string) =>
      el('a', { class: `btn ${look}`, href: `tel:${number.replace(/[^\d+]/g, '')}` }, label)
    return [
      call(phone, say.callTeam(phone), 'primary'),
      call(crisisLine, say.callCrisis(crisisLine), 'plain'),
    ]
  }

  return {
    element,
    leave() {
      over = true
      clearInterval(timer)
    },
  }
}
