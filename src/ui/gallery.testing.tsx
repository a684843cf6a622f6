import type { Child } from 'hono/jsx'
import { form, front, frontSpanish } from './galleryPublic.testing.tsx'
import { answer, board, states } from './galleryTeam.testing.tsx'

/** Every component in every state, on pages as they will be. */
export const gallery: Readonly<Record<string, Child>> = {
  front,
  'front-spanish': frontSpanish,
  form: form(false),
  'form-wrong': form(true),
  answer,
  board,
  states,
}
