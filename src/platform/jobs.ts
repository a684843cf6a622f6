import type { z } from 'zod'

/** A job is a definition anybody may import; its handler is loaded by the worker alone. Payloads carry ids only. */
export type Job<Payload> = { readonly name: string; readonly schema: z.ZodType<Payload> }

export function job<Payload>(name: string, schema: z.ZodType<Payload>): Job<Payload> {
  return { name, schema }
}
