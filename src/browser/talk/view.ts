import { momentSaid } from './clock.ts'
import { button, el, notice, phoneLink } from './dom.ts'
import type { Opened } from './log.ts'
import type { TalkWords } from './words.ts'

type Props = {
  readonly say: TalkWords
  readonly lang: string
  readonly side: 'seeker' | 'peer'
  /** How the other one is called. */
  readonly other: string
  readonly phone: string
  /** Whether a message of this side is one's own, and not of whoever had it before. */
  isOwn(key: number): boolean
  /** What was typed before this view was drawn anew. */
  readonly draft: string
  send(text: string): Promise<'sent' | 'kept' | 'stop'>
}

/** The conversation as both sides see it: what was said, and where to write. What is typed lives in this tab alone. */
export function talkView(props: Props) {
  const { say } = props
  const list = el('ol', { class: 'talk', 'aria-live': 'polite' })
  const status = el('div', { class: 'stack', role: 'status' })
  const text = el('textarea', {
    id: 'talk-text',
    class: 'prose',
    rows: '3',
    placeholder: say.write,
  })
  text.value = props.draft
  const send = el('button', { type: 'submit', class: 'btn primary' }, say.send)
  const problem = el('p', { class: 'error', role: 'alert' })
  const form = el(
    'form',
    { class: 'talk-form', novalidate: true, submit: (event) => void submit(event) },
    el('label', { for: 'talk-text', class: 'unseen' }, say.message),
    text,
    problem,
    send,
  )
  const leaving = (event: BeforeUnloadEvent) => {
    if (text.value.trim() !== '') event.preventDefault()
  }
  addEventListener('beforeunload', leaving)

  async function submit(event: Event): Promise<void> {
    event.preventDefault()
    const said = text.value.trim()
    problem.textContent = said === '' ? say.empty : ''
    if (said === '') return
    send.disabled = true
    text.readOnly = true
    const outcome = await props.send(said)
    text.readOnly = false
    send.disabled = false
    // While it went, nothing else was typed into it: a field that was cleared before stays as it is.
    if (outcome === 'sent' && text.value.trim() === said) text.value = ''
    else if (outcome === 'kept') problem.replaceChildren(say.notSent, ' ', phoneLink(props.phone))
    if (outcome === 'sent') text.focus()
  }

  return {
    parts: [status, list, form] as const,
    status,
    /** Draws what is new. */
    add(opened: readonly Opened[]): void {
      for (const { side, said, key } of opened) {
        const own = side === props.side && props.isOwn(key)
        const before = side === props.side && !own
        const whose = own ? say.you : before ? say.peerBefore : props.other
        list.append(
          el(
            'li',
            { class: own ? 'own' : 'theirs' },
            el('span', { class: 'unseen' }, `${whose}: `),
            before ? el('small', { 'aria-hidden': 'true' }, say.peerBefore) : null,
            el('p', { dir: 'auto' }, said === null ? say.locked : said.text),
            el(
              'small',
              {},
              said === null ? '' : `${momentSaid(said.at, props.lang)}${own ? ` · ${say.sent}` : ''}`,
            ),
          ),
        )
      }
    },
    /** What stands in the field, not sent. */
    get draft(): string {
      return text.value
    },
    /** It was sent after all. */
    clear(sent: string): void {
      if (text.value.trim() === sent) text.value = ''
      problem.textContent = ''
    },
    /** Something is wrong that writing on would not mend. What was typed stays to be copied. */
    stop(why: string): void {
      // In the page before it is filled: an alert that comes with its text is often not read out.
      const told = el('div', { role: 'alert', class: 'stack' })
      form.replaceChildren(told, ...unsent(say, text.value))
      told.append(notice('bad', el('p', {}, why, ' ', phoneLink(props.phone))))
    },
    /** Whoever reads along writes nothing. */
    readOnly(why: string): void {
      form.replaceChildren(notice('info', el('p', {}, why)))
    },
    problem(why: string): void {
      problem.textContent = why
    },
    leave(): void {
      removeEventListener('beforeunload', leaving)
    },
  }
}

/** What was typed and not sent, where nothing can be sent any more. */
export function unsent(say: TalkWords, text: string): HTMLElement[] {
  if (text.trim() === '') return []
  return [el('p', { class: 'muted' }, say.unsent), el('blockquote', { class: 'prose', dir: 'auto' }, text)]
}

/** A step that can't be undone is asked twice. */
export function closing(say: TalkWords, close: () => Promise<void>): HTMLElement {
  const place = el('div', { class: 'actions' })
  const offer = () => place.replaceChildren(button(say.close, sure, 'quiet'))
  function sure(): void {
    place.replaceChildren(
      el('p', {}, say.closeSure),
      button(say.close, () => void close()),
      button(say.keep, offer, 'quiet'),
    )
  }
  offer()
  return place
}
