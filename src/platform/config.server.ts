import { createECDH } from 'node:crypto'
import { isIP } from 'node:net'
import { resolve, sep } from 'node:path'
import { z } from 'zod'
import { isLoopback } from './loopback.ts'
import { type Trusted, trustedFrom } from './proxies.server.ts'

const port = z.coerce.number().int().min(1).max(65535)
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//)

const phoneUrl = z.string().regex(/^https?:\/\/[^:@/]+:[^@/]+@/)
const vapidKey = z
  .string()
  .regex(/^[\w-]{43}$/)
  .refine(isPrivateKey)
const vapidSubject = z.string().regex(/^(mailto:[^@\s]+@[^@\s]+|https:\/\/\S+)$/)
const host = z.string().refine((text) => text === 'localhost' || isIP(text) !== 0)
const proxies = z.string().refine((text) => trustedFrom(text) !== null)
const securityContact = z.string().regex(/^(mailto:[^@\s]+@[^@\s]+|https:\/\/\S+)$/)
const phoneNumber = z.string().regex(/^\+[1-9]\d{7,14}$/)

const schema = z.object({
  PORT: port.default(3000),
  HOST: host.default('127.0.0.1'),
  TRUSTED_PROXIES: proxies.default(''),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_ADMIN_URL: postgresUrl.optional(),
  TAILBOARD_DATA: z.string().min(1).default('./data'),
  TAILBOARD_SECRETS: z.string().min(1).default('./secrets'),
  TAILBOARD_KEYS: z.string().min(1).default('./keys'),
  ERASURE_URL: postgresUrl.optional(),
  TAILBOARD_DEMO: z.enum(['0', '1']).default('0'),
  TAILBOARD_DEV: z.enum(['0', '1']).default('0'),
  PUBLIC_URL: z.url().optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .optional(),
  SMS_URL: phoneUrl.optional(),
  SMS_FROM: phoneNumber.optional(),
  SMS_BACKUP_URL: phoneUrl.optional(),
  SMS_BACKUP_FROM: phoneNumber.optional(),
  VAPID_PRIVATE_KEY: vapidKey.optional(),
  VAPID_SUBJECT: vapidSubject.optional(),
  SECURITY_CONTACT: securityContact.optional(),
})

/** What each variable must look like, for the message when it doesn't. Never a value: it may be a secret. */
const expected: Record<keyof z.infer<typeof schema>, string> = {
  PORT: 'a number from 1 to 65535',
  HOST: 'an address of this machine such as 127.0.0.1 or ::1, or localhost',
  TRUSTED_PROXIES: 'addresses and networks such as 127.0.0.1, 10.0.0.0/8',
  DATABASE_URL: 'an address that starts with postgres://',
  DATABASE_ADMIN_URL: 'an address that starts with postgres://',
  TAILBOARD_DATA: 'a folder',
  TAILBOARD_SECRETS: 'a folder',
  TAILBOARD_KEYS: 'a folder outside of TAILBOARD_DATA, which no backup holds',
  ERASURE_URL: 'an address that starts with postgres://, of another database than DATABASE_URL',
  TAILBOARD_DEMO: '0 or 1',
  TAILBOARD_DEV: '0 or 1',
  PUBLIC_URL: 'an address such as https://peers.example',
  SMTP_URL: 'an address that starts with smtp:// or smtps://',
  SMS_URL: 'an address such as https://ACCOUNT:TOKEN@host',
  SMS_FROM: 'a number such as +16175550100',
  SMS_BACKUP_URL: 'an address such as https://ACCOUNT:TOKEN@host',
  SMS_BACKUP_FROM: 'a number such as +16175550100',
  VAPID_PRIVATE_KEY: 'a P-256 private key: 32 bytes in base64url, 43 signs',
  VAPID_SUBJECT: 'an address such as mailto:operator@peers.example or https://peers.example',
  SECURITY_CONTACT: 'an address such as mailto:security@peers.example or https://peers.example/security',
}

export type Config = {
  readonly port: number
  /** Which of this machine's addresses is listened on. */
  readonly host: string
  /** Proxies of ours, whose word about who calls is believed; null: none is named. */
  readonly trustedProxies: Trusted | null
  readonly databaseUrl: string | null
  readonly adminUrl: string | null
  readonly dataFolder: string
  readonly secretsFolder: string
  /** Keys of open conversations: a folder, or a second PostgreSQL where several machines serve. Neither is ever backed up. */
  readonly erasure: { readonly folder: string; readonly url: string | null }
  readonly demo: boolean
  /** Offers the mailbox page instead of sending, when no mail server is named. */
  readonly mailbox: boolean
  readonly publicUrl: URL
  /** Signed-in pages have a host of their own, so public pages never receive an account cookie. */
  readonly teamUrl: URL
  readonly smtpUrl: string | null
  /** Companies that send texts and place calls, in the order in which they are tried. */
  readonly phones: readonly { readonly name: string; readonly url: string; readonly from: string }[]
  /** How push services know this installation; without a key of its own, one that follows from its secret. */
  readonly vapid: { readonly privateKey: string | null; readonly subject: string }
  /** Whom to write to about a weakness, said to everybody in security.txt. */
  readonly securityContact: string | null
}

