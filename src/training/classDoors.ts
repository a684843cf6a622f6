import { z } from 'zod'
import type { MachineDoor } from '../platform/machineDoor.ts'

/** What calendars ask of classes. */
export const classDoors: readonly MachineDoor[] = [
  {
    key: 'GET /:region/classes.ics',
    host: 'public',
    name: 'classes',
    summary: 'A region’s classes as a calendar (RFC 5545)',
    proof: 'none',
    params: z.object({ region: z.string().min(1).max(100) }),
    query: z.object({ lang: z.string().optional().meta({ description: 'es, else English' }) }),
    answers: {
      200: { says: 'A month back and all that is planned', bodies: { 'text/calendar': null } },
      404: { says: 'No such region', bodies: { 'text/html': null } },
    },
  },
]
