import { randomUUID } from 'node:crypto'
import type { MemberId, RegionId } from '../platform/ids.ts'
import { done, type Outcome } from '../platform/problem.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import {
  type Consultation,
  consultationBy,
  openConsultation,
  passOn,
  removeConsultation,
  ringingConsultations,
  takeConsultation,
} from './consultation.server.ts'
import type { Stores } from './conversationRows.server.ts'
import { talkPaths } from './paths.ts'
import { problem, type SupportCode } from './problems.ts'
import { professionalToken } from './professionalLink.server.ts'
import { isProfessional, nextProfessional } from './professionals.server.ts'
import { calmWords, professionalWords } from './professionalWords.ts'
import { type Tellers, tellMember } from './tellMember.server.ts'

export type ProfessionalDeps = Tellers & {
  readonly stores: Pick<Stores, 'db'>
  readonly secrets: Secrets
  /** Where a provider fetches what a call says. */
  callUrl(provider: string, slug: string, token: string): string
  /** Does it later, and answers how to call it off. A test has a clock of its own. */
  readonly later?: (milliseconds: number, work: () => void) => () => void
}

/** Nobody answered for so long: the next one is rung (contract: "no answer in 5 minutes rings the next"). */
export const turnMinutes = 5
/** So long a link opens: more than a team's professionals have turns (assumed). */
export const linkHours = 2
/** So often one peer may ask within an hour; then the phone is the way (assumed). Counted in this process's memory: no row says when. */
export const asksPerHour = 6
/** When the store or the roster did not answer, the turn is passed on a little later (assumed). */
const againSeconds = 20

export type ProfessionalRinger = {
  /** The first is rung; asked twice, it is one. `null`: nobody can be rung at all. */
  ask(
    regionId: RegionId,
    askedBy: MemberId,
  ): Promise<Outcome<{ readonly open: Consultation; readonly onCall: boolean } | null, SupportCode>>
  /** What is open for this peer. Whichever process is asked takes over a ringing that no timer of it stands for. */
  state(regionId: RegionId, askedBy: MemberId): Promise<Consultation | null>
  /** The answer of somebody who was rung. Others who were hear that they may sleep. */
  answer(regionId: RegionId, id: string, memberId: MemberId): Promise<'theirs' | 'colleague' | 'over'>
  /** "Never mind", or the answer was seen. */
  remove(regionId: RegionId, askedBy: MemberId): Promise<void>
  /** After a restart nobody knows whose turn began when: whatever is open rings on at once. */
  ringAll(regions: readonly RegionId[]): Promise<void>
  /** What was begun is finished, and no turn ends by itself any more. */
  stop(): Promise<void>
}

