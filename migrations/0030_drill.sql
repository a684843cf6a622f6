-- A drill asks everybody, each way they chose, whether a message reaches them. It is over at due_at, for good.
create table roster.drill (
  region_id uuid not null,
  id uuid not null,
  began_at timestamptz not null default tailboard.now(),
  -- An account; null: the schedule.
  began_by uuid,
  due_at timestamptz not null,
  primary key (region_id, id),
  constraint drill_span check (began_at < due_at),
  constraint drill_one_at_a_time exclude using gist (region_id with =, tstzrange(began_at, due_at) with &&)
);
create index drill_by_begin on roster.drill (region_id, began_at);

-- One message to one person, one way. Which ways there are, messaging says. What became of it on the wire stands there too.
create table roster.drill_line (
  region_id uuid not null,
  id uuid not null,
  drill_id uuid not null,
  member_id uuid,
  account_id uuid,
  channel text not null,
  answered_at timestamptz,
  answered_by text constraint drill_answer_known check (answered_by in ('link', 'text', 'call')),
  primary key (region_id, id),
  constraint drill_line_drill foreign key (region_id, drill_id) references roster.drill (region_id, id),
  constraint drill_line_member foreign key (region_id, member_id) references roster.member (region_id, id),
  constraint drill_line_whose check ((member_id is null) <> (account_id is null)),
  constraint drill_line_answered check ((answered_at is null) = (answered_by is null)),
  constraint drill_line_once unique nulls not distinct (region_id, drill_id, member_id, account_id, channel)
);

-- When somebody was last heard from, a member or an account: that a message reached them, never what they said to it.
create table roster.heard_from (
  region_id uuid not null,
  person_id uuid not null,
  heard_at timestamptz not null default tailboard.now(),
  primary key (region_id, person_id)
);

-- From when the days to a region's first drill are counted: its own beginning, or the upgrade that brought drills.
create table roster.drill_schedule (
  region_id uuid primary key,
  counted_from timestamptz not null default tailboard.now()
);

call tailboard.wall('roster.drill');
call tailboard.wall('roster.drill_line');
call tailboard.wall('roster.heard_from');
call tailboard.wall('roster.drill_schedule');
grant select, insert on roster.drill, roster.drill_line, roster.heard_from, roster.drill_schedule to tailboard_app;
grant update (answered_at, answered_by) on roster.drill_line to tailboard_app;
grant update (heard_at) on roster.heard_from to tailboard_app;

-- A link in a message names no region: this function answers where a line stands, and no more.
grant usage on schema roster to tailboard_lookup;
create policy drill_line_directory on roster.drill_line for select to tailboard_lookup using (true);
grant select (region_id, id) on roster.drill_line to tailboard_lookup;
create function roster.region_of_drill_line(wanted uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as 'select region_id from roster.drill_line where id = wanted';
-- Ids are asked for without their region.
create index drill_line_by_id on roster.drill_line (id);
grant create on schema roster to tailboard_lookup;
alter function roster.region_of_drill_line(uuid) owner to tailboard_lookup;
revoke create on schema roster from tailboard_lookup;
revoke all on function roster.region_of_drill_line(uuid) from public;
grant execute on function roster.region_of_drill_line(uuid) to tailboard_app;
