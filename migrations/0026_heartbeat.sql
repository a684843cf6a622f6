-- Silence means page: an outside monitor watches when a worker last looked at what runs, and whether all of it had a next step.
create table tailboard.heartbeat (
  only_one boolean primary key default true constraint heartbeat_only_one check (only_one),
  beat_at timestamptz not null,
  -- Call-outs and ringing requests that had no next step when somebody looked; each was given one again.
  mended integer not null,
  -- Jobs that in the last hour were tried as often as they may be, and still failed: paged about once, then in the log.
  given_up integer not null
);
grant select, insert, update on tailboard.heartbeat to tailboard_app;

-- Which of these keys have a job that waits or runs. The queue's own row security hides it from everybody else.
create function tailboard.jobs_waiting(keys text[]) returns setof text
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select j.key from graphile_worker._private_jobs j
    where j.key = any(keys) and j.attempts < j.max_attempts;
end $$;
create function tailboard.jobs_given_up() returns integer
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- The library gives a job that runs no further try once another one takes its key: it is not lost while it is held.
  return (select count(*)::integer from graphile_worker._private_jobs j where j.attempts >= j.max_attempts
    and j.locked_at is null
    and j.updated_at > tailboard.now() - interval '1 hour');
end $$;
grant create on schema tailboard to tailboard_worker;
alter function tailboard.jobs_waiting(text[]) owner to tailboard_worker;
alter function tailboard.jobs_given_up() owner to tailboard_worker;
revoke create on schema tailboard from tailboard_worker;
revoke all on function tailboard.jobs_waiting(text[]), tailboard.jobs_given_up() from public;
grant execute on function tailboard.jobs_waiting(text[]), tailboard.jobs_given_up() to tailboard_app;
