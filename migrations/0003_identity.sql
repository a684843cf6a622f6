-- Accounts live in schema auth, under a role of their own; the application's role cannot read it.
-- identity holds what an account may do in a region.
create schema auth;
grant usage on schema auth to tailboard_auth;
create schema identity;
grant usage on schema identity to tailboard_app, tailboard_lookup;

create table identity."grant" (
  region_id uuid not null,
  account_id uuid not null,
  role text not null constraint grant_role_known
    check (role in ('peer', 'duty_coordinator', 'clinical_director', 'agency_contact', 'administrator')),
  member_id uuid,
  agency_id uuid,
  granted_at timestamptz not null default tailboard.now(),
  granted_by uuid,
  primary key (region_id, account_id, role)
);
call tailboard.wall('identity.grant');
grant select, insert, delete on identity."grant" to tailboard_app;

create policy grant_lookup on identity."grant" for select to tailboard_lookup using (true);
grant select on identity."grant" to tailboard_lookup;
create function identity.grants_of(account uuid)
  returns table (region_id uuid, role text, member_id uuid, agency_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as 'select region_id, role, member_id, agency_id from identity."grant" where account_id = account order by region_id, role';
alter function identity.grants_of(uuid) owner to tailboard_lookup;
revoke all on function identity.grants_of(uuid) from public;
grant execute on function identity.grants_of(uuid) to tailboard_app;
