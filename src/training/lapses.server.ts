import { memberAccounts } from '../identity/index.server.ts'
import type { Reader, Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/enqueue.server.ts'
import type { AccountId, MemberId } from '../platform/ids.ts'
import { loadPolicy, loadRegion, todayIn } from '../region/index.server.ts'
import { loadFiles, loadRequirements } from '../roster/index.server.ts'
import { checklist, type Requirements } from '../roster/index.ts'
import { certificatesByAccount, certificatesOf } from './certificate.server.ts'
import { type Certificate, lastDayOf, stateOf } from './certificate.ts'
import { fileClaims } from './claims.server.ts'
import { releaseSeats } from './classPlaces.server.ts'
import { tellLapse } from './jobs.ts'
import { type Lapse, lapsesDue, type Paper } from './lapse.ts'
import { fileCertificates } from './settle.server.ts'
import type { TrainingTables } from './tables.server.ts'

/** Every day at seven by the region's clock, when people can do something about it. */
const morning = 7

/**
 * Looked at with every heartbeat: certificates, and papers that were seen, of whoever became a member meanwhile go on file, seats of
 * enrolments that ran out go to those who wait, and whoever holds a paper that runs out is told 90, 60, 30 and 7 days before, each
 * once and not before the morning.
 */
export async function keepPapers(tx: Tx): Promise<void> {
  await fileCertificates(tx)
  await fileClaims(tx)
  await releaseSeats(tx)
  const { timeZone } = await loadRegion(tx)
  if (tx.now.toZonedDateTimeISO(timeZone).hour < morning) return
  const today = await todayIn(tx)
  if (await lookedOn(tx, today)) return
  const told = await alreadyTold(tx)
  for (const [accountId, papers] of await papersByAccount(tx, today)) {
    const known = (lapse: Lapse) => told.has(keyOf(accountId, lapse))
    for (const { paper, lastDay, days } of lapsesDue(papers, today, known)) {
      await tx
        .tables<TrainingTables>()
        .insertInto('training.lapse_told')
        .values({ region_id: tx.regionId, account_id: accountId, paper, ends_on: lastDay, days })
        .execute()
      const about = { regionId: tx.regionId, accountId, paper, endsOn: lastDay.toString(), days }
      await enqueue(tx, tellLapse, about, { key: `lapse.${keyOf(accountId, { paper, lastDay, days })}` })
    }
  }
}

/** Marks the day; true: somebody looked on it already. Of two processes one looks. */
async function lookedOn(tx: Tx, today: Temporal.PlainDate): Promise<boolean> {
  const marked = await tx
    .tables<TrainingTables>()
    .insertInto('training.papers_looked')
    .values({ region_id: tx.regionId, looked_on: today })
    .onConflict((conflict) =>
      conflict
        .column('region_id')
        .doUpdateSet({ looked_on: today })
        .where('training.papers_looked.looked_on', '<', today),
    )
    .executeTakeFirst()
  return (marked.numInsertedOrUpdatedRows ?? 0n) === 0n
}

/** Papers of one person that hold today and have an end, soonest first. */
export async function ownPapers(
  reader: Reader,
  accountId: AccountId,
  memberId: MemberId | null,
): Promise<Paper[]> {
  const today = await todayIn(reader)
  const papers = [
    ...(memberId === null ? [] : ((await memberPapers(reader, today, memberId)).get(memberId) ?? [])),
    ...holding(await certificatesOf(reader, accountId), today),
  ]
  return onePerKind(papers)
}

async function papersByAccount(reader: Reader, today: Temporal.PlainDate): Promise<Map<AccountId, Paper[]>> {
  const members = await memberAccounts(reader)
  const filed = await memberPapers(reader, today)
  const certificates = await certificatesByAccount(reader)
  const papersOf = (accountId: AccountId) => {
    const memberId = members.get(accountId)
    const onFile = memberId === undefined ? [] : (filed.get(memberId) ?? [])
    return onePerKind([...onFile, ...holding(certificates.get(accountId) ?? [], today)])
  }
  return new Map([...new Set([...members.keys(), ...certificates.keys()])].map((id) => [id, papersOf(id)]))
}

/** What the checklist counts of a member's papers, each until its last day; the gates say which count, and until when. */
async function memberPapers(
  reader: Reader,
  today: Temporal.PlainDate,
  only?: MemberId,
): Promise<Map<MemberId, Paper[]>> {
  const { timeZone } = await loadRegion(reader)
  const { policy } = await loadPolicy(reader)
  const requirements: Requirements = await loadRequirements(reader, policy)
  const files = await loadFiles(reader, timeZone, only)
  return new Map(
    [...files].map(([id, file]) => [
      id,
      checklist(file, today, requirements).flatMap(({ code, of, state, needed, until }) =>
        (state === 'ok' || state === 'lapses_soon') && until !== null && onPaper.has(code)
          ? [{ paper: [code, ...of].join(' '), lastDay: until, bars: needed }]
          : [],
      ),
    ]),
  )
}
const onPaper: ReadonlySet<string> = new Set([
  'certificate',
  'license',
  'chaplaincy',
  'state_certificate',
  'agreement',
])

/** Those of ours: where the roster asks for one, its gate stands beside it. */
function holding(certificates: readonly Certificate[], today: Temporal.PlainDate): Paper[] {
  return certificates
    .filter((one) => stateOf(one, today, one.revocation) === 'valid')
    .map((one) => ({ paper: `certificate ${one.course}`, lastDay: lastDayOf(one), bars: false }))
}

/** Of the same paper held twice the later one counts, for what hangs on either: whoever renewed early has nothing to be told. */
function onePerKind(papers: readonly Paper[]): Paper[] {
  const latest = new Map<string, Paper>()
  for (const one of papers) {
    const known = latest.get(one.paper)
    if (known === undefined) latest.set(one.paper, one)
    else {
      const later = Temporal.PlainDate.compare(known.lastDay, one.lastDay) < 0 ? one : known
      latest.set(one.paper, { ...later, bars: known.bars || one.bars })
    }
  }
  return [...latest.values()].sort((one, other) => Temporal.PlainDate.compare(one.lastDay, other.lastDay))
}

async function alreadyTold(reader: Reader): Promise<Set<string>> {
  const rows = await reader
    .tables<TrainingTables>()
    .selectFrom('training.lapse_told')
    .select(['account_id', 'paper', 'ends_on', 'days'])
    .where('region_id', '=', reader.regionId)
    .execute()
  return new Set(
    rows.map((row) =>
      keyOf(row.account_id, { paper: row.paper, lastDay: row.ends_on, days: row.days as Lapse['days'] }),
    ),
  )
}

const keyOf = (accountId: AccountId, { paper, lastDay, days }: Lapse) =>
  `${accountId} ${paper} ${lastDay} ${days}`
