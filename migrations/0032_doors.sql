-- A provider that was handed a message and never answered may have sent it: it is asked again under the same key.
alter table messaging.attempt
  drop constraint attempt_outcome_known,
  add constraint attempt_outcome_known
    check (outcome in ('taken', 'refused', 'unreachable', 'stopped', 'unknown'));

-- How often somebody came to a door that needs no sign-in, in one window of time. Callers are a hash of their address
-- under a key that changes daily and lies outside the database; '' counts everybody together. Rows live a day.
create table tailboard.door_knock (
  region_id uuid not null,
  door text not null,
  caller text not null,
  window_from timestamptz not null,
  knocks integer not null default 1 constraint door_knock_counted check (knocks > 0),
  primary key (region_id, door, caller, window_from)
);
call tailboard.wall('tailboard.door_knock');
grant select, insert, delete on tailboard.door_knock to tailboard_app;
grant update (knocks) on tailboard.door_knock to tailboard_app;

-- Came while so many came that it rings only where no other request of its agency does.
alter table activation.alert add column joins boolean not null default false;
grant update (joins) on activation.alert to tailboard_app;
