-- Who is on call when: nobody twice at once, and who entered it.
alter table roster.on_call_shift
  add column recorded_at timestamptz not null default tailboard.now(),
  add column recorded_by uuid,
  add constraint on_call_once exclude using gist
    (region_id with =, member_id with =, tstzrange(starts_at, ends_at) with &&);
alter table roster.unavailability
  add column recorded_at timestamptz not null default tailboard.now(),
  add column recorded_by uuid;

-- The region's own duty: one coordinator on call and one behind them, each of them one person at a time.
create table roster.coordinator_shift (
  region_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  place text not null constraint coordinator_place_known check (place in ('on_call', 'backup')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  recorded_at timestamptz not null default tailboard.now(),
  recorded_by uuid,
  primary key (region_id, id),
  constraint coordinator_span check (starts_at < ends_at),
  constraint coordinator_place_once exclude using gist
    (region_id with =, place with =, tstzrange(starts_at, ends_at) with &&),
  constraint coordinator_once exclude using gist
    (region_id with =, account_id with =, tstzrange(starts_at, ends_at) with &&)
);
create index coordinator_shift_by_end on roster.coordinator_shift (region_id, ends_at, starts_at);
call tailboard.wall('roster.coordinator_shift');
grant select, insert, delete on roster.coordinator_shift to tailboard_app;
