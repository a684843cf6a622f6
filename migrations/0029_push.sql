-- Notifications on somebody's own devices. A browser that agreed hands out an address at its maker's push service and
-- two keys; what is sent there is sealed for that browser alone (RFC 8030, 8291).

create table messaging.push_subscription (
  region_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- Who agreed on that browser. All its persons, a member's and an account's, are reached there; nobody else's are.
  owner_id uuid not null,
  -- No longer kept once it has ended.
  endpoint text,
  p256dh text,
  auth text,
  made_at timestamptz not null default tailboard.now(),
  ended_at timestamptz,
  -- The push service asked not to be called before then.
  rests_until timestamptz,
  primary key (region_id, id),
  constraint push_endpoint_shape check (
    length(endpoint) <= 1000 and endpoint ~ '^(https://|http://(localhost|127\.0\.0\.1)(:[0-9]+)?/)'),
  constraint push_keys_shape check (p256dh ~ '^[A-Za-z0-9_-]{87}$' and auth ~ '^[A-Za-z0-9_-]{22}$'),
  constraint push_whole_until_it_ends check (
    num_nonnulls(endpoint, p256dh, auth) = case when ended_at is null then 3 else 0 end)
);
create unique index push_once on messaging.push_subscription (region_id, person_id, endpoint) where ended_at is null;
create index push_by_endpoint on messaging.push_subscription (endpoint) where ended_at is null;

alter table messaging.attempt
  drop constraint attempt_channel_known,
  -- A push has one row for each browser; provider is then the subscription's id.
  add constraint attempt_channel_known check (channel in ('mail', 'text', 'call', 'push'));
alter table messaging.reach
  add column by_push boolean not null default false,
  drop constraint reach_some_way,
  add constraint reach_some_way check (by_mail or by_text or by_call or by_push);

call tailboard.wall('messaging.push_subscription');
grant select, insert on messaging.push_subscription to tailboard_app;
grant update (endpoint, p256dh, auth, ended_at, rests_until) on messaging.push_subscription to tailboard_app;
grant update (by_push) on messaging.reach to tailboard_app;

-- A browser that somebody else agrees on is theirs from then on, in whatever region it was known before: this function
-- ends it there, and no more.
create policy push_directory on messaging.push_subscription for select to tailboard_lookup using (true);
create policy push_taken_over on messaging.push_subscription for update to tailboard_lookup using (true);
grant select (endpoint, owner_id, ended_at) on messaging.push_subscription to tailboard_lookup;
grant update (endpoint, p256dh, auth, ended_at) on messaging.push_subscription to tailboard_lookup;
create function messaging.end_push_of_others(taken text, owner uuid) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
  as 'update messaging.push_subscription set endpoint = null, p256dh = null, auth = null, ended_at = tailboard.now()
       where endpoint = taken and owner_id <> owner and ended_at is null';
grant create on schema messaging to tailboard_lookup;
alter function messaging.end_push_of_others(text, uuid) owner to tailboard_lookup;
revoke create on schema messaging from tailboard_lookup;
revoke all on function messaging.end_push_of_others(text, uuid) from public;
grant execute on function messaging.end_push_of_others(text, uuid) to tailboard_app;
