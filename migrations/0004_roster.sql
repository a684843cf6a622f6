create schema roster;
grant usage on schema roster to tailboard_app;

create table roster.member (
  region_id uuid not null,
  id uuid not null,
  agency_id uuid,
  name text not null,
  email text not null,
  role text not null constraint member_role_known check (role in ('peer', 'mhp', 'chaplain')),
  disciplines text[] not null,
  languages text[] not null default '{en}',
  town text not null,
  latitude double precision,
  longitude double precision,
  joined_at timestamptz not null default tailboard.now(),
  primary key (region_id, id),
  constraint member_agency foreign key (region_id, agency_id) references region.agency (region_id, id),
  constraint member_peer_has_agency check (role <> 'peer' or agency_id is not null),
  constraint member_email_unique unique (region_id, email)
);

-- What a member holds. kind is data (AIC, GCI, license, chaplain …), never code.
create table roster.credential (
  region_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  kind text not null,
  issuer text not null,
  number text not null,
  issued_on date not null,
  expires_on date not null,
  primary key (region_id, id),
  constraint credential_member foreign key (region_id, member_id) references roster.member (region_id, id),
  constraint credential_dates check (issued_on < expires_on)
);
create index credential_of_member on roster.credential (region_id, member_id);

create table roster.agreement (
  region_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  signed_on date not null,
  renew_by date not null,
  primary key (region_id, id),
  constraint agreement_member foreign key (region_id, member_id) references roster.member (region_id, id),
  constraint agreement_dates check (signed_on < renew_by)
);
create index agreement_of_member on roster.agreement (region_id, member_id);

-- The agency's written naming of a peer; some states' privilege needs it before the incident.
create table roster.designation (
  region_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  document text not null,
  designated_on date not null,
  ended_on date,
  primary key (region_id, id),
  constraint designation_member foreign key (region_id, member_id) references roster.member (region_id, id),
  constraint designation_dates check (ended_on is null or designated_on < ended_on)
);
create index designation_of_member on roster.designation (region_id, member_id);

create table roster.suspension (
  region_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  decided_by uuid,
  primary key (region_id, id),
  constraint suspension_member foreign key (region_id, member_id) references roster.member (region_id, id)
);
create index suspension_of_member on roster.suspension (region_id, member_id);

create table roster.on_call_shift (
  region_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (region_id, id),
  constraint on_call_member foreign key (region_id, member_id) references roster.member (region_id, id),
  constraint on_call_span check (starts_at < ends_at)
);
-- Row security hides range operators from the planner, so periods are filtered by two plain comparisons.
create index on_call_by_end on roster.on_call_shift (region_id, ends_at, starts_at);

create table roster.unavailability (
  region_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (region_id, id),
  constraint unavailability_member foreign key (region_id, member_id) references roster.member (region_id, id),
  constraint unavailability_span check (starts_at < ends_at)
);
create index unavailability_by_end on roster.unavailability (region_id, ends_at, starts_at);

-- Where a member is bound. Activation writes it through roster's face, so rest and load see everything.
create table roster.commitment (
  region_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  during tstzrange not null,
  kind text not null,
  weight integer not null default 1,
  primary key (region_id, id),
  constraint commitment_member foreign key (region_id, member_id) references roster.member (region_id, id),
  constraint commitment_half_open check (lower_inc(during) and not upper_inc(during) and not isempty(during)),
  constraint commitment_nobody_in_two_places exclude using gist (region_id with =, member_id with =, during with &&)
);
create index commitment_of_member on roster.commitment (region_id, member_id);

call tailboard.wall('roster.member');
call tailboard.wall('roster.credential');
call tailboard.wall('roster.agreement');
call tailboard.wall('roster.designation');
call tailboard.wall('roster.suspension');
call tailboard.wall('roster.on_call_shift');
call tailboard.wall('roster.unavailability');
call tailboard.wall('roster.commitment');
grant select, insert on all tables in schema roster to tailboard_app;
grant update (email, languages, disciplines, town, latitude, longitude) on roster.member to tailboard_app;
grant update (ended_on) on roster.designation to tailboard_app;
grant update (ends_at) on roster.suspension to tailboard_app;
grant delete on roster.on_call_shift, roster.unavailability, roster.commitment to tailboard_app;
