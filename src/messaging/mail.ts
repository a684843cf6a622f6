/** One message to one address. It says that something waits, never what: a lock screen shows it. */
export type Mail = {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The same for every repeat of one message, so a mail system can recognise it. Without angle brackets. */
  readonly messageId: string
}

/** `taken`: the next system answers for it. `refused`: trying again won't help. `unreachable`: it might. */
export type MailResult = 'taken' | 'refused' | 'unreachable'

export type MailTransport = { send(mail: Mail): Promise<MailResult>; close(): void }
