/** One message to one address. It says that something waits, never what: a lock screen shows it. */
export type Mail = {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The same for every repeat of one message, so a mail system can recognise it. Without angle brackets. */
  readonly messageId: string
}

/** `taken`: the next system answers for it. `refused`: that address takes none. `unreachable`: trying again may help. */
export type MailResult = 'taken' | 'refused' | 'unreachable'

export type MailTransport = { send(mail: Mail): Promise<MailResult>; close(): void }
