-- What was done with the team's power: one chain of entries a region, which nobody we run as can change, and in which
-- a change by anybody else shows. Ids and codes only: no name, no address, no words of anybody.
-- The role tailboard_audit, made with the other roles, writes it; nobody logs in as it.

create schema audit;
grant usage on schema audit to tailboard_app, tailboard_audit;
grant usage on schema tailboard to tailboard_audit;

-- Codes are words of our own, ids are UUIDs, numbers are small: a name, an address, a phone number is none of these.
create function audit.coded(detail jsonb) returns boolean
  language sql immutable set search_path = pg_catalog, pg_temp as $$
  select jsonb_typeof(detail) = 'object' and not exists (
    select from jsonb_each(case jsonb_typeof(detail) when 'object' then detail else '{}' end) one
     where one.key !~ '^[a-z][A-Za-z]{0,29}$'
        or not case jsonb_typeof(one.value)
             when 'number' then one.value::text ~ '^[0-9]{1,6}$'
             when 'string' then one.value #>> '{}' ~ '^([a-z][A-Za-z0-9_.]{0,59}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$'
             else false end)
$$;

create function audit.codes(variadic codes text[]) returns boolean
  language sql immutable set search_path = pg_catalog, pg_temp as $$
  select bool_and(code ~ '^[a-z][a-z_]{0,39}$') from unnest(codes) code
$$;

create table audit.entry (
  region_id uuid not null,
  number bigint not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  roles text[] not null,
  act text not null,
  subject_kind text not null,
  subject_id uuid,
  detail jsonb not null constraint entry_coded
    check (audit.coded(detail) and audit.codes(actor_kind, act, subject_kind) and audit.codes(variadic roles)),
  previous bytea not null,
  hash bytea not null constraint entry_hash_length check (length(hash) = 32),
  primary key (region_id, number)
);
create index entry_subject on audit.entry (region_id, subject_id, number);
call tailboard.wall('audit.entry');
grant select on audit.entry to tailboard_app;
grant select, insert, delete on audit.entry to tailboard_audit;

-- The newest entry of each region, and where what is kept begins; its row is what the region's writers queue for.
create table audit.head (
  region_id uuid primary key,
  number bigint not null,
  hash bytea not null,
  -- The last entry that went because it was too old, and its hash; 0 and zeros while all are there.
  retired bigint not null,
  retired_hash bytea not null
);
call tailboard.wall('audit.head');
grant select on audit.head to tailboard_app;
grant select, insert, update on audit.head to tailboard_audit;

-- An entry before it has its number: written, sealed and gone within one transaction, so that no other ever sees it.
create table audit.draft (
  region_id uuid not null,
  id bigint generated always as identity,
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  roles text[] not null,
  act text not null,
  subject_kind text not null,
  subject_id uuid,
  detail jsonb not null constraint draft_coded
    check (audit.coded(detail) and audit.codes(actor_kind, act, subject_kind) and audit.codes(variadic roles)),
  primary key (region_id, id)
);
call tailboard.wall('audit.draft');
grant select, insert, delete on audit.draft to tailboard_audit;

create policy keeper_reads on audit.entry for select to tailboard_audit
  using (region_id = (select tailboard.region()));
create policy keeper_adds on audit.entry for insert to tailboard_audit
  with check (region_id = (select tailboard.region()));
-- Kept for seven years; nobody can have anything younger removed.
create policy keeper_retires on audit.entry for delete to tailboard_audit
  using (region_id = (select tailboard.region()) and at < tailboard.now() - interval '7 years');
create policy keeper on audit.head to tailboard_audit
  using (region_id = (select tailboard.region())) with check (region_id = (select tailboard.region()));
create policy keeper on audit.draft to tailboard_audit
  using (region_id = (select tailboard.region())) with check (region_id = (select tailboard.region()));

