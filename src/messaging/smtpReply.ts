/** What a mail system had against a message: at which command, and the answer as it came. */
export type SmtpReply = { readonly command?: string; readonly response?: string }

/** Enhanced codes (RFC 3463) that speak of the address the message goes to: 5.1.7 and 5.1.8 speak of the sender's. */
const ofRecipient = /^5\.(?:1\.(?![78]$)\d+|2\.\d+)$/

/**
 * Whether this address takes none, so that trying again won't help. Everything else may be mended: a wrong
 * password, a blocked sender or a quota is answered with a permanent code too (RFC 5321), and so is whoever may not
 * relay, where the recipient is named.
 */
export function refusesRecipient({ command, response = '' }: SmtpReply): boolean {
  const { code, enhanced } = codesIn(response)
  if (!code.startsWith('5') || command?.startsWith('AUTH') || command === 'MAIL FROM') return false
  if (enhanced !== null) return ofRecipient.test(enhanced)
  return command === 'RCPT TO' && code !== '530'
}

/** The codes alone: what a mail system says beside them often names an address. */
export function replyCodes({ response = '' }: SmtpReply): string {
  const { code, enhanced } = codesIn(response)
  return [code, enhanced ?? []].flat().join(' ') || 'none'
}

function codesIn(response: string): { code: string; enhanced: string | null } {
  const [, code = '', enhanced = null] = /^(\d{3})(?:[ -]([245]\.\d{1,3}\.\d{1,3}))?/.exec(response) ?? []
  return { code, enhanced }
}
