-- Whoever is the contact of two agencies holds the role twice; each is given and taken away by itself, and each is heard of or
-- not, as its holder chose. Nobody is mailed unless they asked for it.
alter table identity."grant"
  drop constraint grant_pkey,
  add column hears boolean not null default false,
  -- A key needs a value: roles that are of no agency are of this one, which there isn't.
  add column for_agency uuid not null
    generated always as (coalesce(agency_id, '00000000-0000-0000-0000-000000000000')) stored,
  add constraint grant_once primary key (region_id, account_id, role, for_agency),
  add constraint grant_agency_of_contact check (agency_id is null or role = 'agency_contact'),
  add constraint grant_hears_of_agency check (not hears or agency_id is not null);
grant update (hears) on identity."grant" to tailboard_app;
