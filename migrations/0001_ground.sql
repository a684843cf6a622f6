-- The ground: the one clock, who is asking, the wall around a region, the door to the job queue.
-- Roles (tailboard_app, tailboard_auth, tailboard_worker, tailboard_lookup) are made before this file,
-- under a lock, because they belong to the cluster and not to this database.

create extension if not exists btree_gist;
create schema tailboard;
grant usage on schema tailboard to tailboard_app, tailboard_worker, tailboard_lookup;

-- The only clock. Tests replace this one function; nothing else of ours reads a clock.
create function tailboard.now() returns timestamptz
  language sql stable as 'select transaction_timestamp()';

create function tailboard.region() returns uuid
  language sql stable as $$ select nullif(current_setting('tailboard.region', true), '')::uuid $$;

create function tailboard.actor() returns uuid
  language sql stable as $$ select nullif(current_setting('tailboard.actor', true), '')::uuid $$;

-- Every table of a region gets the same wall. Without a region set a connection sees no row.
create procedure tailboard.wall(target regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy region_wall on %s to tailboard_app
       using (region_id = (select tailboard.region()))
       with check (region_id = (select tailboard.region()))', target);
end $$;

-- graphile-worker's own row security refuses a mere grantee, so jobs enter through this door alone.
-- Payloads carry ids only; address and text are loaded when sending.
create function tailboard.enqueue(task text, payload jsonb, key text default null, at timestamptz default null)
  returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_job(
    identifier => task, payload => payload::json, job_key => key, run_at => at, max_attempts => 12);
end $$;
alter function tailboard.enqueue(text, jsonb, text, timestamptz) owner to tailboard_worker;
revoke all on function tailboard.enqueue(text, jsonb, text, timestamptz) from public;
grant execute on function tailboard.enqueue(text, jsonb, text, timestamptz) to tailboard_app;

-- Which worker ids a process holds. The process keeps a session advisory lock on lock_key for as long as
-- it lives; whoever can take that lock knows the process is dead and frees its jobs.
create table tailboard.worker_process (
  id uuid primary key,
  lock_key bigint not null unique,
  worker_ids text[] not null default '{}'
);
grant select, insert, update, delete on tailboard.worker_process to tailboard_worker;