export class ConfigProblem extends Error {}

function phonesOf(env: z.infer<typeof schema>): Config['phones'] {
  const of = (name: string, which: 'SMS' | 'SMS_BACKUP') => {
    const [url, from] = [env[`${which}_URL`], env[`${which}_FROM`]]
    if (url === undefined && from === undefined) return []
    const missing = url === undefined ? (`${which}_URL` as const) : (`${which}_FROM` as const)
    if (url === undefined || from === undefined)
      throw new ConfigProblem(`${missing} should be ${expected[missing]}. It goes with its other half.`)
    return [{ name, url, from }]
  }
  return [...of('first', 'SMS'), ...of('second', 'SMS_BACKUP')]
}

/** Zero and the few numbers beyond the curve's order are none. */
function isPrivateKey(text: string): boolean {
  try {
    createECDH('prime256v1').setPrivateKey(Buffer.from(text, 'base64url'))
    return true
  } catch {
    return false
  }
}

/** Beyond this machine people's words and sessions must not travel in the clear, and no mailbox page stand open. */
function assertMayBeHeard(publicUrl: URL, mailbox: boolean): void {
  const only = 'HOST should be 127.0.0.1, ::1 or localhost'
  if (mailbox) throw new ConfigProblem(`${only} while TAILBOARD_DEMO or TAILBOARD_DEV is set.`)
  if (publicUrl.protocol !== 'https:')
    throw new ConfigProblem(`${only} until PUBLIC_URL is https: put a proxy with TLS before Tailboard.`)
}

/** A copy of the data must never hold the keys too: closing would then erase nothing. */
function erasureOf(env: z.infer<typeof schema>): Config['erasure'] {
  const folder = resolve(env.TAILBOARD_KEYS)
  const inside = (outer: string) => folder === outer || folder.startsWith(`${outer}${sep}`)
  if (inside(resolve(env.TAILBOARD_DATA)))
    throw new ConfigProblem(`TAILBOARD_KEYS should be ${expected.TAILBOARD_KEYS}.`)
  if (env.ERASURE_URL !== undefined && env.ERASURE_URL === env.DATABASE_URL)
    throw new ConfigProblem(`ERASURE_URL should be ${expected.ERASURE_URL}.`)
  return { folder, url: env.ERASURE_URL ?? null }
}

/** Push services want to know whom to write to: a page, or an address where there is none that everybody can open. */
function subjectOf(publicUrl: URL): string {
  return publicUrl.protocol === 'https:' ? publicUrl.origin : `mailto:noreply@${publicUrl.hostname}`
}

/** The environment, parsed once at start. Throws ConfigProblem naming the variable and what was expected. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))]
    throw new ConfigProblem(
      names.map((name) => `${name} should be ${expected[name as keyof typeof expected]}.`).join('\n'),
    )
  }
  const env = parsed.data
  const publicUrl = new URL(env.PUBLIC_URL ?? `http://localhost:${env.PORT}`)
  const mailbox = env.TAILBOARD_DEV === '1' || env.TAILBOARD_DEMO === '1'
  if (!isLoopback(env.HOST)) assertMayBeHeard(publicUrl, mailbox)
  const teamUrl = new URL(publicUrl)
  teamUrl.hostname = `team.${publicUrl.hostname}`
  return {
    port: env.PORT,
    host: env.HOST,
    trustedProxies: env.TRUSTED_PROXIES.trim() === '' ? null : trustedFrom(env.TRUSTED_PROXIES),
    databaseUrl: env.DATABASE_URL ?? null,
    adminUrl: env.DATABASE_ADMIN_URL ?? null,
    dataFolder: resolve(env.TAILBOARD_DATA),
    secretsFolder: resolve(env.TAILBOARD_SECRETS),
    erasure: erasureOf(env),
    demo: env.TAILBOARD_DEMO === '1',
    mailbox,
    publicUrl,
    teamUrl,
    smtpUrl: env.SMTP_URL ?? null,
    phones: phonesOf(env),
    vapid: {
      privateKey: env.VAPID_PRIVATE_KEY ?? null,
      subject: env.VAPID_SUBJECT ?? subjectOf(publicUrl),
    },
    securityContact: env.SECURITY_CONTACT ?? null,
  }
}
