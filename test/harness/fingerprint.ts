import type pg from 'pg'

/** Written whether or not anything is granted: how often somebody knocked or guessed, that a worker lives, that a board is open. */
const counters = [
  'tailboard.door_knock',
  'tailboard.heartbeat',
  'tailboard.worker_process',
  'tailboard.clock',
  'auth.proof_tries',
  'auth.challenge_spent',
  'activation.watching',
]

/**
 * Tells which tables a transaction that was committed changed: a row that was added, changed or taken away, a job too.
 * What was rolled back leaves no trace, for the notes are rolled back with it.
 */
export async function openFingerprint(admin: pg.Pool) {
  const { rows } = await admin.query<{ name: string }>(
    `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname !~ '^pg_|^information_schema$'
        and not (n.nspname || '.' || c.relname) = any($1)
      order by 1`,
    [counters],
  )
  const names = rows.map((row) => row.name)
  // An activation is locked by raising its version: that alone changes nothing anybody sees.
  await admin.query(`
    create schema watched;
    create table watched.write (id bigserial, name text);
    create table watched.failing (name text);
    create function watched.note() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        if exists (select 1 from watched.failing f where f.name = tg_table_schema || '.' || tg_table_name) then
          raise exception 'planted: % takes no row', tg_table_name;
        end if;
        if tg_op = 'UPDATE' and to_jsonb(old) - 'version' = to_jsonb(new) - 'version' then return null; end if;
        insert into watched.write (name) values (tg_table_schema || '.' || tg_table_name);
        return null;
      end $$;
    ${names
      .map(
        (name) =>
          `create trigger watched after insert or update or delete on ${name} for each row execute function watched.note();`,
      )
      .join('\n')}`)
  let last = '0'
  return {
    /** From now on whatever writes to this table fails there; null: nothing does any more. */
    async fail(name: string | null): Promise<void> {
      await admin.query('delete from watched.failing')
      if (name !== null) await admin.query('insert into watched.failing (name) values ($1)', [name])
    },
    /** Which tables are no longer as they were when this was asked last. */
    async changed(): Promise<string[]> {
      const { rows: written } = await admin.query<{ name: string; last: string }>(
        'select name, max(id) as last from watched.write where id > $1 group by name order by name',
        [last],
      )
      for (const one of written) if (BigInt(one.last) > BigInt(last)) last = one.last
      return written.map((one) => one.name)
    },
  }
}
