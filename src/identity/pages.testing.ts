import type { Hono } from 'hono'
import type pg from 'pg'
import { freshDatabase, type TestDatabase } from '../../test/harness/database.ts'
import { type Mailbox, mailbox } from '../messaging/index.server.ts'
import { openPool } from '../platform/db.server.ts'
import { site } from '../platform/http.server.ts'
import { openLog } from '../platform/log.server.ts'
import { type Secrets, secretsFrom } from '../platform/secrets.server.ts'
import { drain } from '../platform/worker.server.ts'
import type { Path } from '../ui/path.ts'
import { type Auth, openAuth } from './index.server.ts'
import { handlers } from './jobs.server.ts'
import { teamRoutes } from './pages.tsx'

export const teamUrl = new URL('http://team.localhost:3000')

const zoneOf = async () => 'America/New_York'

export type Team = {
  readonly base: TestDatabase
  readonly auth: Auth
  readonly secrets: Secrets
  readonly app: Hono
  readonly mails: Mailbox['mails']
  /** Runs what is due in the queue. */
  work(): Promise<void>
  browser(): Browser
  close(): Promise<void>
}

/** The team's host with this module's pages, and a mailbox instead of a mail system. */
export async function openTeam(): Promise<Team> {
  const base = await freshDatabase()
  const secrets = secretsFrom(new Uint8Array(32))
  const auth = openAuth({ url: base.url('tailboard_auth'), secrets, teamUrl })
  const mail = mailbox()
  const log = openLog('silent')
  const queue: pg.Pool = openPool({ url: base.url('tailboard_worker'), role: null, max: 3 })
  const chrome = {
    help: [],
    publicStylesheet: '/public.css' as Path,
    courseStylesheet: '/course.css' as Path,
    push: '/push.js' as Path,
    passkey: '/passkey.js' as Path,
    keepCard: '/keep.js' as Path,
    check: '/check.js' as Path,
    write: '/check.js' as Path,
    conversations: '/check.js' as Path,
    talkWorker: '/check.js' as Path,
    board: '/board.js' as Path,
    teamStylesheet: '/team.css' as Path,
  }
  const app = site('team', teamUrl.origin, log, (what) => what)
  app.route('/', teamRoutes({ db: base.db, auth, secrets, log, chrome, teamUrl, afterSignIn: '/today' }))
  return {
    base,
    auth,
    secrets,
    app,
    mails: mail.mails,
    work: () => drain(queue, handlers({ db: base.db, auth, mail, secrets, teamUrl, zoneOf })),
    browser: () => new Browser(app),
    async close() {
      await auth.close()
      await queue.end()
      await base.drop()
    },
  }
}

/** As much of a browser as these pages need: it keeps cookies and sends the origin with a form. */
export class Browser {
  readonly cookies = new Map<string, string>()
  readonly #app: Hono
  constructor(app: Hono) {
    this.#app = app
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#send(path, { headers })
  }

  post(path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) {
    return this.#send(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: teamUrl.origin, ...headers },
    })
  }

  get header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async #send(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Response> {
    const request = new Request(new URL(path, teamUrl), {
      ...init,
      headers: { ...init.headers, cookie: this.header, 'user-agent': 'Canary/1' },
    })
    const answer = await this.#app.fetch(request)
    for (const line of answer.headers.getSetCookie()) {
      const [pair = '', age = ''] = line.split('; ')
      const [name = '', value = ''] = pair.split('=')
      if (age === 'Max-Age=0') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return answer
  }
}
