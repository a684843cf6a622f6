import { Hono } from 'hono'
import { z } from 'zod'
import { activationDoors } from './activation/index.ts'
import { publicDoors, teamDoors } from './doors.ts'
import { identityDoors } from './identity/index.ts'
import { messagingDoors } from './messaging/index.ts'
import type { Db } from './platform/db.server.ts'
import { lastBeat } from './platform/heartbeat.server.ts'
import { healthOf, healths } from './platform/heartbeat.ts'
import { type MachineDoor, openApiOf } from './platform/machineDoor.ts'
import { rosterDoors } from './roster/index.ts'
import { professionalDoors, supportDoors } from './support/index.server.ts'
import { classDoors } from './training/classDoors.ts'

const text = (shape: z.ZodType) => ({ 'text/plain': shape })
const watched: readonly MachineDoor[] = [
  {
    key: 'GET /healthz',
    host: 'public',
    name: 'health',
    summary: 'Whether this process answers',
    proof: 'none',
    answers: { 200: { says: 'It does', bodies: text(z.literal('ok')) } },
  },
  {
    key: 'GET /heartbeat',
    host: 'public',
    name: 'heartbeat',
    summary: 'Whether messages go out: whatever is not "ok", and no answer at all, means page',
    proof: 'none',
    answers: {
      200: { says: 'They do', bodies: text(z.literal('ok')) },
      503: { says: 'They may not', bodies: text(z.enum([...healths, 'no database']).exclude(['ok'])) },
    },
  },
  {
    key: 'GET /api/openapi.json',
    host: 'public',
    name: 'document',
    summary: 'This document',
    proof: 'none',
    answers: { 200: { says: 'OpenAPI 3.1', bodies: { 'application/json': z.looseObject({}) } } },
  },
]

/** What whoever comes too often is told, at the doors that are watched. */
const orTooOften = (door: MachineDoor): MachineDoor => {
  const rules = (door.host === 'team' ? teamDoors : publicDoors)[door.key]
  if (rules === undefined) return door
  const asked = door.key.endsWith('/challenge')
  const bodies = asked ? { 'application/json': z.object({}) } : { 'text/html': null }
  return {
    ...door,
    answers: { ...door.answers, 429: { says: 'Too often: wait as Retry-After says', bodies } },
  }
}

/** Every request that machines send, of all modules. */
export const machineDoors: readonly MachineDoor[] = [
  ...watched,
  ...messagingDoors,
  ...activationDoors,
  ...rosterDoors,
  ...identityDoors,
  ...supportDoors,
  ...professionalDoors,
  ...classDoors,
].map(orTooOften)

/** For no installation: the addresses are examples. */
export const apiText = () =>
  `${JSON.stringify(openApiOf(machineDoors, { public: 'https://tailboard.example', team: 'https://team.tailboard.example' }), null, 2)}\n`

/** What monitors ask, and the document of all that machines may send. */
export function machineRoutes(
  db: Db,
  { publicUrl, teamUrl }: { readonly publicUrl: URL; readonly teamUrl: URL },
): Hono {
  const app = new Hono()
  const document = openApiOf(machineDoors, { public: publicUrl.origin, team: teamUrl.origin })
  app.get('/healthz', (context) => context.text('ok'))
  app.get('/heartbeat', async (context) => {
    const health = await lastBeat(db).then(
      ({ beat, now }) => healthOf(beat, now),
      () => 'no database' as const,
    )
    return context.text(health, health === 'ok' ? 200 : 503)
  })
  app.get('/api/openapi.json', (context) => context.json(document))
  return app
}
