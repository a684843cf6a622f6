-- What a session was opened or proven with, and when; of its use only the day.
alter table auth.session
  add column strength text not null default 'link'
    constraint session_strength_known check (strength in ('link', 'passkey', 'totp')),
  add column proven_at timestamptz,
  add column seen_on date,
  add constraint session_proven check ((strength = 'link') = (proven_at is null));

alter table auth."user" add column passkey_offered_at timestamptz;

create table auth.passkey (
  id uuid primary key,
  account_id uuid not null references auth."user" on delete cascade,
  credential_id bytea not null constraint passkey_of_one_account unique,
  public_key bytea not null,
  counter bigint not null constraint passkey_counter_whole check (counter >= 0),
  transports text[] not null default '{}',
  name text not null constraint passkey_name_short check (length(name) between 1 and 60),
  made_at timestamptz not null default tailboard.now(),
  used_on date
);
create index passkey_of_account on auth.passkey (account_id);

-- Challenges that came back: none works twice. One that nobody answered leaves no row.
create table auth.challenge_spent (
  challenge bytea primary key,
  expires_at timestamptz not null
);
create index challenge_spent_expires on auth.challenge_spent (expires_at);

-- The seed is sealed under a key of the installation, bound to its account. No code of this step or an earlier one works again.
create table auth.totp (
  account_id uuid primary key references auth."user" on delete cascade,
  seed bytea not null,
  made_at timestamptz not null default tailboard.now(),
  confirmed_at timestamptz,
  last_step bigint not null default 0
);

create table auth.recovery_code (
  account_id uuid not null references auth."user" on delete cascade,
  code_hash bytea not null,
  made_at timestamptz not null default tailboard.now(),
  used_at timestamptz,
  primary key (account_id, code_hash)
);

create table auth.proof_tries (
  account_id uuid primary key references auth."user" on delete cascade,
  tries integer not null default 0 constraint proof_five_tries check (tries between 0 and 5),
  waits_until timestamptz
);

grant select, insert, update, delete
  on auth.passkey, auth.challenge_spent, auth.totp, auth.recovery_code, auth.proof_tries to tailboard_auth;

-- Somebody lost every factor: two administrators, neither of them this person, take the old ones away within a day.
create table identity.account_recovery (
  region_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  started_by uuid not null,
  started_at timestamptz not null default tailboard.now(),
  expires_at timestamptz not null,
  objection_hash bytea not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  -- Null: the person objected.
  cancelled_by uuid,
  cancelled_at timestamptz,
  primary key (region_id, id),
  constraint recovery_by_two check (confirmed_by <> started_by),
  constraint recovery_of_another check (account_id <> started_by and account_id <> confirmed_by),
  constraint recovery_confirmed_whole check ((confirmed_by is null) = (confirmed_at is null)),
  constraint recovery_one_end check (num_nonnulls(confirmed_at, cancelled_at) <= 1),
  constraint recovery_in_time check (confirmed_at < expires_at)
);
call tailboard.wall('identity.account_recovery');
grant select, insert on identity.account_recovery to tailboard_app;
grant update (confirmed_by, confirmed_at, cancelled_by, cancelled_at) on identity.account_recovery to tailboard_app;

-- Departments' own mail: read by their administrators, so nobody on the team signs in or is called out there.
alter table region.agency add column mail_domains text[] not null default '{}'
  constraint agency_mail_domains_few check (cardinality(mail_domains) <= 20);
grant update (mail_domains) on region.agency to tailboard_app;

-- Somebody has their account erased: what names them goes; a row that others' records point to stays without a name.
grant update (name) on roster.member to tailboard_app;
grant update (document) on roster.designation to tailboard_app;
grant delete on roster.credential, roster.details_confirmation, roster.contact_change, roster.contact_verification
  to tailboard_app;
grant delete on messaging.reach, messaging.phone_proof, identity.invitation, identity.account_recovery to tailboard_app;
