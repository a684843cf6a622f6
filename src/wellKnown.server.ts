import { Hono } from 'hono'
import { sql } from 'kysely'
import { securityText } from './platform/securityText.ts'
import type { Services } from './services.server.ts'

/** Where somebody who found a weakness learns whom to tell (RFC 9116); nothing while the operator named nobody. */
export function wellKnown({ config, db }: Services, origin: string): Hono {
  const app = new Hono()
  const path = '/.well-known/security.txt'
  app.get(path, async (context) => {
    if (config.securityContact === null) return context.notFound()
    const now = await db.outside(async (kysely) => {
      const { rows } = await sql<{ now: Temporal.Instant }>`select tailboard.now() as now`.execute(kysely)
      return rows[0]!.now
    })
    return context.text(securityText(config.securityContact, `${origin}${path}`, now))
  })
  return app
}