/** Rings professionals one after the other, directly. When a turn began stands in this process's memory alone. */
export function openProfessionalRinger(deps: ProfessionalDeps): ProfessionalRinger {
  const { stores, app, log } = deps
  const later = deps.later ?? afterwards
  /** Of turns that run: how to call their end off. */
  const turns = new Map<string, () => void>()
  const running = new Set<Promise<void>>()
  const asked = new Map<string, number>()
  const forgetting = new Set<() => void>()
  let stopped = false

  function inBackground(work: Promise<void>): void {
    running.add(work)
    void work.finally(() => running.delete(work))
  }
  function forget(id: string): void {
    turns.get(id)?.()
    turns.delete(id)
  }
  /** The turn of whoever was rung last ends then. */
  function endTurn(regionId: RegionId, at: Consultation, seconds = turnMinutes * 60): void {
    if (stopped) return
    forget(at.id)
    turns.set(
      at.id,
      later(seconds * 1000, () => pass(regionId, at)),
    )
  }
  function pass(regionId: RegionId, at: Consultation, restarted = false): void {
    if (stopped) return
    forget(at.id)
    inBackground(
      next(regionId, at, restarted).catch((error: unknown) => {
        log.warn({ err: error }, 'no other professional could be rung; it is tried again')
        endTurn(regionId, at, againSeconds)
      }),
    )
  }
  async function next(regionId: RegionId, at: Consultation, restarted: boolean): Promise<void> {
    const follows = await nextProfessional(app, regionId, at)
    // After a restart the last one's turn may just have begun: it is not over by that alone.
    if (follows === null && restarted) return endTurn(regionId, at)
    if (!(await passOn(stores, regionId, at, follows?.memberId ?? null)) || follows === null) return
    await ring(regionId, { ...at, rung: [...at.rung, follows.memberId] })
  }
  /** Whoever has the turn now. Where no way of theirs takes it, it is the next one's at once. */
  async function ring(regionId: RegionId, at: Consultation): Promise<void> {
    endTurn(regionId, at)
    if (!(await tell(regionId, at, at.rung.length - 1, true))) pass(regionId, at)
  }
  /** Whoever was rung and is not needed any more. */
  async function calm(regionId: RegionId, at: Consultation): Promise<void> {
    for (const [turn, memberId] of at.rung.entries())
      if (memberId !== at.takenBy) await tell(regionId, at, turn, false)
  }
  /** False: nothing of theirs took it, or it broke, which is no reason to stop. */
  async function tell(regionId: RegionId, at: Consultation, turn: number, rings: boolean): Promise<boolean> {
    try {
      const now = await app.read({ kind: 'system', regionId }, async (reader) => reader.now)
      const expiresAt = now.add({ hours: linkHours })
      const token = professionalToken(deps.secrets, regionId, { consultationId: at.id, turn, expiresAt })
      return await tellMember(deps, regionId, at.rung[turn]!, {
        path: (slug) => talkPaths.ring(slug, token),
        say: rings ? professionalWords : calmWords,
        ...(rings ? { call: (provider: string, slug: string) => deps.callUrl(provider, slug, token) } : {}),
        keepSeconds: turnMinutes * 60,
      })
    } catch (error) {
      log.warn({ err: error }, 'a professional could not be told')
      return false
    }
  }

  return {
    async ask(regionId, askedBy) {
      const open = await consultationBy(stores, regionId, { askedBy })
      if (open !== null) return done({ open, onCall: true })
      const often = asked.get(askedBy) ?? 0
      if (often >= asksPerHour) return problem('asked_often')
      const id = randomUUID()
      const first = await nextProfessional(app, regionId, { id, askedBy, rung: [] })
      if (first === null) return done(null)
      const begun = await openConsultation(stores, regionId, { id, askedBy, first: first.memberId })
      if (begun === null) {
        const other = await consultationBy(stores, regionId, { askedBy })
        return done(other === null ? null : { open: other, onCall: true })
      }
      asked.set(askedBy, often + 1)
      const off = later(3_600_000, () => {
        forgetting.delete(off)
        asked.set(askedBy, (asked.get(askedBy) ?? 1) - 1)
      })
      forgetting.add(off)
      inBackground(ring(regionId, begun))
      return done({ open: begun, onCall: first.onCall })
    },
    async state(regionId, askedBy) {
      const open = await consultationBy(stores, regionId, { askedBy })
      if (open !== null && open.takenBy === null && !open.unanswered && !turns.has(open.id))
        endTurn(regionId, open)
      return open
    },
    async answer(regionId, id, memberId) {
      if (!(await isProfessional(app, regionId, memberId))) return 'over'
      const took = await takeConsultation(stores, regionId, id, memberId)
      const at = await consultationBy(stores, regionId, { id })
      if (took) {
        forget(id)
        if (at !== null) inBackground(calm(regionId, at))
        return 'theirs'
      }
      if (at === null || at.takenBy === null) return 'over'
      return at.takenBy === memberId ? 'theirs' : 'colleague'
    },
    async remove(regionId, askedBy) {
      const gone = await removeConsultation(stores, regionId, askedBy)
      if (gone === null) return
      forget(gone.id)
      if (gone.takenBy === null) inBackground(calm(regionId, gone))
    },
    async ringAll(regions) {
      for (const regionId of regions)
        for (const at of await ringingConsultations(stores, regionId)) pass(regionId, at, true)
    },
    async stop() {
      stopped = true
      for (const off of [...turns.values(), ...forgetting]) off()
      turns.clear()
      while (running.size > 0) await Promise.all(running)
    },
  }
}

function afterwards(milliseconds: number, work: () => void): () => void {
  const timer = setTimeout(work, milliseconds)
  timer.unref()
  return () => clearTimeout(timer)
}
