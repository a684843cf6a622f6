import type { Db } from '../platform/db.server.ts'
import type { MemberId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { regionIdBySlug } from '../region/index.server.ts'
import { type Consultation, consultationBy } from './consultation.server.ts'
import type { Stores } from './conversationRows.server.ts'
import type { Asked } from './professionalAsked.ts'
import { readProfessionalToken } from './professionalLink.server.ts'
import type { ProfessionalRinger } from './professionalRinger.server.ts'
import { isProfessional } from './professionals.server.ts'
import { knownAs } from './professionalView.server.ts'

export type AnswerDeps = {
  readonly stores: Pick<Stores, 'db'>
  readonly app: Db
  readonly secrets: Secrets
  readonly ringer: Pick<ProfessionalRinger, 'answer'>
}

/** How it stands with what this link asks. */
export async function askedBy(
  { stores, app, secrets }: Omit<AnswerDeps, 'ringer'>,
  slug: string,
  token: string,
): Promise<Asked> {
  const regionId = await regionIdBySlug(app, slug)
  const link = regionId === null ? null : readProfessionalToken(secrets, regionId, token)
  if (regionId === null || link === null) return { stands: 'nothing', regionId }
  const now = await app.read({ kind: 'system', regionId }, async (reader) => reader.now)
  if (Temporal.Instant.compare(now, link.expiresAt) >= 0) return { stands: 'late', regionId }
  const open = await consultationBy(stores, regionId, { id: link.consultationId })
  const rung = open?.rung[link.turn] ?? null
  if (open === null || rung === null) return { stands: 'over', regionId, rung }
  const stands = standsFor(open, rung)
  if (stands === 'colleague') return { stands, regionId, rung }
  const peer = await knownAs(app, regionId, open.askedBy)
  if (peer === null || !(await isProfessional(app, regionId, rung))) return { stands: 'over', regionId, rung }
  return { stands, regionId, rung, id: open.id, peer }
}

/** The press of the button, or the key. Answers as it stands then. */
export async function answerAsked(deps: AnswerDeps, slug: string, token: string): Promise<Asked> {
  const asked = await askedBy(deps, slug, token)
  if (asked.stands !== 'open') return asked
  const { id, regionId, rung } = asked
  const stands = await deps.ringer.answer(regionId, id, rung)
  if (stands === 'theirs') return { ...asked, stands }
  return stands === 'colleague' ? { stands, regionId, rung } : { stands, regionId, rung }
}

function standsFor({ takenBy }: Consultation, rung: MemberId): 'open' | 'theirs' | 'colleague' {
  if (takenBy === null) return 'open'
  return takenBy === rung ? 'theirs' : 'colleague'
}
