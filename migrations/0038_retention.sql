-- What is kept, how long, and copies of it. Two roles, made with the other ones, that nobody logs in as:
-- tailboard_archive reads every region's rows for a backup and writes nothing; tailboard_keeper removes what is too old,
-- of one region at a time, for the worker.
-- Row security also holds for an owner who does not bypass it, and COPY would then leave rows out without a word. So
-- every wall has a door for this one reader, and a backup refuses a table that lacks it.

grant usage on schema tailboard to tailboard_archive, tailboard_keeper;
grant select on public.tailboard_migration to tailboard_archive;

create or replace procedure tailboard.wall(target regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy region_wall on %s to tailboard_app
       using (region_id = (select tailboard.region()))
       with check (region_id = (select tailboard.region()))', target);
  call tailboard.let_archive(target);
end $$;

-- Also for tables that stand behind no wall, as those of accounts.
create procedure tailboard.let_archive(target regclass) language plpgsql as $$
begin
  execute format('grant usage on schema %s to tailboard_archive',
    (select relnamespace::regnamespace from pg_class where oid = target));
  execute format('grant select on %s to tailboard_archive', target);
  if (select relrowsecurity from pg_class where oid = target) then
    execute format('create policy archive_reads on %s for select to tailboard_archive using (true)', target);
  end if;
end $$;

-- Lets the keeper remove rows of the region that is set.
create procedure tailboard.let_keeper(target regclass) language plpgsql as $$
begin
  execute format('grant usage on schema %s to tailboard_keeper',
    (select relnamespace::regnamespace from pg_class where oid = target));
  execute format('grant select, delete on %s to tailboard_keeper', target);
  execute format(
    'create policy retention_removes on %s to tailboard_keeper
       using (region_id = (select tailboard.region()))', target);
end $$;

do $$ declare target regclass; begin
  for target in
    select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname not in ('graphile_worker', 'information_schema', 'public')
       and n.nspname !~ '^pg_'
       and (c.relrowsecurity
            or n.nspname = 'auth' and c.relname not in ('session', 'sign_in', 'verification'))
  loop
    call tailboard.let_archive(target);
  end loop;
end $$;

create schema retention;
grant usage on schema retention to tailboard_app, tailboard_keeper;

-- While one stands, nothing of the region's coordination data goes for its age. Why is a code; no words, no name.
create table retention.hold (
  region_id uuid not null,
  id uuid not null,
  reason text not null constraint hold_reason_known
    check (reason in ('litigation', 'public_records', 'investigation', 'other')),
  set_at timestamptz not null default tailboard.now(),
  lifted_at timestamptz,
  primary key (region_id, id),
  constraint hold_span check (set_at <= lifted_at)
);
create unique index hold_once on retention.hold (region_id, reason) where lifted_at is null;
call tailboard.wall('retention.hold');
grant select, insert on retention.hold to tailboard_app;
grant update (lifted_at) on retention.hold to tailboard_app;

create function retention.held() returns boolean language sql stable as $$
  select exists (select from retention.hold where region_id = tailboard.region() and lifted_at is null) $$;

-- What is left of requests after three years: how many, of what kind, in which month.
create table retention.past_request (
  region_id uuid not null,
  month date not null,
  kind text not null,
  incidents integer not null,
  requests integer not null,
  teams integer not null,
  sessions integer not null,
  primary key (region_id, month, kind)
);
call tailboard.wall('retention.past_request');
grant select on retention.past_request to tailboard_app;

create policy retention_reads on retention.hold for select to tailboard_keeper
  using (region_id = (select tailboard.region()));
create policy retention_reads on region.region for select to tailboard_keeper
  using (region_id = (select tailboard.region()));
create policy retention_counts on retention.past_request to tailboard_keeper
  using (region_id = (select tailboard.region())) with check (region_id = (select tailboard.region()));
grant usage on schema region to tailboard_keeper;
grant select on retention.hold, region.region to tailboard_keeper;
grant select, insert, update on retention.past_request to tailboard_keeper;

do $$ declare target text; begin
  foreach target in array array[
    'incident.critical_incident', 'incident.affected_group', 'incident.screening', 'incident.further_facts',
    'incident.exposed_group',
    'activation.booking', 'activation.activation', 'activation.request', 'activation.agency_contact',
    'activation.outcome', 'activation.alert', 'activation.ring', 'activation.taking', 'activation.stood_aside',
    'activation.watching', 'activation.postvention_step',
    'activation.plan', 'activation.plan_end', 'activation.approval', 'activation.session_move', 'activation.refusal',
    'activation.allowance', 'activation.seat', 'activation.wave', 'activation.offer', 'activation.answer',
    'activation.answer_before', 'activation.acceptance', 'activation.stand_down', 'activation.aid_request',
    'activation.aid_answer', 'activation.guest',
    'intervention.close_out', 'intervention.briefing', 'intervention.follow_up', 'intervention.follow_up_step',
    'roster.on_call_shift', 'roster.unavailability', 'roster.coordinator_shift', 'roster.leave_of_absence',
    'roster.commitment', 'roster.stand_in_request', 'roster.stand_in_end', 'roster.drill', 'roster.drill_line',
    'roster.hand_over_note',
    'messaging.attempt', 'messaging.text_seen', 'messaging.phone_proof', 'messaging.text_stop',
    'messaging.push_subscription', 'identity.invitation', 'tailboard.door_knock']
  loop
    call tailboard.let_keeper(target);
  end loop;
end $$;

-- Of a person's own notes the keeper sees none but those that are too old.
grant select, delete on roster.own_load to tailboard_keeper;
create policy retention_removes on roster.own_load to tailboard_keeper
  using (region_id = (select tailboard.region())
         and noted_on <= (tailboard.now() at time zone 'UTC')::date - 90);

-- Of sign-ins it sees when they are over.
grant usage on schema auth to tailboard_keeper;
grant select ("expiresAt"), delete on auth.session, auth.verification to tailboard_keeper;
grant select (asked_at), delete on auth.sign_in to tailboard_keeper;

-- A note's own job takes it after a fortnight; not while a hold stands. Whoever takes away a newer one may.
create policy held_stays on roster.hand_over_note as restrictive for delete to tailboard_app
  using (region_id = (select tailboard.region())
         and (written_at > tailboard.now() - interval '14 days' or not retention.held()));

-- When the operator's own work was last done.
create table tailboard.upkeep (
  what text primary key constraint upkeep_known check (what in ('backup', 'retention')),
  done_at timestamptz not null
);
grant select on tailboard.upkeep to tailboard_app;
grant select, insert, update on tailboard.upkeep to tailboard_keeper;
