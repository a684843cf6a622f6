-- A request rings until somebody takes it; whom, and until when, follows from the policy it came in under.

-- The number on file: a call back goes there, whatever number the form carries.
alter table region.agency
  add column phone text constraint agency_phone_some check (phone is null or length(phone) between 7 and 40);
grant update (phone) on region.agency to tailboard_app;

alter table activation.request
  -- A coordinator wrote it down while somebody was on the phone.
  add column entered_by uuid;

create table activation.alert (
  region_id uuid not null,
  activation_id uuid not null,
  -- How often was rung so far, and when it rings again; null: nobody needs to be rung.
  round integer not null default 0,
  due_at timestamptz,
  primary key (region_id, activation_id),
  constraint alert_activation foreign key (region_id, activation_id) references activation.activation (region_id, id)
);
create index alert_due on activation.alert (region_id, due_at) where due_at is not null;

create table activation.ring (
  region_id uuid not null,
  activation_id uuid not null,
  account_id uuid not null,
  round integer not null,
  step text not null constraint ring_step_known check (step in ('on_call', 'backup', 'everybody', 'director')),
  rung_at timestamptz not null default tailboard.now(),
  primary key (region_id, activation_id, account_id, round),
  constraint ring_activation foreign key (region_id, activation_id) references activation.activation (region_id, id)
);

-- "I call back." One person at a time; who hands on, hands on with a row.
create table activation.taking (
  region_id uuid not null,
  id uuid not null,
  activation_id uuid not null,
  account_id uuid not null,
  taken_at timestamptz not null default tailboard.now(),
  handed_on_at timestamptz,
  primary key (region_id, id),
  constraint taking_activation foreign key (region_id, activation_id) references activation.activation (region_id, id)
);
create unique index taking_one_at_a_time on activation.taking (region_id, activation_id) where handed_on_at is null;

-- Was there, supervises, investigates or is close to somebody: out of this one. Which of it, nobody asks.
create table activation.stood_aside (
  region_id uuid not null,
  activation_id uuid not null,
  account_id uuid not null,
  stood_aside_at timestamptz not null default tailboard.now(),
  constraint stood_aside_once primary key (region_id, activation_id, account_id),
  constraint stood_aside_activation foreign key (region_id, activation_id)
    references activation.activation (region_id, id)
);

alter table activation.offer
  -- When somebody on call who has not answered is telephoned; null: they are not.
  add column telephone_at timestamptz;
create index offer_telephone on activation.offer (region_id, telephone_at) where telephone_at is not null;

-- "Yes, if my shift releases me" keeps a seat for a while.
alter table activation.answer
  drop constraint answer_known,
  add constraint answer_known
    check (code in ('coming', 'coming_from', 'if_released', 'not_this_time', 'not_available')),
  add column way text not null default 'page'
    constraint answer_way_known check (way in ('page', 'text', 'call', 'coordinator')),
  -- Told to a coordinator on the phone; null: they answered themselves.
  add column recorded_by uuid,
  add constraint answer_recorded_on_the_phone check ((way = 'coordinator') = (recorded_by is not null));
alter table activation.acceptance
  add column held_until timestamptz,
  add column released_at timestamptz,
  add constraint acceptance_released_was_held check (released_at is null or held_until is not null);
create index acceptance_held on activation.acceptance (region_id, held_until)
  where held_until is not null and released_at is null and withdrawn_at is null;
grant update (released_at) on activation.acceptance to tailboard_app;
grant update (telephone_at) on activation.offer to tailboard_app;
-- Nobody released them in time: the seat is asked of somebody else, and they are told.
alter table activation.stand_down
  drop constraint stand_down_reason_known,
  add constraint stand_down_reason_known check (reason in ('filled', 'ended', 'cancelled', 'hold_over'));

call tailboard.wall('activation.alert');
call tailboard.wall('activation.ring');
call tailboard.wall('activation.taking');
call tailboard.wall('activation.stood_aside');
grant select, insert on activation.alert, activation.ring, activation.taking, activation.stood_aside to tailboard_app;
grant update (round, due_at) on activation.alert to tailboard_app;
grant update (handed_on_at) on activation.taking to tailboard_app;

-- A short link names no region: this function answers where an offer stands, and no more.
grant usage on schema activation to tailboard_lookup;
create policy offer_directory on activation.offer for select to tailboard_lookup using (true);
grant select (region_id, id) on activation.offer to tailboard_lookup;
create function activation.region_of_offer(wanted uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as 'select region_id from activation.offer where id = wanted';
grant create on schema activation to tailboard_lookup;
alter function activation.region_of_offer(uuid) owner to tailboard_lookup;
revoke create on schema activation from tailboard_lookup;
revoke all on function activation.region_of_offer(uuid) from public;
grant execute on function activation.region_of_offer(uuid) to tailboard_app;
