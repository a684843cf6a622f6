import { memberAccounts } from '../identity/index.server.ts'
import type { Reader } from '../platform/db.server.ts'
import { loadRegion } from '../region/index.server.ts'
import { loadFiles } from '../roster/index.server.ts'
import { type Claim, samePaper } from './claim.ts'

/**
 * Of these papers, those that somebody else has: on their file with the team, or among what was seen of theirs. One that was taken
 * back from them is in nobody's way.
 */
export async function heldByOthers(
  reader: Reader,
  papers: readonly Claim[],
  all: readonly Claim[],
): Promise<{ readonly onFile: ReadonlySet<string>; readonly anywhere: ReadonlySet<string> }> {
  const members = await memberAccounts(reader)
  const { timeZone } = await loadRegion(reader)
  const files = [...(await loadFiles(reader, timeZone))].flatMap(([memberId, file]) =>
    file.credentials.filter((one) => !one.takenBack).map((one) => ({ memberId, one })),
  )
  const personOf = (claim: Claim) => members.get(claim.accountId) ?? claim.accountId
  const onFile = papers.filter((paper) =>
    files.some(({ memberId, one }) => memberId !== members.get(paper.accountId) && samePaper(one, paper)),
  )
  const seen = papers.filter((paper) =>
    all.some(
      (one) => one.check?.verdict === 'seen' && personOf(one) !== personOf(paper) && samePaper(one, paper),
    ),
  )
  return {
    onFile: new Set(onFile.map(({ id }) => id)),
    anywhere: new Set([...onFile, ...seen].map(({ id }) => id)),
  }
}
