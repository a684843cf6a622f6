import { z } from 'zod'

/** What a door answers under one status: nothing, a page for whoever strayed there, or a body of this kind. */
export type DoorAnswer = {
  readonly says: string
  /** Kinds of body, and the shape of what is JSON; none: an empty body. */
  readonly bodies?: Readonly<Record<string, z.ZodType | null>>
}

/**
 * A request that machines send, as its own handler checks it: the document is drawn from the very schemas that validate.
 * `key` is the request as `permissions.ts` names it.
 */
export type MachineDoor = {
  readonly key: `${'GET' | 'POST'} /${string}`
  readonly host: 'public' | 'team'
  /** What the document calls it. */
  readonly name: string
  readonly summary: string
  readonly proof: 'none' | 'link' | 'signature' | 'session'
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  /** A posted form. */
  readonly form?: z.ZodObject
  readonly answers: Readonly<Record<number, DoorAnswer>>
}

/** An id as every door takes it; `parseId` brands it. */
export const idField = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
  .meta({ description: 'A lower-case UUID' })
/** A token of ours in an address. */
export const tokenField = z.string().min(1).max(500)

/** What the site itself answers before any page is asked. */
export const strayAnswers = {
  403: { says: 'Another site sent this', bodies: { 'text/html': null } },
  413: { says: 'Larger than this host takes', bodies: { 'text/html': null } },
} as const

/** JSON as a form's field carries it. */
export const jsonIn = (shape: z.ZodType, max: number) =>
  z
    .string()
    .max(max)
    .meta({ contentMediaType: 'application/json', contentSchema: schemaOf(shape) })

/** As JSON Schema 2020-12, which is what OpenAPI 3.1 takes; what somebody sends, so a default makes a field optional. */
function schemaOf(shape: z.ZodType): Record<string, unknown> {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, { io: 'input' })
  return schema
}

/** `/calendar/:file{[^/]+\.ics}` as OpenAPI writes it: `/calendar/{file}`. */
export function documentedPath(key: string): string {
  return key.split(' ', 2)[1]!.replace(/:(\w+)(?:\{[^}]*\})?/g, '{$1}')
}

/** The OpenAPI 3.1 document of these doors. */
export function openApiOf(
  doors: readonly MachineDoor[],
  servers: Readonly<Record<MachineDoor['host'], string>>,
) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const door of doors) {
    const path = documentedPath(door.key)
    paths[path] = { ...paths[path], [door.key.split(' ', 1)[0]!.toLowerCase()]: operation(door, servers) }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Tailboard',
      version: '1',
      description:
        'What machines send to Tailboard. Drawn from the schemas that check it; pages are not in it.',
    },
    servers: [{ url: servers.public }, { url: servers.team }],
    paths,
    components: {
      securitySchemes: {
        signature: {
          type: 'apiKey',
          in: 'header',
          name: 'X-Twilio-Signature',
          description: 'HMAC-SHA1 over the address and the sorted fields, under the token of the account',
        },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-tailboard' },
      },
    },
  }
}

function operation(door: MachineDoor, servers: Readonly<Record<MachineDoor['host'], string>>) {
  const parameters = [...named(door.params, 'path'), ...named(door.query, 'query')]
  return {
    operationId: door.name,
    summary: door.summary,
    servers: [{ url: servers[door.host] }],
    security: door.proof === 'signature' || door.proof === 'session' ? [{ [door.proof]: [] }] : [],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(door.form === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/x-www-form-urlencoded': { schema: schemaOf(door.form) } },
          },
        }),
    responses: Object.fromEntries(
      Object.entries(door.answers).map(([status, { says, bodies }]) => [
        status,
        { description: says, ...(bodies === undefined ? {} : { content: contentOf(bodies) }) },
      ]),
    ),
  }
}

const contentOf = (bodies: Readonly<Record<string, z.ZodType | null>>) =>
  Object.fromEntries(
    Object.entries(bodies).map(([kind, shape]) => [kind, shape === null ? {} : { schema: schemaOf(shape) }]),
  )

function named(shape: z.ZodObject | undefined, place: 'path' | 'query') {
  if (shape === undefined) return []
  const { properties = {}, required = [] } = schemaOf(shape) as {
    properties?: Record<string, unknown>
    required?: readonly string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    ...{ name, in: place, schema },
    required: place === 'path' || required.includes(name),
  }))
}
