-- Every page of the team asks who came, by the hash of what the browser's cookie holds, and what they may do: one question
-- instead of two under two roles. Whoever doesn't hold the secret can't ask; and what is answered is theirs.
grant usage on schema auth to tailboard_lookup;
grant select (id, "userId", token, "expiresAt", strength, seen_on) on auth.session to tailboard_lookup;
create function identity.known_by(secret_hash text)
  returns table (session_id uuid, account_id uuid, strength text, unseen boolean, region_id uuid, role text, member_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select s.id, s."userId", s.strength, s.seen_on is distinct from (tailboard.now() at time zone 'UTC')::date,
           g.region_id, g.role, g.member_id
      from auth.session s left join identity."grant" g on g.account_id = s."userId"
     where s.token = secret_hash and s."expiresAt" > tailboard.now()
     order by g.region_id, g.role $$;
revoke all on function identity.known_by(text) from public;
grant execute on function identity.known_by(text) to tailboard_app;
-- Who is no superuser may only give away what its new owner may make there.
grant create on schema identity to tailboard_lookup;
alter function identity.known_by(text) owner to tailboard_lookup;
revoke create on schema identity from tailboard_lookup;

-- Every policy asks for the region, so every query was planned with the body of this function put into it, once for each
-- table: 46 of the 70 microseconds that a policy cost. A body in plpgsql is called once instead (decision 18). What it is and
-- where it is asked stays as it was; names are whole, since a body that is called looks them up by itself.
create or replace function tailboard.region() returns uuid language plpgsql stable parallel safe as $$
begin
  return nullif(pg_catalog.current_setting('tailboard.region', true), '')::pg_catalog.uuid;
end $$;
create or replace function tailboard.actor() returns uuid language plpgsql stable parallel safe as $$
begin
  return nullif(pg_catalog.current_setting('tailboard.actor', true), '')::pg_catalog.uuid;
end $$;
