/** A text of one segment, or a call that fetches what it says once somebody picks up. It names no content. */
export type PhoneMessage = {
  /** E.164. */
  readonly to: string
  /** The same for every repeat, so that a provider can recognise it. */
  readonly key: string
  /** Where the provider tells what became of it; null: nobody wants to know. */
  readonly receipts: string | null
} & (
  | { readonly channel: 'text'; readonly text: string }
  | { readonly channel: 'call'; readonly script: string }
)

export type PhoneAnswer =
  | { readonly outcome: 'taken'; readonly reference: string }
  /**
   * `refused`: that number takes none, ever. `stopped`: its owner said STOP. `unreachable`: not taken; it might work
   * later, or elsewhere. `unknown`: handed over, and no answer came: it may have gone out.
   */
  | { readonly outcome: 'refused' | 'stopped' | 'unreachable' | 'unknown' }

/** What became of a message that was taken. `delivered` and `undelivered` are final. */
export type DeliveryState = 'sent' | 'delivered' | 'undelivered'

export type PhoneChannel = PhoneMessage['channel']

/** One company that sends texts and places calls. */
export type PhoneProvider = {
  readonly name: string
  send(message: PhoneMessage): Promise<PhoneAnswer>
  /** Asks after a message; null: it doesn't know, or doesn't answer. */
  stateOf(channel: PhoneChannel, reference: string): Promise<DeliveryState | null>
  /** Whether a request to `url` with these fields comes from it. */
  isFrom(url: string, fields: Readonly<Record<string, string>>, signature: string | null): boolean
}

/** "617-555-0142" as +16175550142: ten digits are a North American number. Null when it can't be called. */
export function e164(typed: string): string | null {
  if (!/^[+()\d .-]{7,30}$/.test(typed.trim())) return null
  const digits = typed.replaceAll(/\D/g, '')
  if (typed.trim().startsWith('+')) return /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : null
  if (/^[2-9]\d{9}$/.test(digits)) return `+1${digits}`
  return /^1[2-9]\d{9}$/.test(digits) ? `+${digits}` : null
}

const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const doubled = '^{}\\[~]|€'

/** Whether a text fits one segment of 160 signs in the GSM 03.38 alphabet; some signs count twice. */
export function isOneSegment(text: string): boolean {
  let length = 0
  for (const sign of text) {
    if (basic.includes(sign)) length += 1
    else if (doubled.includes(sign)) length += 2
    else return false
  }
  return length <= 160
}
