import { z } from 'zod'

const bytes = z
  .string()
  .regex(/^[\w-]*$/)
  .max(8192)
const id = bytes.min(1).max(1366)
const extensions = z.looseObject({}).default({})

export const registered = z.object({
  id,
  rawId: id,
  type: z.literal('public-key'),
  clientExtensionResults: extensions,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(8)
      .default([]),
  }),
})
export type Registered = z.infer<typeof registered>

export const authenticated = z.object({
  id,
  rawId: id,
  type: z.literal('public-key'),
  clientExtensionResults: extensions,
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.optional(),
  }),
})
export type Authenticated = z.infer<typeof authenticated>

/** No answer of a browser is longer, all its parts at their longest. */
export const longestAnswer = 65_536

/** What a browser sends of a new passkey, or null when it has not that shape. */
export function registeredIn(text: string): Registered | null {
  return read(registered, text)
}

/** What a browser sends of a passkey's signature. */
export function authenticatedIn(text: string): Authenticated | null {
  return read(authenticated, text)
}

function read<Answer>(schema: z.ZodType<Answer>, text: string): Answer | null {
  if (text.length > longestAnswer) return null
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
