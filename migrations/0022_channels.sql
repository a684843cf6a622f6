-- How people are reached. Whose number it is, messaging does not know: person_id is a member's or an account's id.

alter table messaging.attempt
  add column channel text not null default 'mail'
    constraint attempt_channel_known check (channel in ('mail', 'text', 'call')),
  -- Which of the phone providers, and what it calls the message.
  add column provider text,
  add column reference text,
  -- What became of it afterwards, as far as anybody told.
  add column state text constraint attempt_state_known check (state in ('sent', 'delivered', 'undelivered')),
  add column state_at timestamptz,
  drop constraint attempt_outcome_known,
  add constraint attempt_outcome_known check (outcome in ('taken', 'refused', 'unreachable', 'stopped')),
  add constraint attempt_state_dated check ((state is null) = (state_at is null));
create index attempt_by_start on messaging.attempt (region_id, started_at);
grant update (reference, state, state_at) on messaging.attempt to tailboard_app;

-- Receipts come late, twice and in any order; what was once delivered stays delivered.
create function messaging.attempt_state_forward() returns trigger language plpgsql as $$
begin
  if old.state in ('delivered', 'undelivered') and new.state is distinct from old.state then
    raise exception 'a delivery does not go back' using errcode = 'check_violation', constraint = 'attempt_state_forward';
  end if;
  return new;
end $$;
create trigger attempt_state_forward before update of state on messaging.attempt
  for each row execute function messaging.attempt_state_forward();

create table messaging.reach (
  region_id uuid not null,
  person_id uuid not null,
  phone text constraint reach_phone_shape check (phone ~ '^\+[1-9][0-9]{7,14}$'),
  -- When they typed back the code that was sent to it. A number that was changed is another number.
  phone_proven_at timestamptz,
  by_mail boolean not null default true,
  by_text boolean not null default false,
  by_call boolean not null default false,
  lang text not null default 'en' constraint reach_lang_known check (lang in ('en', 'es')),
  changed_at timestamptz not null default tailboard.now(),
  primary key (region_id, person_id),
  constraint reach_some_way check (by_mail or by_text or by_call),
  constraint reach_needs_phone check (phone is not null or not (by_text or by_call or phone_proven_at is not null))
);
create index reach_by_phone on messaging.reach (phone);

-- STOP from a number: no text goes there until it says START. The phone company holds to it, so do we.
create table messaging.text_stop (
  region_id uuid not null,
  id uuid not null,
  phone text not null,
  stopped_at timestamptz not null default tailboard.now(),
  resumed_at timestamptz,
  primary key (region_id, id)
);
create unique index text_stop_once on messaging.text_stop (region_id, phone) where resumed_at is null;

-- Somebody proves that a number is theirs: a code sent there, typed back here. The code is derived, never kept.
create table messaging.phone_proof (
  region_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  phone text not null,
  channel text not null constraint phone_proof_channel_known check (channel in ('text', 'call')),
  asked_at timestamptz not null default tailboard.now(),
  tries integer not null default 0 constraint phone_proof_five_tries check (tries <= 5),
  ended_at timestamptz,
  primary key (region_id, id)
);
create index phone_proof_of_person on messaging.phone_proof (region_id, person_id, asked_at);

-- A text that came in was seen to: providers send the same one again when our answer was lost.
create table messaging.text_seen (
  region_id uuid not null,
  reference text not null,
  seen_at timestamptz not null default tailboard.now(),
  primary key (region_id, reference)
);

call tailboard.wall('messaging.reach');
call tailboard.wall('messaging.text_stop');
call tailboard.wall('messaging.phone_proof');
call tailboard.wall('messaging.text_seen');
grant select, insert, delete on messaging.reach to tailboard_app;
grant update (phone, phone_proven_at, by_mail, by_text, by_call, lang, changed_at) on messaging.reach to tailboard_app;
grant select, insert on messaging.text_stop, messaging.phone_proof, messaging.text_seen to tailboard_app;
grant update (resumed_at) on messaging.text_stop to tailboard_app;
grant update (tries, ended_at) on messaging.phone_proof to tailboard_app;

-- A text names no region: this function answers in which ones a proven number is somebody's, and no more.
grant usage on schema messaging to tailboard_lookup;
create policy reach_directory on messaging.reach for select to tailboard_lookup using (true);
grant select on messaging.reach to tailboard_lookup;
create function messaging.whose_phone(wanted text) returns table (region_id uuid, person_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as 'select region_id, person_id from messaging.reach where phone = wanted order by region_id, person_id';
-- Owning something in a schema takes the right to create there, for as long as it takes.
grant create on schema messaging to tailboard_lookup;
alter function messaging.whose_phone(text) owner to tailboard_lookup;
revoke create on schema messaging from tailboard_lookup;
revoke all on function messaging.whose_phone(text) from public;
grant execute on function messaging.whose_phone(text) to tailboard_app;
