import type { Asked } from './ask.ts'
import type { Log, Sealed } from './log.ts'
import type { Page } from './page.ts'
import type { talkView } from './view.ts'

export type Outcome = 'sent' | 'kept' | 'stop'

type Given = {
  readonly say: Page['say']
  readonly view: ReturnType<typeof talkView>
  /** Null: nothing was opened yet. */
  log(): Log | null
  /** Takes in what is new; draws it. */
  look(): Promise<void>
  isOver(): boolean
  post(form: Sealed['form']): Promise<Asked<unknown>>
}

/**
 * Sends what was typed once. A try whose answer was lost may have arrived: then it is found in what is new; if not, the same bytes
 * go again.
 */
export function sender({ say, view, log, look, isOver, post }: Given) {
  let pending: { readonly text: string; readonly sealed: Sealed } | null = null

  /** The try of before has arrived after all, and stands in the conversation: what is typed still is sent already. */
  function settle(): boolean {
    if (pending === null || log()?.saidAt(pending.sealed.number) !== pending.text) return false
    view.clear(pending.text)
    pending = null
    return true
  }

  async function send(text: string): Promise<Outcome> {
    const again = pending?.text === text
    await look()
    // Looking settles what had arrived: nothing is pending any more of the same text.
    if (isOver()) return 'stop'
    if (again && pending === null) return 'sent'
    const current = log()
    if (current === null) return 'kept'
    if (pending === null || !again || pending.sealed.number !== current.next) {
      const sealed = await current.seal(text)
      if (typeof sealed === 'string') {
        view.problem(sealed === 'too-long' ? say.tooLong : say.tampered)
        return 'stop'
      }
      pending = { text, sealed }
    }
    const { sealed } = pending
    const sent = await post(sealed.form)
    if (sent.ok) {
      pending = null
      view.add([sealed.taken()])
      return 'sent'
    }
    if (sent.code !== 'number_taken') return 'kept'
    await look()
    if (pending === null) return 'sent'
    pending = null
    view.problem(say.otherTab)
    return 'stop'
  }
  return { send, settle }
}
