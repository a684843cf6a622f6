-- Accounts and sessions as better-auth keeps them (its column names), sign-in challenges, and invitations.
-- Everything in schema auth belongs to tailboard_auth alone; the application's role cannot read it.

-- Whoever speaks for an agency can't run the team in the same region, in either order and also in a race.
alter table identity."grant" add constraint grant_roles_apart exclude using gist (
  region_id with =, account_id with =,
  (case when role = 'agency_contact' then 1 else 0 end) with <>
) where (role in ('agency_contact', 'duty_coordinator', 'administrator'));

create table auth."user" (
  id uuid primary key,
  name text not null,
  email text not null constraint user_email_unique unique
    constraint user_email_lower check (email = lower(email)),
  "emailVerified" boolean not null default false,
  image text,
  "createdAt" timestamptz not null default tailboard.now(),
  "updatedAt" timestamptz not null default tailboard.now()
);

-- "token" holds a SHA-256, so a copy of this table opens no session. Address and browser are never kept.
create table auth.session (
  id uuid primary key,
  "userId" uuid not null references auth."user" on delete cascade,
  token text not null constraint session_token_unique unique,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default tailboard.now(),
  "updatedAt" timestamptz not null default tailboard.now(),
  "ipAddress" text constraint session_without_address check ("ipAddress" is null),
  "userAgent" text constraint session_without_agent check ("userAgent" is null)
);
create index session_of_user on auth.session ("userId");

create table auth.account (
  id uuid primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references auth."user" on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text constraint account_without_password check (password is null),
  "createdAt" timestamptz not null default tailboard.now(),
  "updatedAt" timestamptz not null default tailboard.now()
);
create index account_of_user on auth.account ("userId");

create table auth.verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default tailboard.now(),
  "updatedAt" timestamptz not null default tailboard.now()
);
create index verification_identifier on auth.verification (identifier);

-- One row per request for a sign-in mail, also for addresses nobody has (account_id is null then): the answer and
-- the work are the same. Hashes only; the mailbox is a keyed hash, kept to count requests.
create table auth.sign_in (
  id uuid primary key,
  account_id uuid references auth."user" on delete cascade,
  mailbox_hash bytea not null,
  browser_hash bytea not null,
  language text not null constraint sign_in_language_known check (language in ('en', 'es')),
  token_hash bytea constraint sign_in_token_unique unique,
  code_hash bytea,
  tries integer not null default 0 constraint sign_in_five_tries check (tries between 0 and 5),
  asked_at timestamptz not null default tailboard.now(),
  expires_at timestamptz not null,
  sent_at timestamptz,
  ended_at timestamptz
);
create index sign_in_mailbox on auth.sign_in (mailbox_hash, asked_at);
create index sign_in_browser on auth.sign_in (browser_hash);
create index sign_in_asked on auth.sign_in (asked_at);

grant select, insert, update, delete
  on auth."user", auth.session, auth.account, auth.verification, auth.sign_in to tailboard_auth;
grant usage on schema tailboard to tailboard_auth;
grant execute on function tailboard.enqueue(text, jsonb, text, timestamptz) to tailboard_auth;

create table identity.invitation (
  region_id uuid not null,
  id uuid not null,
  -- Null for the first administrator, whom the page asks.
  email text,
  roles text[] not null constraint invitation_gives_a_role check (cardinality(roles) > 0),
  member_id uuid,
  agency_id uuid,
  token_hash bytea not null,
  made_at timestamptz not null default tailboard.now(),
  made_by uuid,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by uuid,
  primary key (region_id, id),
  constraint invitation_used_by_somebody check ((used_at is null) = (used_by is null))
);
call tailboard.wall('identity.invitation');
grant select, insert on identity.invitation to tailboard_app;
grant update (used_at, used_by, expires_at) on identity.invitation to tailboard_app;
