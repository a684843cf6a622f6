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
    maxlength: '8000',
    placeholder: say.write,
  })
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
    const outcome = await props.send(said)
    send.disabled = false
    if (outcome === 'sent') text.value = ''
    else if (outcome === 'kept') problem.replaceChildren(say.notSent, ' ', phoneLink(props.phone))
    if (outcome === 'sent') text.focus()
  }

  const clock = (at: number) =>
    new Date(at * 1000).toLocaleTimeString(props.lang, { hour: '2-digit', minute: '2-digit' })
  return {
    parts: [status, list, form] as const,
    status,
    /** Draws what is new. */
    add(opened: readonly Opened[]): void {
      for (const { side, said } of opened) {
        const own = side === props.side
        list.append(
          el(
            'li',
            { class: own ? 'own' : 'theirs' },
            el('span', { class: 'unseen' }, `${own ? say.you : props.other}: `),
            el('p', { dir: 'auto' }, said === null ? say.locked : said.text),
            el('small', {}, said === null ? '' : `${clock(said.at)}${own ? ` · ${say.sent}` : ''}`),
          ),
        )
      }
    },
    /** Something is wrong that writing on would not mend. */
    stop(why: string): void {
      form.replaceChildren(notice('bad', el('p', {}, why, ' ', phoneLink(props.phone))))
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

/** A step that can't be undone is asked twice. */
export function closing(say: TalkWords, close: () => void): HTMLElement {
  const place = el('div', { class: 'actions' })
  const offer = () => place.replaceChildren(button(say.close, sure, 'quiet'))
  function sure(): void {
    place.replaceChildren(
      el('p', {}, say.closeSure),
      button(say.close, close),
      button(say.keep, offer, 'quiet'),
    )
  }
  offer()
  return place
}