-- The hash of an entry is SHA-256 over these lines, joined by one line feed, in UTF-8, "-" where there is nothing:
--   tailboard audit 1
--   the region's id
--   the number, from 1
--   the moment, in microseconds since 1970
--   kind of actor, their id, their roles joined by commas; with one space between
--   the act
--   kind of subject, its id; with one space between
--   the detail as key=value, by key in the order of bytes, joined by "&"
--   the hash before it in hexadecimal; of the first entry, 64 zeros
-- No part can hold a line feed, a space, "=" or "&": their shapes are checked above.
create function audit.hash_of(entry audit.entry) returns bytea
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select sha256(convert_to(concat_ws(E'\n',
    'tailboard audit 1',
    entry.region_id,
    entry.number,
    (extract(epoch from entry.at) * 1000000)::bigint,
    concat_ws(' ', entry.actor_kind, coalesce(entry.actor_id::text, '-'),
      coalesce(nullif(array_to_string(entry.roles, ','), ''), '-')),
    entry.act,
    concat_ws(' ', entry.subject_kind, coalesce(entry.subject_id::text, '-')),
    coalesce((select string_agg(one.key || '=' || one.value, '&' order by one.key collate "C")
      from jsonb_each_text(entry.detail) one), '-'),
    encode(entry.previous, 'hex')), 'UTF8'))
$$;

-- One entry of the caller's transaction. Who it was comes from the transaction, not from whoever calls.
create function audit.record(actor_kind text, roles text[], act text, subject_kind text, subject_id uuid, detail jsonb)
  returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into audit.draft (region_id, at, actor_kind, actor_id, roles, act, subject_kind, subject_id, detail)
  values (tailboard.region(), tailboard.now(), $1, tailboard.actor(), $2, $3, $4, $5, $6)
$$;

-- Runs while the transaction commits: the region's head is held for that moment only, and nothing is waited for after it,
-- so writers of one region neither wait for each other's work nor for each other in a circle.
create function audit.seal() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before audit.head;
  sealed audit.entry;
begin
  select * into before from audit.head where region_id = new.region_id for update;
  if not found then
    insert into audit.head values
      (new.region_id, 0, decode(repeat('00', 32), 'hex'), 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
    select * into before from audit.head where region_id = new.region_id for update;
  end if;
  sealed := (new.region_id, before.number + 1, new.at, new.actor_kind, new.actor_id, new.roles, new.act,
    new.subject_kind, new.subject_id, new.detail, before.hash, null);
  sealed.hash := audit.hash_of(sealed);
  insert into audit.entry select sealed.*;
  update audit.head set number = sealed.number, hash = sealed.hash where region_id = new.region_id;
  delete from audit.draft where region_id = new.region_id and id = new.id;
  return null;
end $$;

-- What is older than seven years goes, from the oldest on and without a gap; answers how many went. The newest stays.
create function audit.retire() returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  head audit.head;
  last audit.entry;
  gone bigint;
begin
  select * into head from audit.head where region_id = tailboard.region() for update;
  select * into last from audit.entry
    where region_id = tailboard.region() and number < head.number and number < coalesce(
      (select min(number) from audit.entry
        where region_id = tailboard.region() and at >= tailboard.now() - interval '7 years'), head.number)
    order by number desc limit 1;
  if last.number is null then return 0; end if;
  delete from audit.entry where region_id = tailboard.region() and number <= last.number;
  get diagnostics gone = row_count;
  update audit.head set retired = last.number, retired_hash = last.hash where region_id = tailboard.region();
  return gone;
end $$;

alter function audit.record(text, text[], text, text, uuid, jsonb) owner to tailboard_audit;
alter function audit.seal() owner to tailboard_audit;
alter function audit.retire() owner to tailboard_audit;
revoke all on function audit.record(text, text[], text, text, uuid, jsonb) from public;
revoke all on function audit.seal(), audit.retire() from public;
grant execute on function audit.record(text, text[], text, text, uuid, jsonb) to tailboard_app;
grant execute on function audit.retire() to tailboard_app;

create constraint trigger seal after insert on audit.draft
  deferrable initially deferred for each row execute function audit.seal();
