import { z } from 'zod'

/**
 * A backup as one file: gzip around text that `zcat` shows. First `tailboard archive 1`; then one line of JSON, the head;
 * then every table of the head in its order: its name on a line, its rows as COPY writes them, and `\.` on a line; at
 * last `sha256` and the digest of everything before that line. Tables stand after the ones they refer to.
 */
export const firstLine = 'tailboard archive 1'

const head = z.strictObject({
  /** The newest file the database was migrated to. */
  migration: z.string().regex(/^\d{4}_[a-z_]+\.sql$/),
  madeAt: z.iso.datetime({ offset: true }),
  tables: z.array(
    z.strictObject({
      /** As SQL writes it. */
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.number().int().nonnegative(),
    }),
  ),
})
export type Head = z.infer<typeof head>
export type ArchivedTable = Head['tables'][number]

/** Says what is wrong with an archive, and what to do. */
export class ArchiveProblem extends Error {}

/** What no archive holds: jobs (their schema is no part of it either), open doors, and what is stale within a day. */
export const leftOut: Readonly<Record<string, string>> = {
  'auth.session': 'everybody signs in anew',
  'auth.sign_in': 'a sign-in under way is asked for again',
  'auth.verification': 'a sign-in under way is asked for again',
  'auth.challenge_spent': 'a passkey’s challenge lives for minutes',
  'audit.draft': 'empty but inside a transaction',
  'tailboard.worker_process': 'processes of the machine that was lost',
  'tailboard.heartbeat': 'a worker writes it each minute',
  'tailboard.upkeep': 'what was done about the database that was lost',
  'tailboard.door_knock': 'counts of the last hours',
  'activation.watching': 'who looks at a board in this minute',
}

export function readHead(line: string): Head {
  try {
    return head.parse(JSON.parse(line))
  } catch {
    throw new ArchiveProblem(
      'This archive’s list of contents can’t be read: it is damaged. Take another one.',
    )
  }
}

/** What keeps an archive from this version of Tailboard, which knows these migrations; null: nothing. */
export function whyNot({ migration }: Pick<Head, 'migration'>, known: readonly string[]): string | null {
  if (known.includes(migration)) return null
  const newest = known.at(-1) ?? ''
  return migration.slice(0, 4) > newest.slice(0, 4)
    ? `This archive is from a newer version (${migration}; this one ends with ${newest}). Install that version or a later one, then restore.`
    : `This archive is of another make: no version of Tailboard has ${migration}. Nothing was restored.`
}

/** Each table after those it refers to. A table may refer to itself; a circle of several has no order. */
export function inOrder(
  names: readonly string[],
  references: readonly { readonly from: string; readonly to: string }[],
): readonly string[] {
  const ordered: string[] = []
  const left = new Set(names)
  while (left.size > 0) {
    const ready = [...left].filter(
      (name) => !references.some(({ from, to }) => from === name && to !== name && left.has(to)),
    )
    if (ready.length === 0)
      throw new Error(`These tables refer to each other in a circle: ${[...left].join()}`)
    for (const name of ready.sort()) {
      ordered.push(name)
      left.delete(name)
    }
  }
  return ordered
}
