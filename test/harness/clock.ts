import type pg from 'pg'

/** Replaces the one clock by a one-row table; until it is set, it follows the transaction's own time. */
export async function setClock(admin: pg.Pool | pg.Client): Promise<void> {
  await admin.query(`
    create table tailboard.clock (now timestamptz);
    insert into tailboard.clock values (null);
    grant select on tailboard.clock to public;
    create or replace function tailboard.now() returns timestamptz language sql stable
      as 'select coalesce((select now from tailboard.clock), transaction_timestamp())';`)
}
