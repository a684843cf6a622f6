create schema region;
grant usage on schema region to tailboard_app, tailboard_lookup;

create table region.region (
  region_id uuid primary key,
  slug text not null constraint region_slug_unique unique
    constraint region_slug_shape check (slug ~ '^[a-z][a-z0-9-]{1,39}$'),
  name text not null,
  state text not null constraint region_state_shape check (state ~ '^[A-Z]{2}$'),
  time_zone text not null,
  team_phone text not null,
  created_at timestamptz not null default tailboard.now()
);

create table region.policy (
  region_id uuid not null references region.region,
  version integer not null,
  settings jsonb not null,
  decided_by uuid,
  decided_at timestamptz not null default tailboard.now(),
  primary key (region_id, version)
);

create table region.agency (
  region_id uuid not null references region.region,
  id uuid not null,
  name text not null,
  town text not null,
  state text not null,
  discipline text not null,
  latitude double precision,
  longitude double precision,
  joined_at timestamptz not null default tailboard.now(),
  primary key (region_id, id),
  constraint agency_name_unique unique (region_id, name)
);

call tailboard.wall('region.region');
call tailboard.wall('region.policy');
call tailboard.wall('region.agency');
grant select, insert on region.region, region.policy, region.agency to tailboard_app;
grant update (name, town, discipline, latitude, longitude) on region.agency to tailboard_app;

-- A visitor names a region by its slug before any region is set: these two functions answer that and no more.
create policy region_directory on region.region for select to tailboard_lookup using (true);
grant select on region.region to tailboard_lookup;

create function region.by_slug(wanted text) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as 'select region_id from region.region where slug = wanted';
create function region.directory() returns table (region_id uuid, slug text, name text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as 'select region_id, slug, name from region.region order by name';
alter function region.by_slug(text) owner to tailboard_lookup;
alter function region.directory() owner to tailboard_lookup;
revoke all on function region.by_slug(text), region.directory() from public;
grant execute on function region.by_slug(text), region.directory() to tailboard_app;
