create schema messaging;
grant usage on schema messaging to tailboard_app;

-- An attempt is committed before the wire. One without an outcome may or may not have gone out: it is
-- repeated with the same Message-ID and the same link. No address and no text is kept.
create table messaging.attempt (
  region_id uuid not null,
  message_key text not null,
  attempt integer not null,
  started_at timestamptz not null default tailboard.now(),
  outcome text constraint attempt_outcome_known check (outcome in ('taken', 'refused', 'unreachable')),
  primary key (region_id, message_key, attempt)
);
call tailboard.wall('messaging.attempt');
grant select, insert on messaging.attempt to tailboard_app;
grant update (outcome) on messaging.attempt to tailboard_app;
