import type { Language } from '../ui/language.ts'

/** What a call says, and what it does with one pressed key. */
export type Speech = {
  readonly lang: Language
  readonly lines: readonly string[]
  /** Where the pressed key goes; without it the call ends. */
  readonly keyTo?: string
}

const voice: Record<Language, string> = { en: 'en-US', es: 'es-US' }

/** TwiML, the XML several providers read. Said twice where a key is waited for: nobody is awake at once. */
export function speechXml({ lang, lines, keyTo }: Speech): string {
  const say = lines
    .map((line) => `<Say language="${voice[lang]}">${escaped(line)}</Say><Pause length="1"/>`)
    .join('')
  const body =
    keyTo === undefined
      ? `${say}<Hangup/>`
      : `<Gather numDigits="1" timeout="8" action="${escaped(keyTo)}" method="POST">${say}${say}</Gather><Hangup/>`
  return `<?xml version="1.0" encoding="UTF-8"?><Response>${body}</Response>`
}

/** The answer to a text that came in; nothing is said where nothing is to say. */
export function replyXml(text: string | null): string {
  const body = text === null ? '' : `<Message>${escaped(text)}</Message>`
  return `<?xml version="1.0" encoding="UTF-8"?><Response>${body}</Response>`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
