import { z } from 'zod'
import { callParams, keyFields, spokenAnswers } from '../messaging/index.ts'
import { idField, type MachineDoor, strayAnswers, tokenField } from '../platform/machineDoor.ts'
import { sheets } from './sheet.ts'

export const drillScriptParams = z.object({ ...callParams(['begin', 'answered']), code: tokenField })
export const feedParams = z.object({
  file: z
    .string()
    .regex(/\.ics$/)
    .max(500),
})
export const sheetParams = z.object({
  region: z.string().min(1).max(100),
  file: z.enum(sheets.map((sheet) => `${sheet}.csv` as const)),
})
const region = z.object({ region: z.string().min(1).max(100) })
/** As a browser's push subscription says it (W3C Push API, RFC 8291). */
export const deviceFields = z.object({
  endpoint: z.string().min(1).max(1000),
  p256dh: z.string().regex(/^[\w-]{87}$/),
  auth: z.string().regex(/^[\w-]{22}$/),
})
export const deviceGone = z.object({ id: idField })

const page = { 'text/html': null }
const missing = { says: 'Nothing there for whoever asks', bodies: page }
const done = { says: 'Done: back to the page' }
const owed = { says: 'Signed out; or a second factor is asked first', bodies: page }
const sheetDoor = (what: 'export' | 'template', summary: string): MachineDoor => ({
  key: `GET /:region/roster/${what}/:file`,
  host: 'team',
  name: `${what}Sheet`,
  summary,
  proof: 'session',
  params: sheetParams,
  answers: {
    200: { says: 'The sheet', bodies: { 'text/csv': null } },
    303: { says: 'Signed out: the way to sign in' },
    401: owed,
    404: missing,
  },
})

/** What machines send to this module. */
export const rosterDoors: readonly MachineDoor[] = [
  {
    key: 'POST /hooks/:provider/drills/:code/:step',
    host: 'public',
    name: 'drillScript',
    summary: 'The script of a drill’s call, and the key that was pressed',
    proof: 'signature',
    params: drillScriptParams,
    form: keyFields,
    answers: { ...spokenAnswers, 404: { says: 'A code we did not make, or no such step' } },
  },
  {
    key: 'GET /calendar/:file{[^/]+\\.ics}',
    host: 'team',
    name: 'calendar',
    summary: 'One’s own times, under a secret address (RFC 5545)',
    proof: 'link',
    params: feedParams,
    query: z.object({ lang: z.string().optional().meta({ description: 'es, else English' }) }),
    answers: {
      200: { says: 'A month back and a year ahead', bodies: { 'text/calendar': null } },
      404: missing,
    },
  },
  sheetDoor('export', 'A sheet of the roster; the import reads it back'),
  sheetDoor('template', 'An empty sheet with an example'),
  {
    key: 'POST /:region/me/reach/devices',
    host: 'team',
    name: 'keepDevice',
    summary: 'A browser that agreed to be notified',
    proof: 'session',
    params: region,
    form: deviceFields,
    answers: {
      303: done,
      400: { says: 'No push service we call, or not its keys', bodies: page },
      401: owed,
      404: missing,
      ...strayAnswers,
    },
  },
  {
    key: 'POST /:region/me/reach/devices/removal',
    host: 'team',
    name: 'forgetDevice',
    summary: 'Nothing goes to this browser any more',
    proof: 'session',
    params: region,
    form: deviceGone,
    answers: {
      303: done,
      400: { says: 'No form', bodies: page },
      401: owed,
      404: missing,
      ...strayAnswers,
    },
  },
]
