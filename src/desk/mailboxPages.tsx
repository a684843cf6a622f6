import { Hono } from 'hono'
import type { Mailbox, PhonesInMemory } from '../messaging/index.server.ts'
import { BarePage } from '../ui/barePage.tsx'
import { EmptyState } from '../ui/card.tsx'
import type { Chrome } from '../ui/chrome.ts'
import { PageHead } from '../ui/pageHead.tsx'
import type { Path } from '../ui/path.ts'

type Deps = { readonly chrome: Chrome; readonly mailbox: Mailbox; readonly phones: PhonesInMemory | null }

/** For development and the demonstration alone: every message that would have gone out, so one person can play every part. */
export function mailboxRoutes({ chrome, mailbox, phones }: Deps): Hono {
  const app = new Hono()
  app.get('/dev/mailbox', (context) =>
    context.html(
      <BarePage
        title="Mailbox"
        lang="en"
        stylesheet={chrome.teamStylesheet}
        line="nothing here was sent to anybody"
      >
        <PageHead title="Mailbox" lead="Newest first. Reload to see more." />
        {mailbox.mails.length === 0 ? (
          <EmptyState title="No message yet">
            Ask for a team, approve a plan, sign in: the messages stand here.
          </EmptyState>
        ) : null}
        {(phones?.messages ?? []).map((message) => (
          <details key={message.key} open>
            <summary>
              {message.channel === 'text' ? 'Text' : 'Call'} <span class="muted small">to {message.to}</span>
            </summary>
            <p>
              {message.channel === 'text'
                ? message.text
                : 'An automated call rings, and reads out what waits.'}
            </p>
          </details>
        ))}
        {mailbox.mails.map((mail, index) => (
          <details key={mail.messageId} open={index === 0}>
            <summary>
              {mail.subject} <span class="muted small">to {mail.to}</span>
            </summary>
            {mail.text.split('\n').map((line) => {
              const link = /https?:\/\/\S+/.exec(line)?.[0]
              if (line.trim() === '') return null
              return <p>{link === undefined ? line : <a href={link as Path}>{line}</a>}</p>
            })}
          </details>
        ))}
      </BarePage>,
    ),
  )
  return app
}
