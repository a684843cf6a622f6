-- Whoever was rung and can't: once a round, so that a second press rings nobody further.
alter table activation.ring add column passed_on_at timestamptz;
grant update (passed_on_at) on activation.ring to tailboard_app;

-- An answer that was given before the one that stands: a slip, or somebody who is free after all.
create table activation.answer_before (
  region_id uuid not null,
  offer_id uuid not null,
  number integer not null,
  code text not null constraint answer_before_known
    check (code in ('coming', 'coming_from', 'if_released', 'not_this_time', 'not_available')),
  from_at timestamptz,
  answered_at timestamptz not null,
  way text not null,
  recorded_by uuid,
  primary key (region_id, offer_id, number),
  constraint answer_before_offer foreign key (region_id, offer_id) references activation.offer (region_id, id)
);
call tailboard.wall('activation.answer_before');
grant select, insert on activation.answer_before to tailboard_app;
grant update (code, from_at, answered_at, way, recorded_by) on activation.answer to tailboard_app;
-- Somebody who stepped back may sit again; one seat at a time all the same.
alter table activation.acceptance drop constraint acceptance_offer_once;
create unique index acceptance_offer_once on activation.acceptance (region_id, offer_id) where withdrawn_at is null;
-- A seat came free, and somebody who was thanked sits on it after all.
grant delete on activation.stand_down to tailboard_app;

-- An activation also ends because its teams were not needed any more; of the last of several sessions, by itself.
alter table activation.outcome
  drop constraint outcome_known,
  add constraint outcome_known
    check (code in ('closed', 'advice_only', 'declined', 'referred_elsewhere', 'stood_down')),
  alter column decided_by drop not null;

-- When the jobs of these keys run next: one that failed and waits for hours is no next step.
create function tailboard.jobs_next(keys text[]) returns table (key text, run_at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select j.key, case when j.locked_at is null then j.run_at else tailboard.now() end
    from graphile_worker._private_jobs j where j.key = any(keys) and j.attempts < j.max_attempts;
end $$;
grant create on schema tailboard to tailboard_worker;
alter function tailboard.jobs_next(text[]) owner to tailboard_worker;
revoke create on schema tailboard from tailboard_worker;
revoke all on function tailboard.jobs_next(text[]) from public;
grant execute on function tailboard.jobs_next(text[]) to tailboard_app;
