import { type HandlerDeps, handlers } from '../../src/activation/jobs.server.ts'
import { noPhones, twilioProvider } from '../../src/messaging/index.server.ts'
import type { Mail, MailTransport } from '../../src/messaging/index.ts'
import type { Db } from '../../src/platform/db.server.ts'
import { secretsFrom } from '../../src/platform/secrets.server.ts'
import type { Handler } from '../../src/platform/worker.server.ts'

/** The same in every process of a test, so that links derived in one are the links of the other. */
export const testSecrets = secretsFrom(Buffer.alloc(32, 7))

/** The call-out's own job handlers, with another mail transport. */
export function callOutHandlers(
  db: Db,
  mail: MailTransport,
  solve: (lp: string) => Promise<ReadonlySet<string>>,
  phone?: Partial<Pick<HandlerDeps, 'phones' | 'receiptsUrl' | 'callUrl' | 'push'>>,
  emailOf: HandlerDeps['emailOf'] = async () => null,
): Handler[] {
  return handlers({
    db,
    solve,
    mail,
    secrets: testSecrets,
    teamUrl: new URL('http://team.localhost:3000'),
    emailOf,
    ...noPhones,
    ...phone,
  })
}

/** One phone company at this address, whose receipts nobody waits for. */
export function texting(phoneUrl: string): Pick<HandlerDeps, 'phones' | 'receiptsUrl' | 'callUrl'> {
  const nowhere = () => 'http://localhost:3000/hooks/none'
  return {
    phones: [twilioProvider('first', phoneUrl, '+16175550100')],
    receiptsUrl: nowhere,
    callUrl: nowhere,
  }
}

/** Takes everything and keeps every copy, repeats too; or `refuses` every address, or is `down`. */
export function copyingMail(): MailTransport & { readonly copies: Mail[]; refuses: boolean; down: boolean } {
  const copies: Mail[] = []
  return {
    copies,
    refuses: false,
    down: false,
    async send(mail) {
      if (this.down) return 'unreachable'
      if (this.refuses) return 'refused'
      copies.push(mail)
      return 'taken'
    },
    close() {},
  }
}
