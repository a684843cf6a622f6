import { Kysely, PostgresDialect, type PostgresPoolClient, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Actor } from './actor.ts'
import type { RegionId } from './ids.ts'
import type { DatabaseLimits } from './limits.ts'
import { isStalled } from './unanswered.ts'

/** Which tables a module sees is its own affair: `tx.tables<RosterTables>()`. */
// biome-ignore lint/suspicious/noExplicitAny: Kysely's own marker for "no schema chosen yet"
type Unchosen = any

/** May read. `now` is the database's clock at the start of the transaction. */
export type Reader = {
  readonly now: Temporal.Instant
  readonly regionId: RegionId
  readonly actor: Actor
  tables<Tables>(): Transaction<Tables>
}

declare const mayWrite: unique symbol
/** May read and write: "may write" is a type, and it needs a transaction. */
export type Tx = Reader & { readonly [mayWrite]: true }

export type Db = {
  /** One transaction, no network call in it. */
  write<Result>(actor: Actor, work: (tx: Tx) => Promise<Result>): Promise<Result>
  /** Sees one state of the database throughout, whatever is committed meanwhile. */
  read<Result>(actor: Actor, work: (reader: Reader) => Promise<Result>): Promise<Result>
  /** Outside any region: only functions made for that answer, tables show zero rows. */
  outside<Result>(work: (db: Kysely<Unchosen>) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

export type Connection = {
  readonly url: string
  /** SET ROLE after connecting, when one URL serves for everything. */
  readonly role: string | null
  readonly max: number
  /** None: whoever asks waits as long as it takes. */
  readonly limits?: DatabaseLimits
}

// timestamptz, date and int8 as Temporal and number. Set per pool: set for the whole driver they would
// change what other libraries on the same driver receive.
const parsers = new Map<number, (text: string) => unknown>([
  [1184, (text) => Temporal.Instant.from(text)],
  [1082, (text) => Temporal.PlainDate.from(text)],
  [20, (text) => Number(text)],
])
const types = {
  getTypeParser(oid: number, format?: string) {
    return parsers.get(oid) ?? pg.types.getTypeParser(oid, format as 'text')
  },
} as unknown as pg.CustomTypesConfig

/** The driver would JSON-encode Temporal values; the database wants their plain text. */
function asParameter(value: unknown): unknown {
  if (value instanceof Temporal.Instant || value instanceof Temporal.PlainDate) return value.toString()
  return value
}

export function openPool(connection: Connection): pg.Pool {
  const pool = new pg.Pool({
    connectionString: connection.url,
    max: connection.max,
    types,
    ...boundBy(
      connection.limits,
      `-c TimeZone=UTC${connection.role === null ? '' : ` -c role=${connection.role}`}`,
    ),
  })
  // A connection that breaks while idle is replaced by the pool; the next query tells if the database is gone.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/**
 * What a pool is opened with so that nothing waits for ever: the server ends what takes too long, and where not even the
 * server answers, the driver gives up a little later.
 */
export function boundBy(limits: DatabaseLimits | undefined, options: string) {
  if (limits === undefined) return { options }
  const milliseconds = (seconds: number) => Math.round(seconds * 1000)
  const { connect, statement, lock, idle } = limits
  return {
    connectionTimeoutMillis: milliseconds(connect),
    query_timeout: milliseconds(statement * 1.2),
    options: `${options} -c statement_timeout=${milliseconds(statement)} -c lock_timeout=${milliseconds(lock)} -c idle_in_transaction_session_timeout=${milliseconds(idle)}`,
  }
}

export function openDb(pool: pg.Pool): Db {
  const kysely = new Kysely<Unchosen>({
    dialect: new PostgresDialect({
      pool: {
        async connect() {
          const client = await pool.connect()
          let stalled: Error | null = null
          return {
            async query(text: string, parameters: readonly unknown[]) {
              // The rollback of what was given up would wait behind it.
              if (stalled !== null) throw stalled
              try {
                return await client.query(text, parameters.map(asParameter))
              } catch (error) {
                if (isStalled(error)) stalled = error as Error
                throw error
              }
            },
            release: () => client.release(stalled ?? undefined),
          } as unknown as PostgresPoolClient
        },
        end: () => pool.end(),
        options: pool.options,
      },
    }),
  })

  async function enter<Result>(
    actor: Actor,
    readOnly: boolean,
    work: (tx: Tx) => Promise<Result>,
  ): Promise<Result> {
    const begin = kysely.transaction()
    return await (readOnly
      ? begin.setAccessMode('read only').setIsolationLevel('repeatable read')
      : begin
    ).execute(async (transaction) => {
      const who = actor.kind === 'account' ? actor.accountId : actor.kind === 'member' ? actor.memberId : ''
      const opened = await sql<{ now: Temporal.Instant }>`
        select tailboard.now() as now,
               set_config('tailboard.region', ${actor.regionId}, true),
               set_config('tailboard.actor', ${who}, true)`.execute(transaction)
      const tx = {
        now: opened.rows[0]!.now,
        regionId: actor.regionId,
        actor,
        tables: <Tables>() => transaction as unknown as Transaction<Tables>,
      }
      return await work(tx as Tx)
    })
  }

  return {
    write: (actor, work) => enter(actor, false, work),
    read: (actor, work) => enter(actor, true, work),
    outside: (work) => work(kysely),
    close: () => kysely.destroy(),
  }
}
