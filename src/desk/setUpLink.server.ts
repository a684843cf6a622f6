import { randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { writePrivately } from '../platform/secrets.server.ts'
import { deskPaths } from './paths.ts'

/** Whoever reads this file runs the machine, and nobody else needs to prove it. */
export function setUpFile(secretsFolder: string): string {
  return join(secretsFolder, 'set-up')
}

/** Writes the link that sets a region up into a file only the operator reads; one that is there already stays good. */
export function writeSetUpLink(secretsFolder: string, teamUrl: URL): string {
  const file = setUpFile(secretsFolder)
  if (!existsSync(file)) keep(file, teamUrl, randomBytes(32).toString('base64url'))
  return file
}

export function opensSetUp(secretsFolder: string, token: string): boolean {
  const kept = keptToken(setUpFile(secretsFolder))
  const [one, other] = [Buffer.from(kept ?? ''), Buffer.from(token)]
  return kept !== null && one.length === other.length && timingSafeEqual(one, other)
}

/**
 * Runs the work for whoever uses the link first; the file is gone from then on, and comes back when the work answers
 * `again` or throws. Null: the link is none, or somebody was faster.
 */
export async function withSetUpLink<Result extends { readonly again: boolean }>(
  secretsFolder: string,
  teamUrl: URL,
  token: string,
  work: () => Promise<Result>,
): Promise<Result | null> {
  const file = setUpFile(secretsFolder)
  if (!opensSetUp(secretsFolder, token)) return null
  try {
    unlinkSync(file)
  } catch {
    return null
  }
  let again = true
  try {
    const result = await work()
    again = result.again
    return result
  } finally {
    if (again) keep(file, teamUrl, token)
  }
}

/** The part of what was pasted that is the token: the whole link, or the token alone. */
export function tokenIn(pasted: string): string {
  return pasted.trim().split('/').at(-1) ?? ''
}

function keep(file: string, teamUrl: URL, token: string): void {
  writePrivately(file, `${new URL(deskPaths.setUp(token), teamUrl).href}\n`)
}

function keptToken(file: string): string | null {
  try {
    return tokenIn(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
